import type { Import } from './imports'
import { type Zone, zoneOf } from './zones'

/** What is wrong with the direction of the imports, one line for each; none when all is well. */
export function findForbiddenImports(imports: readonly Import[]): string[] {
  return imports.flatMap((edge) => {
    const zone = zoneOf(edge.from)
    if (!zone) return [`${edge.from} stands in no zone: enter its folder in the table`]
    const reason = refusal[edge.kind](zone, edge.to)
    return reason ? [`${edge.from} imports ${edge.to}: ${reason}`] : []
  })
}

const refusal: Record<Import['kind'], (zone: Zone, to: string) => string | null> = {
  file: fileRefusal,
  package: packageRefusal,
  nothing: () => 'there is no such file',
}

function packageRefusal(zone: Zone, name: string): string | null {
  const shunned = zone.shuns?.find((shun) => name === shun || name.startsWith(`${shun}/`))
  return shunned ? `${zone.name} may not know ${shunned}` : null
}

function fileRefusal(zone: Zone, path: string): string | null {
  const target = zoneOf(path)
  if (!target) return `${path} stands in no zone`
  if (target === zone) return null
  if (!zone.knows.includes(target.name)) return `${zone.name} may not know ${target.name}`
  if (path.startsWith('lib/domain/') && zone.ofDomains && !zone.ofDomains.test(path)) {
    return `${zone.name} may not know this part of a domain`
  }
  return null
}
