import { expect, test } from 'vitest'
import { importFormats } from '../catalogue/formats'
import { normaliseHeader } from '../header/normalise'
import type { ImportFormat, Pattern } from '../schema'
import { suggestMappings } from './suggest-mappings'

function suggest(format: ImportFormat, patterns: Pattern[]) {
  const columns = Object.keys(format.headers).map((header, index) => ({
    index,
    header,
    samples: [],
  }))
  const suggestions = suggestMappings({ columns, format, patterns })
  return Object.fromEntries(suggestions.map(({ header, attribute }) => [header, attribute]))
}

function approved(format: ImportFormat, answers: Record<string, string | null>): Pattern[] {
  return Object.entries(answers).flatMap(([header, attribute]) =>
    attribute === null
      ? []
      : [
          {
            header: normaliseHeader(header),
            attribute,
            patternType: 'header_approved' as const,
            scope: 'client' as const,
            evidenceCount: 1,
            formatId: format.id,
          },
        ],
  )
}

test.each(importFormats.map((format) => [format.id, format] as const))(
  'what %s declares is what is suggested, and approving it changes no answer',
  (_, format) => {
    const first = suggest(format, [])
    const kept = Object.entries(first).filter(([, attribute]) => attribute !== null)
    for (const [header, attribute] of kept)
      expect([header, attribute]).toEqual([header, format.headers[header]])
    expect(suggest(format, approved(format, first))).toEqual(first)
  },
)
