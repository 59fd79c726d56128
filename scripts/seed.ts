import { createDatabase } from '@/db/client'
import { seedAccounts } from '@/db/seed/seed-accounts'
import { hashPassword } from '@/lib/auth/password'

function login(name: string) {
  const url = process.env[name]
  if (!url) throw new Error(`${name} is not set`)
  return createDatabase({ url, tls: process.env.DATABASE_TLS !== 'off', maxConnections: 1 })
}

const owner = login('OWNER_DATABASE_URL')
try {
  await owner.transaction(null, (tx) => seedAccounts(tx, hashPassword))
} finally {
  await owner.close()
}
