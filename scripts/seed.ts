import { createDatabase, type Database } from '@/db/client'
import { seedAccounts } from '@/db/seed/seed-accounts'
import { hashPassword } from '@/lib/auth/password'
import { systemClock } from '@/lib/base/clock'
import { seedEstate } from './seed/seed-estate'

/** Opens one of the database's logins by the variable that names it. */
function login(variable: string): Database {
  const url = process.env[variable]
  if (!url) throw new Error(`${variable} is not set`)
  return createDatabase({ url, tls: process.env.DATABASE_TLS !== 'off', maxConnections: 2 })
}

const owner = login('OWNER_DATABASE_URL')
const app = login('DATABASE_URL')
try {
  await owner.transaction(null, (tx) => seedAccounts(tx, hashPassword))
  await seedEstate(owner, { db: app, clock: systemClock })
} finally {
  await Promise.all([owner.close(), app.close()])
}
