import { prelude } from './prelude'

/**
 * Which events a stream still has. Own KEYS: the stream. Own ARGV: the events' ids. Answers the
 * Redis time, then the ids that are there.
 */
export const presentScript = `${prelude}
local answer = { stamp }
for index = 6, #ARGV do
  local found = redis.call('XRANGE', KEYS[1], ARGV[index], ARGV[index])
  if #found > 0 then answer[#answer + 1] = ARGV[index] end
end
return answer
`
