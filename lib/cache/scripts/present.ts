import { prelude } from './prelude'

/**
 * Which events a stream still has. Own KEYS: the stream. Own ARGV: the events' names, as the bump
 * gave them. Answers the Redis time, then the names of those that are there.
 */
export const presentScript = `${prelude}
local answer = { stamp }
for index = 6, #ARGV do
  local number, origin = string.match(ARGV[index], '^(%d+-%d+):(.+)$')
  local event = number and redis.call('XRANGE', KEYS[1], number, number)[1]
  -- The first field of an event is its nonce.
  if event and event[2][2] == origin then answer[#answer + 1] = ARGV[index] end
end
return answer
`
