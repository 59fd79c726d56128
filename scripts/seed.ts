import { createDatabase, type Database } from '@/db/client'
import { seedAccounts } from '@/db/seed/seed-accounts'
import { hashPassword } from '@/lib/auth/password'
import { systemClock } from '@/lib/base/clock'
import { createPostgresOutbox } from '@/lib/write/postgres-outbox'
import { relay } from '@/lib/write/relay'
import { seedCoherence } from './seed/coherence'
import { openNamespaces } from './seed/open-namespaces'
import { seedEstate } from './seed/seed-estate'
import { seedFlags } from './seed/seed-flags'
import { setting } from './seed/setting'

/** Opens one of the database's logins by the variable that names it. */
function login(variable: string): Database {
  const tls = process.env.DATABASE_TLS !== 'off'
  return createDatabase({ url: setting(variable), tls, maxConnections: 2 })
}

const owner = login('OWNER_DATABASE_URL')
const app = login('DATABASE_URL')
const { store, coherence, settled } = seedCoherence(setting)
try {
  await owner.transaction(null, (tx) => seedAccounts(tx, hashPassword))
  // Before anything is told: a namespace that is met unmarked is not read from for a while.
  await openNamespaces(owner, store)
  await seedEstate(owner, { db: app, clock: systemClock, coherence })
  const { FLAGS_MANAGEMENT_URL: url, FLAGS_MANAGEMENT_TOKEN: token } = process.env
  if (url && token) await seedFlags(owner, { url, token })
  await settled()
  // The accounts were written past the commands, so nobody has told of them yet.
  await relay(createPostgresOutbox({ db: app }), coherence.invalidation)
} finally {
  await Promise.all([owner.close(), app.close()])
}
