import { attributeByName, canonicalAttributes } from '../mapping/catalogue/attributes'
import { deriveAttributes } from '../mapping/convert/derive-attributes'
import { byPrecedence, type StoredSource } from './derive-asset'
import type { AttributeValue, AttributeView, SourceView, ValueOrigin } from './schema'

/** A source with what its file is called and when it came. */
export interface DescribedSource extends StoredSource {
  fileName: string | null
  rowNumber: number | null
  weak: boolean
  at: string
}

const catalogueOrder = new Map(canonicalAttributes.map(({ name }, index) => [name, index]))

/**
 * Every attribute of an asset in the catalogue's order, with the source of its value and what other
 * sources say.
 */
export function describeAttributes(
  attributes: Readonly<Record<string, AttributeValue>>,
  sources: readonly DescribedSource[],
): AttributeView[] {
  const ordered = byPrecedence(sources)
  const derived = new Map(
    deriveAttributes(reportedValues(attributes, ordered)).map(({ attribute, reason }) => [
      attribute,
      reason,
    ]),
  )
  const inOrder = Object.entries(attributes).sort(
    ([a], [b]) => (catalogueOrder.get(a) ?? Infinity) - (catalogueOrder.get(b) ?? Infinity),
  )
  return inOrder.map(([name, value]) => {
    const known = attributeByName(name)
    const said = ordered.flatMap((source) => {
      const sourced = source.values[name]
      return sourced ? [{ value: sourced.value, origin: originOf(source, name) }] : []
    })
    const [winner, ...rest] = said
    return {
      name,
      label: known?.label ?? name,
      group: known?.group ?? 'other',
      unit: known?.unit ?? null,
      value,
      origin: winner?.origin ?? null,
      derivedFrom: winner ? null : (derived.get(name) ?? 'Added up from what hangs under it.'),
      others: rest.filter((other) => !isSame(other.value, value)),
    }
  })
}

function reportedValues(
  attributes: Readonly<Record<string, AttributeValue>>,
  sources: readonly StoredSource[],
): Record<string, AttributeValue> {
  const reported = new Set(sources.flatMap(({ values }) => Object.keys(values)))
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => reported.has(name)))
}

function originOf(source: DescribedSource, attribute: string): ValueOrigin {
  const sourced = source.values[attribute]
  return {
    sourceId: source.id,
    kind: source.kind,
    sourceName: source.sourceName,
    importId: source.dataImportId,
    fileName: source.fileName,
    rowNumber: source.rowNumber,
    raw: sourced?.raw ?? '',
    unit: sourced?.unit ?? null,
    at: source.at,
  }
}

function isSame(left: AttributeValue | null, right: AttributeValue): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

export function describeSource(source: DescribedSource): SourceView {
  return {
    id: source.id,
    kind: source.kind,
    sourceName: source.sourceName,
    importId: source.dataImportId,
    fileName: source.fileName,
    rowNumber: source.rowNumber,
    matchedBy: source.matchedBy,
    weak: source.weak,
    valueCount: Object.keys(source.values).length,
    at: source.at,
  }
}
