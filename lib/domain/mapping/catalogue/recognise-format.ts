import type { ImportFormat } from '../schema'
import { importFormats } from './formats'

/** Of the file's columns, the share that a format must know before it is believed. */
const LEAST_COVERAGE = 0.6

interface Candidate {
  format: ImportFormat
  known: number
  vocabulary: number
}

/** A header as formats are compared by: a spelling is part of what tells formats apart. */
function comparable(header: string): string {
  return header.trim().replace(/^\*/, '').replace(/\s+/g, ' ').toLowerCase()
}

/** A header whose number is 1, so that "Disk 7 size" is known where "Disk 1 size" is. */
function firstOfSeries(header: string): string {
  return comparable(header).replace(/\d+/, '1')
}

interface KnownHeaders {
  format: ImportFormat
  headers: ReadonlyMap<string, { header: string; attribute: string | null }>
  signatures: readonly (readonly string[])[]
}

const known: readonly KnownHeaders[] = importFormats.map((format) => ({
  format,
  headers: new Map(
    Object.entries({ ...format.alsoKnown, ...format.headers }).map(([header, attribute]) => [
      comparable(header),
      { header, attribute },
    ]),
  ),
  signatures: format.signature.map((group) => group.map(comparable)),
}))

const byFormat = new Map(known.map((entry) => [entry.format.id, entry]))

/** What a format says of a header: its own spelling and the attribute; undefined when unknown. */
export function columnOfFormat(
  format: ImportFormat,
  header: string,
): { header: string; attribute: string | null } | undefined {
  const headers = byFormat.get(format.id)?.headers
  return headers?.get(comparable(header)) ?? headers?.get(firstOfSeries(header))
}

/** Harmonic mean of "how much of the file is known" and "how much of the format is there". */
function agreement({ known, vocabulary }: Candidate, columns: number): number {
  return (2 * known) / (columns + vocabulary)
}

/**
 * The known export that a file's headers are of, with the share of the headers that it knows; null
 * when none is convincing.
 */
export function recogniseFormat(
  headers: readonly string[],
): { format: ImportFormat; coverage: number } | null {
  const columns = headers.filter((header) => header.trim() !== '')
  const present = new Set(columns.map(comparable))
  const candidates: Candidate[] = known
    .filter(({ signatures }) => signatures.some((group) => group.every((one) => present.has(one))))
    .map(({ format, headers: vocabulary }) => ({
      format,
      known: columns.filter((header) => columnOfFormat(format, header) !== undefined).length,
      vocabulary: vocabulary.size,
    }))
    .filter((candidate) => candidate.known >= columns.length * LEAST_COVERAGE)
    .sort((one, other) => {
      const covered = other.known - one.known
      return covered !== 0
        ? covered
        : agreement(other, columns.length) - agreement(one, columns.length)
    })
  const [best] = candidates
  return best ? { format: best.format, coverage: best.known / columns.length } : null
}
