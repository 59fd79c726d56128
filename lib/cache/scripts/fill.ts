import { prelude } from './prelude'

/**
 * Stores a value and ends its lease, if its holder captured the value's versions. Own KEYS: the
 * entry, the lease. Own ARGV: what `formatLease` makes of the versions, the value, its life (ms).
 * Answers the Redis time.
 */
export const fillScript = `${prelude}
redis.call('SET', KEYS[1], ARGV[7], 'PX', ARGV[8])
if redis.call('GET', KEYS[2]) == ARGV[6] then redis.call('DEL', KEYS[2]) end
return { stamp }
`
