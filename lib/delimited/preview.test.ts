import { expect, test } from 'vitest'
import { previewFile } from './preview'

const utf8 = (text: string) => new TextEncoder().encode(text)

test('shows columns and the first fifty rows', () => {
  const rows = Array.from({ length: 80 }, (_, i) => `web ${i};${i}`).join('\r\n')
  const preview = previewFile(utf8(`Name;CPUs\r\n${rows}\r\n`), { whole: true })
  if (!preview.ok) throw new Error(preview.code)
  expect(preview.dialect).toMatchObject({ delimiter: ';', lineEnding: 'crlf' })
  expect(preview.columns.map((column) => column.name)).toEqual(['Name', 'CPUs'])
  expect(preview.rows).toHaveLength(50)
  expect(preview.rows[49]).toEqual(['web 49', '49'])
})

test('a row cut off by the end of the beginning is not shown', () => {
  const preview = previewFile(utf8('a,b\n1,2\n3,"4'), { whole: false })
  expect(preview).toMatchObject({ ok: true, rows: [['1', '2']], problems: [] })
})

test('a header without rows is said', () => {
  expect(previewFile(utf8('a,b\n'), { whole: true })).toMatchObject({ code: 'header_only' })
  expect(previewFile(utf8('a,b\n'), { whole: false })).toMatchObject({ ok: true, rows: [] })
})

test('10,000 columns are said with their number, even where the header is cut off', () => {
  const header = Array.from({ length: 10_000 }, (_, i) => `column ${i}`).join(',')
  expect(previewFile(utf8(`${header}\n1,2\n`), { whole: true })).toMatchObject({
    ok: false,
    code: 'too_many_columns',
    message: 'Line 1, column 2001: There are 10000 columns; at most 2000 are read.',
  })
  expect(previewFile(utf8(header).subarray(0, 65_536), { whole: false })).toMatchObject({
    code: 'too_many_columns',
  })
})

test('what is no text is refused with words', () => {
  expect(previewFile(utf8('%PDF-1.7'), { whole: true })).toEqual({
    ok: false,
    code: 'not_text',
    message: 'The file is a document, whatever its name says. Export the list as CSV.',
  })
})

test('a delimiter that a person chose is used', () => {
  const preview = previewFile(utf8('a;b\n1;2\n'), { whole: true, overrides: { delimiter: ',' } })
  expect(preview).toMatchObject({ ok: true, rows: [['1;2']] })
})
