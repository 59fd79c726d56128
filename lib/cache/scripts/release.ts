import { prelude } from './prelude'

/**
 * Ends a lease, if its holder captured these versions. Own KEYS: the lease. Own ARGV: what
 * `formatLease` makes of the versions. Answers the Redis time.
 */
export const releaseScript = `${prelude}
if redis.call('GET', KEYS[1]) == ARGV[6] then redis.call('DEL', KEYS[1]) end
return { stamp }
`
