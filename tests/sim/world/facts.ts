import { collectionTags } from '@/lib/base/collection-tags'
import { clientNamespace, globalNamespace, type Namespace, type Tag } from '@/lib/base/tag'
import { defineRead, type Profile, type ReadPolicy } from '@/lib/cache/read-policy'

/** A row of a collection: what writers change and readers ask for. */
export interface Fact {
  id: string
  owner: Owner
  row: string
}

/** Whose rows: an engagement of a client account, or everybody's. */
export interface Owner {
  name: string
  namespace: Namespace
  tags: ReturnType<typeof collectionTags>
}

const client = clientNamespace('a')
const owner = (name: string, namespace: Namespace, ...parts: string[]): Owner => ({
  name,
  namespace,
  tags: collectionTags(namespace, 'flow', ...parts),
})

export const owners = [
  owner('one', client, 'one'),
  owner('two', client, 'two'),
  owner('all', globalNamespace),
] as const

const rows = ['1', '2']
export const facts: readonly Fact[] = owners.flatMap((owner) =>
  rows.map((row) => ({ id: `${owner.name}/${row}`, owner, row })),
)
const [everybodys] = facts.filter(({ owner }) => owner.namespace === globalNamespace)

export function factsNamed(ids: readonly string[]): Fact[] {
  return facts.filter(({ id }) => ids.includes(id))
}

/** What the changes of one statement announce. */
export function announced(changed: readonly Fact[], bulk: boolean): Map<Namespace, Set<Tag>> {
  const tags = new Map<Namespace, Set<Tag>>()
  for (const { owner, row } of changed) {
    const [rowTag, bulkTag] = owner.tags.row(row)
    const all = tags.get(owner.namespace) ?? new Set()
    for (const tag of [bulk ? bulkTag : rowTag, ...owner.tags.list()]) if (tag) all.add(tag)
    tags.set(owner.namespace, all)
  }
  return tags
}

/** The facts as one look at the database found them, and for which question. */
export interface Value {
  asked: string
  found: Record<string, number>
}

/** Answers from the database; rejects when it does not answer. */
export interface Source {
  select(facts: readonly Fact[]): Promise<Record<string, number>>
}

export interface Key {
  owner: string
}
export type Input = string | number | null
export type Policy = ReadPolicy<Source, Key, Input, Value>

/** A question that readers ask. */
export interface Question {
  read: ReadName
  owner: string
  input: Input
}

const readNames = ['row', 'list', 'both'] as const
export type ReadName = (typeof readNames)[number]

const profile: Profile = {
  soft: 20_000,
  hard: 600_000,
  staleWhileRevalidate: false,
  staleIfError: false,
}
const profiles: Record<ReadName, Profile> = {
  row: profile,
  list: { ...profile, soft: 300, staleWhileRevalidate: true },
  both: { ...profile, soft: 50, staleIfError: true },
}

const ownerNamed = (name: string) => owners.find((owner) => owner.name === name) ?? owners[0]

/** The facts that a question is about. */
export function factsAsked({ read, owner, input }: Question): Fact[] {
  const own = facts.filter((fact) => fact.owner.name === owner)
  if (read === 'list') return own
  const one = own.filter(({ row }) => row === input)
  return read === 'both' && everybodys ? [...new Set([...one, everybodys])] : one
}

/** Names everything that an answer depends on, the deployed version included. */
export function describeQuestion(question: Question, version: number): string {
  const { read, owner, input } = question
  return `${read} ${owner} ${JSON.stringify(input)} v${version}`
}

/** @param version of the deployment; two may run at once */
export function definePolicies(version: number): Record<ReadName, Policy> {
  const define = (read: ReadName): Policy =>
    defineRead<Source, Key, Input, Value>({
      name: read,
      async load(source, { owner }, input) {
        const question = { read, owner, input }
        const found = await source.select(factsAsked(question))
        return { asked: describeQuestion(question, version), found }
      },
      caching: {
        version,
        namespace: ({ owner }) => ownerNamed(owner).namespace,
        tags(key, input) {
          const { tags } = ownerNamed(key.owner)
          if (read === 'list') return tags.list()
          const all = factsAsked({ read, owner: key.owner, input })
          return [...new Set(all.flatMap((fact) => fact.owner.tags.row(fact.row)))]
        },
        profile: profiles[read],
        legacyLife: 0,
      },
    })
  return { row: define('row'), list: define('list'), both: define('both') }
}

/** All questions about some facts; lists are asked for in two ways that only types tell apart. */
export function questionsAbout(some: readonly Fact[]): Question[] {
  const named = [...new Set(some.map((fact) => fact.owner.name))]
  return [
    ...some.flatMap(({ owner, row }) =>
      (['row', 'both'] as const).map((read) => ({ read, owner: owner.name, input: row })),
    ),
    ...named.flatMap((owner) => [1, '1'].map((input) => ({ read: 'list' as const, owner, input }))),
  ]
}
