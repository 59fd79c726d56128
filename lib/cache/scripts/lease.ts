import { prelude } from './prelude'

/**
 * `applyLease`. Own KEYS: the lease. Own ARGV: the lease's life (ms). Answers the Redis time,
 * whether the lease was granted, and the tags' values in order.
 */
export const leaseScript = `${prelude}
local answer = { stamp, '0' }
guard()
for index = firstTag, lastTag do
  local tag = settle(KEYS[index])
  write(KEYS[index], tag)
  answer[#answer + 1] = formatTag(tag)
end
if redis.call('SET', KEYS[lastTag + 1], nonce, 'NX', 'PX', ARGV[6]) then answer[2] = '1' end
return answer
`
