import { createDatabase } from '@/db/client'
import { seedCoherence } from './seed/coherence'
import { openNamespaces } from './seed/open-namespaces'
import { setting } from './seed/setting'

// Run by the launcher when its Redis has just begun and no site runs yet.
const tls = process.env.DATABASE_TLS !== 'off'
const owner = createDatabase({ url: setting('OWNER_DATABASE_URL'), tls, maxConnections: 1 })
try {
  await openNamespaces(owner, seedCoherence(setting).store)
} finally {
  await owner.close()
}
