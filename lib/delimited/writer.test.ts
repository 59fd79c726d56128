import { expect, test } from 'vitest'
import { decodePart, startDecoder } from './decoder'
import { ownColumnName } from './header'
import { sniff } from './sniff'
import { writeDelimited, writeRecord } from './writer'

async function written(...args: Parameters<typeof writeDelimited>): Promise<string> {
  let text = ''
  for await (const piece of writeDelimited(...args)) text += piece
  return text
}

function readBack(text: string) {
  const bytes = new TextEncoder().encode(text)
  const sniffed = sniff(bytes)
  if (!sniffed.ok) throw new Error(sniffed.code)
  return decodePart(startDecoder(sniffed.dialect), bytes, { last: true })
}

test.each(['=1+1', '+1 555', '-cmd', '@SUM(A1)', '\t=1', '\r=1'])(
  'the formula %j is escaped',
  (value) => {
    expect(writeRecord([value, 'x']).replace(/^"/, '')[0]).toBe("'")
  },
)

test.each(['-5', '+3.2', '-1,234.50', '-2e5', '-7%'])('the number %s stays a number', (value) => {
  expect(writeRecord([value, 'x'])).toContain(value)
  expect(writeRecord([value, 'x'])).not.toContain("'")
})

test('delimiters, quotes, line breaks and outer blanks are quoted, the rest is not', () => {
  expect(writeRecord(['a;b', 'c,d', 'e"f', 'g\nh', ' i', 'j'], ';')).toBe(
    '"a;b";c,d;"e""f";"g\nh";" i";j',
  )
})

test('our own file gives back the values that were escaped', async () => {
  const rows = [['=1+1', "'=x", '-5', "'plain"]]
  const part = readBack(await written([ownColumnName('id'), 'b', '=c', 'd'], rows))
  expect(part.records[0]?.cells).toEqual(rows[0])
  expect(part.state.columns?.[2]?.name).toBe('=c')
})

test("another's file keeps its apostrophes", async () => {
  const part = readBack(await written(['a', 'b'], [['=1+1', 'x']]))
  expect(part.records[0]?.cells).toEqual(["'=1+1", 'x'])
})

test('a long file comes in pieces', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => [`name ${i}`, 'x'.repeat(20)])
  let pieces = 0
  let longest = 0
  for await (const piece of writeDelimited(['a', 'b'], rows)) {
    pieces += 1
    longest = Math.max(longest, piece.length)
  }
  expect(pieces).toBeGreaterThan(5)
  expect(longest).toBeLessThan(70_000)
})
