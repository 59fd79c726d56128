import { expect, test } from 'vitest'
import { type DecodedPart, decodePart, startDecoder } from './decoder'
import type { Dialect } from './dialect'
import { DECODER_LIMITS } from './limits'
import { describeProblem } from './problem'

const plain: Dialect = {
  encoding: 'utf-8',
  bom: false,
  delimiter: ',',
  quote: '"',
  lineEnding: 'lf',
  headerLine: 1,
}

const utf8 = (text: string) => new TextEncoder().encode(text)

function decode(input: string | Uint8Array, dialect: Partial<Dialect> = {}): DecodedPart {
  const bytes = typeof input === 'string' ? utf8(input) : input
  return decodePart(startDecoder({ ...plain, ...dialect }), bytes, { last: true })
}

const cellsOf = (part: DecodedPart) => part.records.map((record) => record.cells)

test('LF, CRLF, CR and mixed line ends give the same rows', () => {
  const rows = [
    ['1', '2'],
    ['3', '4'],
    ['5', '6'],
  ]
  for (const text of [
    'a,b\n1,2\n3,4\n5,6',
    'a,b\r\n1,2\r\n3,4\r\n5,6\r\n',
    'a,b\r1,2\r3,4\r5,6\r',
    'a,b\r\n1,2\n3,4\r5,6\n',
  ]) {
    expect(cellsOf(decode(text))).toEqual(rows)
  }
})

test('the header becomes columns, not a row', () => {
  const { state, records } = decode('Name,Name,\nx,y,z\n')
  expect(state.columns?.map((column) => column.name)).toEqual(['Name', 'Name (2)', 'Column 3'])
  expect(records).toEqual([{ line: 2, cells: ['x', 'y', 'z'] }])
  expect(state.records).toBe(1)
})

test('quoted delimiters, line breaks and doubled quotes are text; lines stay physical', () => {
  const { records, problems } = decode('a,b\r\n"x,\r\ny","say ""hi"""\r\n3,4\r\n')
  expect(records).toEqual([
    { line: 2, cells: ['x,\r\ny', 'say "hi"'] },
    { line: 4, cells: ['3', '4'] },
  ])
  expect(problems).toEqual([])
})

test('a doubled quote between CR and LF keeps them two line breaks', () => {
  const { records } = decode('a\n"x\r""\ny"\nz\n')
  expect(records).toEqual([
    { line: 2, cells: ['x\r"\ny'] },
    { line: 5, cells: ['z'] },
  ])
})

test('a quote in the middle of an unquoted value is text', () => {
  expect(cellsOf(decode('a,b\n5" disk,x\n'))).toEqual([['5" disk', 'x']])
})

test('an undoubled quote stays text, is reported, and never swallows the next line', () => {
  const { records, problems } = decode('a,b\n"5" disk",x\n"He said "hi" twice",y\n')
  expect(records.map((record) => record.cells)).toEqual([
    ['5" disk', 'x'],
    ['He said "hi" twice', 'y'],
  ])
  expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['stray_quote', 2, 1],
    ['stray_quote', 3, 1],
  ])
})

test('blanks after a closing quote are not text', () => {
  const part = decode('a,b\n"x" ,y\n')
  expect(cellsOf(part)).toEqual([['x', 'y']])
  expect(part.problems).toEqual([])
})

test('a quote that is never closed stops the file when it swallowed lines', () => {
  const { problems } = decode('a,b\n1,"x\n3,4\n5,6\n')
  expect(problems).toEqual([
    { code: 'unclosed_quote', scope: 'file', line: 2, column: 2, count: 3 },
  ])
  expect(decode('a,b\n1,"x').problems[0]?.scope).toBe('record')
})

test('short rows are padded, extra cells are kept and reported, blank extras are dropped', () => {
  const { records, problems } = decode('a,b,c\n1\n1,2,3,4,5\n1,2,3,,,\n')
  expect(records.map((record) => record.cells)).toEqual([
    ['1', '', ''],
    ['1', '2', '3', '4', '5'],
    ['1', '2', '3'],
  ])
  expect(problems).toEqual([{ code: 'extra_cells', scope: 'cell', line: 3, column: 4, count: 2 }])
})

test('blank lines and rows of nothing but delimiters are skipped, quoted emptiness is not', () => {
  expect(cellsOf(decode('a,b\n\n,\n1,2\n\r\n"",\n\n'))).toEqual([
    ['1', '2'],
    ['', ''],
  ])
})

test('lines above the header line are left out', () => {
  const part = decode('Report of servers\n\nName,IP\nx,y\n', { headerLine: 3 })
  expect(part.state.columns?.map((column) => column.name)).toEqual(['Name', 'IP'])
  expect(cellsOf(part)).toEqual([['x', 'y']])
})

test('invalid UTF-8 is read as Windows-1252 and named by row, column and byte', () => {
  const bytes = new Uint8Array([...utf8('name,site\nx,K'), 0xf6, ...utf8('ln\ny,Köln\n')])
  const part = decode(bytes)
  expect(cellsOf(part)).toEqual([
    ['x', 'Köln'],
    ['y', 'Köln'],
  ])
  expect(part.problems).toEqual([
    { code: 'invalid_bytes', scope: 'cell', line: 2, column: 2, byteOffset: 13, count: 1 },
  ])
  expect(describeProblem(part.problems[0] ?? failed(), ['name', 'site'])).toBe(
    "Line 2, column site: 1 byte is not valid in the file's encoding (first at byte 13). Read as Windows-1252; choose another encoding if the text looks wrong.",
  )
})

test('a character cut off by the end of the file is reported', () => {
  const part = decode(new Uint8Array([...utf8('a,b\n1,x'), 0xe2, 0x82]))
  expect(part.problems).toMatchObject([{ code: 'invalid_bytes', byteOffset: 7, count: 2 }])
})

test.each([
  ['an overlong form of three bytes', [0xe0, 0x80, 0x80]],
  ['an overlong form of four bytes', [0xf0, 0x80, 0x80, 0x80]],
  ['half a pair written as UTF-8', [0xed, 0xa0, 0x80]],
  ['a code point above the last', [0xf4, 0x90, 0x80, 0x80]],
  ['a byte that no UTF-8 has', [0xff]],
])('%s is reported byte by byte', (_name, bad) => {
  const part = decode(new Uint8Array([...utf8('a,b\nx,'), ...bad, ...utf8('é\n')]))
  expect(part.problems).toMatchObject([{ byteOffset: 6, count: bad.length }])
  expect(part.records[0]?.cells[1]).toMatch(/^.{1,4}é$/)
})

test('a UTF-16 file that ends within a character says so', () => {
  const bytes = new Uint8Array([...'a\nx'].flatMap((char) => [char.charCodeAt(0), 0]).concat(0x41))
  const part = decode(bytes, { encoding: 'utf-16le' })
  expect(cellsOf(part)).toEqual([['x\ufffd']])
  expect(part.problems).toMatchObject([{ code: 'invalid_bytes', byteOffset: 6 }])
})

test('half a UTF-16 pair becomes the replacement character and is reported', () => {
  const units = [...'a,b\n1,x'].map((char) => char.charCodeAt(0))
  const bytes = new Uint8Array([...units, 0xd800, 10].flatMap((unit) => [unit & 255, unit >> 8]))
  const part = decode(bytes, { encoding: 'utf-16le' })
  expect(cellsOf(part)).toEqual([['1', 'x\ufffd']])
  expect(part.problems).toMatchObject([{ code: 'invalid_bytes', line: 2, column: 2 }])
})

test('NUL characters are left out and reported', () => {
  const part = decode('a,b\nx\0\0,"y\0"\n')
  expect(cellsOf(part)).toEqual([['x', 'y']])
  expect(part.problems).toEqual([
    { code: 'nul_character', scope: 'cell', line: 2, column: 1, byteOffset: 5, count: 2 },
    { code: 'nul_character', scope: 'cell', line: 2, column: 2, byteOffset: 10, count: 1 },
  ])
})

test('a row of nothing but NUL characters is shown, since something stood there', () => {
  expect(cellsOf(decode('a,b\n\0,\0\n'))).toEqual([['', '']])
})

test('Windows-1252 uses its own characters for 0x80 to 0x9F', () => {
  const part = decode(new Uint8Array([...utf8('a\n'), 0x80, 0x93, 0x94, 0xe4]), {
    encoding: 'windows-1252',
  })
  expect(cellsOf(part)).toEqual([['€“”ä']])
})

test('a byte order mark is no part of the first header', () => {
  expect(decode('\ufeffName\nx').state.columns?.[0]?.name).toBe('Name')
})

test('10,000 columns in the header stop the file', () => {
  const header = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')
  const { state, problems } = decode(`${header}\n1,2\n`)
  expect(problems).toEqual([
    { code: 'too_many_columns', scope: 'file', line: 1, column: 2_001, count: 10_000 },
  ])
  expect(state.columns).toHaveLength(2_000)
})

test('10,000 cells in one row concern that row only', () => {
  const { records, problems } = decode(`a,b\n${'1,'.repeat(9_999)}1\n3,4\n`)
  expect(records).toHaveLength(2)
  expect(problems[0]).toMatchObject({ code: 'too_many_columns', scope: 'record', line: 2 })
})

test('a 5 MB cell is cut, its row is named, the rows around it are whole', () => {
  const big = 'x'.repeat(5 * 1_048_576)
  for (const cell of [big, `"${big}"`]) {
    const part = decode(`a,b\n1,2\n3,${cell}\n5,6\n`)
    expect(part.records.map((record) => record.cells[0])).toEqual(['1', '3', '5'])
    expect(part.records[1]?.cells[1]).toHaveLength(DECODER_LIMITS.cellCharacters)
    expect(part.problems).toEqual([{ code: 'cell_too_large', scope: 'record', line: 3, column: 2 }])
  }
})

test('a cell is never cut within a character', () => {
  const limits = { columns: 10, cellCharacters: 4, recordCharacters: 100 }
  const part = decodePart(startDecoder(plain, limits), utf8('a\nabc😀\n'), { last: true })
  expect(cellsOf(part)).toEqual([['abc']])
})

test('a row of many large cells is capped and said once', () => {
  const limits = { columns: 10, cellCharacters: 10, recordCharacters: 25 }
  const bytes = utf8(`a,b,c,d,e\n${Array(5).fill('123456789').join(',')}\n`)
  const part = decodePart(startDecoder(plain, limits), bytes, { last: true })
  expect(part.records[0]?.cells).toEqual(['123456789', '123456789', '1234567', '', ''])
  expect(part.problems.map((problem) => problem.code)).toEqual(['record_too_large'])
})

test('__proto__ and constructor are columns like any other', () => {
  const { state, records } = decode('__proto__,constructor,toString\n1,2,3\n')
  expect(state.columns?.map((column) => column.name)).toEqual([
    '__proto__',
    'constructor',
    'toString',
  ])
  expect(records[0]?.cells).toEqual(['1', '2', '3'])
})

test('the state between parts stays small however long the file is', () => {
  let state = startDecoder(plain)
  const part = utf8(`name,value\n${'some name,some value\n'.repeat(2_000)}`)
  let most = 0
  for (let i = 0; i < 50; i++) {
    state = decodePart(state, part, { last: false }).state
    most = Math.max(most, JSON.stringify(state).length)
  }
  expect(most).toBeLessThan(2_000)
  expect(state.records).toBe(50 * 2_001 - 1)
})

test('decoding does not change the state it was given', () => {
  for (const [first, second] of [
    ['a,b\n1,"x', 'y",z\n3,4\n'],
    ['a,b\n1,2"x\0', '\0\0y\n'],
  ]) {
    const state = decodePart(startDecoder(plain), utf8(first ?? ''), { last: false }).state
    const before = JSON.stringify(state)
    decodePart(state, utf8(second ?? ''), { last: true })
    expect(JSON.stringify(state)).toBe(before)
  }
})

function failed(): never {
  throw new Error('expected a problem')
}
