import { prelude } from './prelude'

/**
 * `applyLease`. Own KEYS: the lease. Own ARGV: the lease's life (ms). Answers the Redis time,
 * whether the lease was granted, and the tags' values in order.
 */
export const leaseScript = `${prelude}
local answer, values, settled = { stamp, '0' }, {}, true
guard()
for index = firstTag, lastTag do
  local tag = settle(KEYS[index])
  write(KEYS[index], tag)
  values[#values + 1] = formatTag(tag)
  settled = settled and #tag.fences == 0
end
local lease, captured = KEYS[lastTag + 1], table.concat(values, ' ')
if settled and redis.call('GET', lease) ~= captured then
  redis.call('SET', lease, captured, 'PX', ARGV[6])
  answer[2] = '1'
end
for index, value in ipairs(values) do answer[2 + index] = value end
return answer
`
