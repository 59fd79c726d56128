import * as z from 'zod'

/** Something that only grows, and where every site shows it. */
export interface Fact {
  name: string
  path: string
  /** Whose session asks; none for a public page. */
  email: string | null
  /** @returns the largest value that the answer shows; 0 for none, null when it is another answer */
  shown(body: string): number | null
}

/** Where the site's own API is written to: one writer for each, so that its values only grow. */
export const writtenPlaces = [
  { letter: 'a', place: 'acme/erp-2026', email: 'analyst@portolan.test' },
  { letter: 'b', place: 'globex/pilot', email: 'analyst@other.portolan.test' },
] as const

export type WrittenPlace = (typeof writtenPlaces)[number]

export const nameOf = (letter: string, value: number) =>
  `chaos-${letter}-${String(value).padStart(6, '0')}.csv`

/** @returns the value in a file's name; null when it is none of that letter */
export function valueIn(name: string, letter: string): number | null {
  const found = /^chaos-(\w+)-(\d+)\.csv$/.exec(name)
  return found?.[1] === letter ? Number(found[2]) : null
}

const importPage = z.object({ imports: z.array(z.object({ fileName: z.string() })) })
const importView = z.object({ fileName: z.string() })

/** The newest import of an engagement. */
export function newestImport({ letter, place, email }: WrittenPlace): Fact {
  return {
    name: `imports of ${place}`,
    path: `/api/${place}/imports`,
    email,
    shown(body) {
      const page = importPage.safeParse(parseJson(body))
      if (!page.success) return null
      const values = page.data.imports.map(({ fileName }) => valueIn(fileName, letter) ?? 0)
      return Math.max(0, ...values)
    },
  }
}

export const rawLetter = 'raw'

/** The name of one import, which is changed behind the site's back. */
export function renamedImport(place: string, email: string, importId: string): Fact {
  return {
    name: 'an import renamed by SQL',
    path: `/api/${place}/imports/${importId}`,
    email,
    shown(body) {
      const view = importView.safeParse(parseJson(body))
      return view.success ? (valueIn(view.data.fileName, rawLetter) ?? 0) : null
    },
  }
}

/** The number of people on the public page that Next keeps. */
export const people: Fact = {
  name: 'people on the status page',
  path: '/status',
  email: null,
  shown(body) {
    const found = />People<\/span><span[^>]*>([\d,]+)</.exec(body)
    return found?.[1] ? Number(found[1].replaceAll(',', '')) : null
  },
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
