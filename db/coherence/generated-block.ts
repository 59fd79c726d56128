import { coherenceSql } from './trigger-sql'

const begin = '-- Generated from db/coherence by `npm run db:coherence`; not to be changed by hand.'
const end = '-- End of what db/coherence generated.'

/** The block that a migration carries. */
export function generatedBlock(): string {
  return `${begin}\n${coherenceSql()}\n${end}\n`
}

/** The block of a migration as it stands there; null when it has none. */
export function blockOf(migration: string): string | null {
  const text = migration.replaceAll('\r\n', '\n')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  return from < 0 || to < from ? null : text.slice(from, to + end.length + 1)
}

/** The migration with the block as it has to be now, in place of the one that it had. */
export function withBlock(migration: string): string {
  const present = blockOf(migration)
  if (present === null) return `${migration.trimEnd()}\n${generatedBlock()}`
  return migration.replaceAll('\r\n', '\n').replace(present, () => generatedBlock())
}
