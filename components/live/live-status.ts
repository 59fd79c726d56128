/**
 * How a browser stands with the changes of others.
 * - `off`: this site does not tell of changes
 * - `connecting`: nothing was heard yet
 * - `trouble`: the site itself does not hear of changes at the moment; none is lost
 */
export type LiveStatus = 'off' | 'connecting' | 'live' | 'reconnecting' | 'offline' | 'trouble'
