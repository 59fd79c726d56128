import { inflateSync } from 'node:zlib'

/** What a font's glyphs stand for, by their numbers in hexadecimal. */
type Glyphs = ReadonlyMap<string, string>

/**
 * The text of each page of a PDF as Chromium writes it: one compressed stream of drawing per page,
 * and per font a table of what its glyphs stand for (ISO 32000-1, 9.10.3). Each page is read by every
 * font, so that a word of one is nonsense by the others: look for words, not for the whole.
 */
export function textOfPages(pdf: Buffer): string[] {
  const streams = inflatedStreams(pdf)
  const fonts = streams.filter((text) => text.includes('begincmap')).map(glyphsOf)
  return streams
    .filter((text) => /\bBT\b/.test(text) && /> ?T[jJ]|\] ?TJ/.test(text))
    .map((page) => fonts.map((font) => read(page, font)).join('\n'))
}

function inflatedStreams(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => {
    if (text.slice(index - 3, index) === 'end') return []
    const end = text.indexOf('endstream', index + length)
    try {
      return [inflateSync(pdf.subarray(index + length, end)).toString('latin1')]
    } catch {
      // A font or a picture in another encoding.
      return []
    }
  })
}

function glyphsOf(table: string): Glyphs {
  const glyphs = new Map<string, string>()
  const sign = (code: number) => String.fromCharCode(code)
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', code = ''] of block.matchAll(/<(\w+)> <(\w{4})>/g)) {
      glyphs.set(glyph.toUpperCase(), sign(Number.parseInt(code, 16)))
    }
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', code = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w{4})>/g)) {
      const first = Number.parseInt(from, 16)
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph++) {
        const name = glyph.toString(16).padStart(from.length, '0').toUpperCase()
        glyphs.set(name, sign(Number.parseInt(code, 16) + glyph - first))
      }
    }
  }
  return glyphs
}

function read(page: string, glyphs: Glyphs): string {
  return [...page.matchAll(/<([0-9A-Fa-f]+)>/g)]
    .map(([, run = '']) =>
      (run.match(/.{4}/g) ?? []).map((glyph) => glyphs.get(glyph.toUpperCase()) ?? '').join(''),
    )
    .join('')
}
