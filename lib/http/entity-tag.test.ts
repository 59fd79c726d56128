import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type EntityTag,
  entityTagOfVersion,
  type ListedTags,
  matchesStrongly,
  matchesWeakly,
  parseListedTags,
  printEntityTag,
} from './entity-tag'

const strong = (opaque: string): EntityTag => ({ weak: false, opaque })
const weak = (opaque: string): EntityTag => ({ weak: true, opaque })

test('weak comparison looks at the text alone, strong comparison wants two strong tags', () => {
  const table = [
    [weak('1'), weak('1'), false, true],
    [weak('1'), weak('2'), false, false],
    [weak('1'), strong('1'), false, true],
    [strong('1'), weak('1'), false, true],
    [strong('1'), strong('1'), true, true],
  ] as const
  for (const [one, other, strongly, weakly] of table) {
    expect(matchesStrongly(one, other)).toBe(strongly)
    expect(matchesWeakly(one, other)).toBe(weakly)
  }
})

test.each<[string, ListedTags | null]>([
  ['"a"', [strong('a')]],
  ['W/"a"', [weak('a')]],
  ['""', [strong('')]],
  ['"a", W/"b" ,"c"', [strong('a'), weak('b'), strong('c')]],
  ['"a,b"', [strong('a,b')]],
  ['"a\\"', [strong('a\\')]],
  [',, "a",\t,', [strong('a')]],
  ['', []],
  [' , ', []],
  ['*', '*'],
  [' * ', '*'],
  ['*, "a"', null],
  ['"a", *', null],
  ['w/"a"', null],
  ['W/ "a"', null],
  ['a', null],
  ['"a" "b"', null],
  ['"a', null],
  ['"a b"', null],
  ['"a"\n', null],
  ['"a", b', null],
])('the value %j is read by the grammar', (value, listed) => {
  expect(parseListedTags(value)).toEqual(listed)
})

test('what is printed is read again, and what cannot be printed is refused', () => {
  const tags = fc.array(fc.record({ weak: fc.boolean(), opaque: opaques }))
  fc.assert(
    fc.property(tags, (listed) => {
      expect(parseListedTags(listed.map(printEntityTag).join(', '))).toEqual(listed)
    }),
  )
  for (const opaque of ['"', ' ', 'a\n', '\u0100']) {
    expect(() => printEntityTag(strong(opaque))).toThrow(RangeError)
  }
})

test('a version is a strong tag', () => {
  expect(printEntityTag(entityTagOfVersion(7))).toBe('"7"')
})

test('10,000 values are read as a reader of another kind reads them', () => {
  const seen = { wellFormed: 0, malformed: 0 }
  fc.assert(
    fc.property(fieldValues, (value) => {
      const expected = readByStates(value)
      seen[expected === null ? 'malformed' : 'wellFormed'] += 1
      expect(parseListedTags(value)).toEqual(expected)
    }),
    { numRuns: 10_000 },
  )
  expect(seen.wellFormed).toBeGreaterThan(2000)
  expect(seen.malformed).toBeGreaterThan(2000)
})

test('a long hostile value costs no more than its length', () => {
  const length = 2_000_000
  for (const value of [`"a"${' '.repeat(length)}x`, '"'.repeat(length + 1), ' ,'.repeat(length)]) {
    expect(() => parseListedTags(value)).not.toThrow()
  }
})

const codes = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((code) => String.fromCharCode(code))
const opaqueUnits = fc.oneof(
  { weight: 5, arbitrary: codes(0x23, 0x7e) },
  fc.constant('!'),
  codes(0x80, 0xff),
)
const opaques = fc.string({ unit: opaqueUnits, maxLength: 6 })
const printed = fc
  .tuple(fc.constantFrom('', '', 'W/'), opaques)
  .map(([prefix, opaque]) => `${prefix}"${opaque}"`)
const blanks = fc.constantFrom('', '', ' ', '\t', ' \t ')
const places = fc
  .tuple(blanks, fc.oneof({ weight: 5, arbitrary: printed }, fc.constant('')), blanks)
  .map((parts) => parts.join(''))
const lists = fc.array(places, { maxLength: 5 }).map((parts) => parts.join(','))
const strays = fc.constantFrom(
  '"',
  ',',
  '*',
  'W/',
  'w/',
  'W',
  '/',
  ' ',
  '\t',
  '\n',
  '\x7f',
  'a',
  'é',
)
/** A list with something put into it, or something taken out of it. */
const damaged = fc
  .tuple(lists, fc.nat(), fc.option(strays), fc.integer({ min: 0, max: 2 }))
  .map(([list, at, stray, taken]) => {
    const start = at % (list.length + 1)
    return list.slice(0, start) + (stray ?? '') + list.slice(start + taken)
  })
const noise = fc.array(strays, { maxLength: 8 }).map((parts) => parts.join(''))
const fieldValues = fc.oneof(
  { weight: 4, arbitrary: lists },
  { weight: 4, arbitrary: damaged },
  { weight: 1, arbitrary: noise },
  { weight: 1, arbitrary: fc.tuple(blanks, blanks).map(([before, after]) => `${before}*${after}`) },
)

/** Reads character by character, knowing only in which of five states it is. */
function readByStates(value: string): ListedTags | null {
  const isBlank = (unit: string) => unit === ' ' || unit === '\t'
  const units = [...value]
  while (isBlank(units[0] ?? '')) units.shift()
  while (isBlank(units.at(-1) ?? '')) units.pop()
  if (units.length === 1 && units[0] === '*') return '*'
  const tags: EntityTag[] = []
  let state: 'gap' | 'w' | 'slash' | 'inside' | 'after' = 'gap'
  let isWeak = false
  let opaque = ''
  for (const unit of units) {
    const code = unit.charCodeAt(0)
    if (state === 'gap' && (isBlank(unit) || unit === ',')) continue
    if (state === 'gap' && unit === 'W') state = 'w'
    else if (state === 'w' && unit === '/') state = 'slash'
    else if ((state === 'gap' || state === 'slash') && unit === '"') {
      isWeak = state === 'slash'
      opaque = ''
      state = 'inside'
    } else if (state === 'inside' && unit === '"') {
      tags.push({ weak: isWeak, opaque })
      state = 'after'
    } else if (state === 'inside' && code > 0x20 && code !== 0x7f && code < 0x100) opaque += unit
    else if (state === 'after' && unit === ',') state = 'gap'
    else if (state !== 'after' || !isBlank(unit)) return null
  }
  return state === 'gap' || state === 'after' ? tags : null
}
