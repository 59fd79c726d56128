import { deflateRawSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sniff } from './sniff'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

function dialectOf(input: string | Uint8Array, overrides = {}) {
  const result = sniff(typeof input === 'string' ? utf8(input) : input, overrides)
  if (!result.ok) throw new Error(result.code)
  return result.dialect
}

function kindOf(input: Uint8Array): string {
  const result = sniff(input)
  return result.ok ? 'ok' : result.kind
}

function noise(length: number): Uint8Array {
  let seed = 1
  return Uint8Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed & 255
  })
}

test.each([',', ';', '\t', '|', '^', '\x1f'])('finds the delimiter %j', (delimiter) => {
  const rows = ['name,site', 'web 1,Oslo', 'web 2,Bergen'].map((row) => row.replace(',', delimiter))
  expect(dialectOf(rows.join('\n')).delimiter).toBe(delimiter)
})

test('decimal commas do not make a comma file', () => {
  expect(dialectOf('name;load\na;1,5\nb;2,5\nc;3,5\n').delimiter).toBe(';')
})

test('nor do they in a long file with several of them', () => {
  expect(dialectOf(`name;load;cost\n${'a;1,5;2,5\n'.repeat(300)}`).delimiter).toBe(';')
})

test('delimiters inside quotes do not count', () => {
  expect(dialectOf('a;b\n"x,y,z";1\n"p,q,r";2\n').delimiter).toBe(';')
})

test('one column is read with the comma', () => {
  expect(dialectOf('name\nweb 1\nweb 2\n').delimiter).toBe(',')
})

test('a declared separator is obeyed and its line left out', () => {
  expect(dialectOf('sep=|\na|b,c\n1|2,3\n')).toMatchObject({ delimiter: '|', headerLine: 2 })
})

test('title lines above the columns are left out', () => {
  const text = 'Server list\nPrinted on Monday\n\nName,IP,Site\na,1,x\nb,2,y\nc,3,z\n'
  expect(dialectOf(text).headerLine).toBe(4)
})

test('single quotes are found where they are the rule', () => {
  expect(dialectOf("'a','b'\n'1,0','2'\n").quote).toBe("'")
  expect(dialectOf("name,note\nO'Neil,'tis\n").quote).toBe('"')
})

test('encodings: marks, unmarked UTF-16, UTF-8, Windows-1252', () => {
  const wide = (text: string) => Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0), 0]))
  expect(dialectOf('\ufeffa,b\n1,2')).toMatchObject({ encoding: 'utf-8', bom: true })
  expect(dialectOf(Uint8Array.from([0xff, 0xfe, ...wide('a,b\n1,2\n')]))).toMatchObject({
    encoding: 'utf-16le',
    bom: true,
    delimiter: ',',
  })
  expect(dialectOf(wide('a,b\n1,2\n'))).toMatchObject({ encoding: 'utf-16le', bom: false })
  expect(dialectOf(wide('a,b\n1,2\n').reverse()).encoding).toBe('utf-16be')
  expect(dialectOf('a,b\nKöln,2').encoding).toBe('utf-8')
  expect(dialectOf(bytes('a,b\nK\xf6ln,2')).encoding).toBe('windows-1252')
})

test('a character cut by the end of the prefix does not change the encoding', () => {
  const prefix = utf8('a,b\nKöln €').subarray(0, -1)
  expect(dialectOf(prefix).encoding).toBe('utf-8')
})

test('one damaged character among many sound ones leaves the file UTF-8', () => {
  const damaged = Uint8Array.from([...utf8(`a,b\n${'Köln,é\n'.repeat(20)}`), 0xf6, 10])
  expect(dialectOf(damaged).encoding).toBe('utf-8')
})

test.each([
  ['a,b\n1,2\n', 'lf'],
  ['a,b\r\n1,2\r\n', 'crlf'],
  ['a,b\r1,2\r', 'cr'],
  ['a,b\r\n1,2\n', 'mixed'],
  ['a,b', 'none'],
])('line ends of %j are %s', (text, lineEnding) => {
  expect(dialectOf(text).lineEnding).toBe(lineEnding)
})

test('what a person decides goes before what is detected', () => {
  const dialect = dialectOf('a;b\n1;2\n', {
    delimiter: ',',
    quote: null,
    encoding: 'windows-1252',
    headerLine: 2,
  })
  expect(dialect).toMatchObject({
    delimiter: ',',
    quote: null,
    encoding: 'windows-1252',
    headerLine: 2,
  })
})

const zipped = (name: string) =>
  Uint8Array.from([...bytes('PK\x03\x04\x14\0\0\0\x08\0'), ...bytes(name), ...deflateRawSync('x')])

test.each<[string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(), 'empty_file'],
  ['a byte order mark alone', Uint8Array.from([0xef, 0xbb, 0xbf]), 'empty_file'],
  ['nothing but blanks', bytes(' \r\n\t\n'), 'empty_file'],
  ['a PNG picture', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'is_image'],
  ['a JPEG picture', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'is_image'],
  ['a GIF picture', bytes('GIF89a\x01\0'), 'is_image'],
  ['a BMP picture', bytes('BM\x36\x30\0\0\0\0\0\0\x36\0'), 'is_image'],
  ['a workbook', zipped('[Content_Types].xml'), 'is_workbook'],
  ['an old workbook', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'), 'is_workbook'],
  ['a zip archive', zipped('list.csv'), 'is_archive'],
  ['a gzip archive', new Uint8Array(gzipSync('a,b\n1,2\n')), 'is_archive'],
  ['a PDF', bytes('%PDF-1.7\n%\xe2\xe3'), 'is_document'],
  ['a web page', bytes('<!DOCTYPE html><html>'), 'is_markup'],
  ['XML', bytes('<?xml version="1.0"?><a/>'), 'is_markup'],
  ['JSON', bytes('[{"name": "x"}]'), 'is_json'],
  ['noise', noise(4_096), 'not_text'],
])('%s is refused for what it is', (_name, input, kind) => {
  expect(kindOf(input)).toBe(kind)
})

test('text that begins like a picture is still text', () => {
  expect(kindOf(bytes('BMC tool,b\n1,2\n'))).toBe('ok')
  expect(kindOf(bytes('BZhost,b\n1,2\n'))).toBe('ok')
})

test('a refusal carries a code of the table of errors', () => {
  expect(sniff(zipped('[Content_Types].xml'))).toMatchObject({ code: 'is_archive' })
  expect(sniff(bytes('%PDF-1.7'))).toMatchObject({ code: 'not_text' })
})
