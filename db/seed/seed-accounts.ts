import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../client'
import {
  accessRequests,
  clientAccounts,
  engagements,
  memberships,
  userDefaults,
  users,
} from '../schema'
import {
  type DemoAddress,
  type DemoPerson,
  demoClients,
  demoNewcomer,
  demoPassword,
  demoPeople,
} from './demo'

/** Makes the hash that sign-in checks. */
type HashPassword = (password: string) => Promise<string>

/**
 * Enters the demo's clients, engagements and people. Who and what is there already stays as it is,
 * so that nobody's later choice is undone.
 * @param tx of the owner, who may write to every client account
 */
export async function seedAccounts(tx: Transaction, hashPassword: HashPassword): Promise<void> {
  for (const client of demoClients) {
    await tx.insert(clientAccounts).values(client).onConflictDoNothing()
    const [account] = await tx
      .select({ clientAccountId: clientAccounts.id })
      .from(clientAccounts)
      .where(eq(clientAccounts.slug, client.slug))
    if (!account) throw new Error(`the client account ${client.slug} was not entered`)
    const rows = client.engagements.map((engagement) => ({ ...engagement, ...account }))
    await tx.insert(engagements).values(rows).onConflictDoNothing()
  }
  for (const person of demoPeople) await seedPerson(tx, person, hashPassword)
  const newcomerId = await addUser(tx, { ...demoNewcomer, status: 'pending' }, hashPassword)
  if (newcomerId) {
    await tx.insert(accessRequests).values({ userId: newcomerId, message: demoNewcomer.message })
  }
}

async function seedPerson(
  tx: Transaction,
  person: DemoPerson,
  hashPassword: HashPassword,
): Promise<void> {
  const userId = await addUser(tx, { ...person, status: 'active' }, hashPassword)
  if (userId === null) return
  for (const { address, role } of person.memberships) {
    await tx.insert(memberships).values({ ...(await findEngagement(tx, address)), userId, role })
  }
  await tx.insert(userDefaults).values({ ...(await findEngagement(tx, person.home)), userId })
}

/** @returns the new person's id; null when there is somebody with that address already */
async function addUser(
  tx: Transaction,
  person: { email: string; name: string; isAdmin?: boolean; status: 'active' | 'pending' },
  hashPassword: HashPassword,
): Promise<string | null> {
  const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, person.email))
  if (known) return null
  const [added] = await tx
    .insert(users)
    .values({
      email: person.email,
      name: person.name,
      isAdmin: person.isAdmin ?? false,
      status: person.status,
      passwordHash: await hashPassword(demoPassword),
    })
    .returning({ id: users.id })
  return added?.id ?? null
}

/** The ids of a demo engagement, as columns of the rows that belong to it. */
export async function findEngagement(
  tx: Transaction,
  address: DemoAddress,
): Promise<{ clientAccountId: string; engagementId: string }> {
  const [client = '', engagement = ''] = address.split('/')
  const [found] = await tx
    .select({ clientAccountId: clientAccounts.id, engagementId: engagements.id })
    .from(engagements)
    .innerJoin(clientAccounts, eq(clientAccounts.id, engagements.clientAccountId))
    .where(and(eq(clientAccounts.slug, client), eq(engagements.slug, engagement)))
  if (!found) throw new Error(`the engagement ${address} was not entered`)
  return found
}
