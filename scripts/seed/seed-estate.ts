import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { users } from '@/db/schema'
import { demoEstate, demoSecondSite } from '@/db/seed/demo'
import { generateEstate } from '@/db/seed/estate'
import { findEngagement } from '@/db/seed/seed-accounts'
import { type Scope, sealScope } from '@/lib/base/scope'
import type { CommandDeps } from '@/lib/write/transact'
import { importSheet } from './import-sheet'

/**
 * Imports the generated estate as the demo analyst, sheet by sheet; and a second site up to the
 * point where somebody has to approve its columns.
 * @param owner finds the ids
 * @param deps with the tenants' login, as the site has it
 */
export async function seedEstate(owner: Database, deps: CommandDeps): Promise<void> {
  const scope = await importerScope(owner)
  const estate = generateEstate(demoEstate)
  for (const [name, text] of Object.entries(estate)) {
    const fileName = `data-centre-${name.toLowerCase()}.csv`
    await importSheet(scope, deps, { fileName, text }, 'completed')
  }
  const { fileName } = demoSecondSite
  const { vInfo: text } = generateEstate(demoSecondSite)
  await importSheet(scope, deps, { fileName, text }, 'waiting_for_approval')
}

/** The seed acts for the person as a job does: there is no session to ask. */
function importerScope(owner: Database): Promise<Scope> {
  return owner.transaction(null, async (tx) => {
    const { clientAccountId, engagementId } = await findEngagement(tx, demoEstate.address)
    const [importer] = await tx
      .select({ id: users.id })
      .from(users)
      .where(eq(users.email, demoEstate.importer))
    if (!importer) throw new Error(`there is no ${demoEstate.importer}`)
    const [clientSlug = '', engagementSlug = ''] = demoEstate.address.split('/')
    const facts = { userId: importer.id, role: 'analyst', clientSlug, engagementSlug } as const
    return sealScope({ ...facts, clientId: clientAccountId, engagementId })
  })
}
