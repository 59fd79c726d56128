import type { AttributeView, ValueOrigin } from '@/lib/domain/inventory/schema'

/** The file and the row of a value, and its words where they differ from what is shown. */
function placeOf({ kind, sourceName, fileName, rowNumber }: ValueOrigin): string {
  if (kind === 'correction') return 'Corrected here'
  const file = fileName === null || fileName === sourceName ? sourceName : fileName
  return rowNumber === null ? file : `${file}, row ${rowNumber.toLocaleString('en-US')}`
}

function wordsOf({ raw, unit }: ValueOrigin): string {
  return unit === null ? `“${raw}”` : `“${raw}” ${unit}`
}

/** Whether the words of the source stand there already as the value. */
function isShownAsItCame({ value }: AttributeView, { raw, unit }: ValueOrigin): boolean {
  return unit === null && String(value) === raw && typeof value !== 'boolean'
}

/** Where a value comes from, as it came, and what other sources say. */
export function Provenance({ attribute }: { attribute: AttributeView }) {
  const { origin, derivedFrom, others } = attribute
  return (
    <>
      {origin === null ? (
        derivedFrom
      ) : (
        <span title={`${origin.sourceName}, ${origin.at.slice(0, 16).replace('T', ' ')} UTC`}>
          {placeOf(origin)}
          {!isShownAsItCame(attribute, origin) && `: ${wordsOf(origin)}`}
        </span>
      )}
      {others.map(({ origin: other }) => (
        <span key={`${other.sourceId}`} className="block text-warn-text">
          Differs in {placeOf(other)}: {wordsOf(other)}
        </span>
      ))}
    </>
  )
}
