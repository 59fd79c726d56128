import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'

/** The names of a value's fields and what stands in them; of a list, every shape once. */
type Shape = string | Shape[] | { [field: string]: Shape }

interface Recorded {
  version: number
  shape: Shape
}

const file = path.join(import.meta.dirname, 'read-shapes.json')
/** Set to enter the shapes of reads that have a new version. */
const mayWrite = process.env.WRITE_READ_SHAPES === '1'

/**
 * Holds the shapes of values against those that were written down: an old deploy and a new one share
 * a cache, so a value of another shape needs another version of its read.
 */
export function checkShapes(
  reads: readonly { name: string; version: number; value: unknown }[],
): void {
  const recorded: Record<string, Recorded> = JSON.parse(readFileSync(file, 'utf8'))
  const current = Object.fromEntries(
    reads
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, version, value }) => [name, { version, shape: shapeOf(value) }]),
  )
  const sameVersion = Object.keys(current).filter(
    (name) => recorded[name]?.version === current[name]?.version,
  )
  const pick = (from: Record<string, Recorded>) =>
    Object.fromEntries(sameVersion.map((name) => [name, from[name]]))
  expect(pick(current), 'a value has another shape: raise the version of its read').toEqual(
    pick(recorded),
  )
  if (mayWrite) writeFileSync(file, `${JSON.stringify(current, null, 2)}\n`)
  else {
    const advice = 'a read has a new version: run this test with WRITE_READ_SHAPES=1'
    expect(current, advice).toEqual(recorded)
  }
}

function shapeOf(value: unknown): Shape {
  if (value === null) return 'null'
  if (Array.isArray(value)) {
    const shapes = new Map(value.map(shapeOf).map((shape) => [JSON.stringify(shape), shape]))
    return [...shapes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, shape]) => shape)
  }
  if (typeof value !== 'object') return typeof value
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(fields.map(([name, field]) => [name, shapeOf(field)]))
}
