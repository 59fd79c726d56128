import Papa from 'papaparse'
import * as z from 'zod'
import type { SiteClient } from '../import/site-client'

const assetPage = z.object({
  assets: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      cpuCount: z.number().nullable(),
      memoryMib: z.number().nullable(),
      diskTotalGib: z.number().nullable(),
      networkCards: z.number(),
      partitions: z.number(),
    }),
  ),
  next: z.string().nullable(),
})
export type ListedAsset = z.infer<typeof assetPage>['assets'][number]

export interface Comparison {
  /** Rows of the file. */
  rows: number
  /** Virtual machines of the inventory. */
  machines: number
  networkCards: number
  partitions: number
  /** One sentence per value that is not the file's; empty when all agree. */
  differences: string[]
}

/** The columns of a vInfo sheet whose values must arrive unharmed; RVTools 3 and 4. */
const names = {
  name: ['VM'],
  cpus: ['CPUs'],
  memory: ['Memory'],
  storage: ['Provisioned MB', 'Provisioned MiB'],
}

/** All virtual machines of an engagement, by the site's own API. */
export async function listMachines(site: SiteClient, basePath: string): Promise<ListedAsset[]> {
  const machines: ListedAsset[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = new URLSearchParams({ type: 'virtual_machine', limit: '500' })
    if (cursor) query.set('cursor', cursor)
    const page = await site.get(`${basePath}/assets?${query}`, assetPage)
    machines.push(...page.assets)
    cursor = page.next
  }
  return machines
}

/**
 * Compares each row of a vInfo sheet with its machine: name, CPUs, memory (MiB) and storage (GiB,
 * from binary MB). The file is read by another parser than the site's.
 */
export function compareEstate(csv: string, machines: readonly ListedAsset[]): Comparison {
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  const byName = new Map<string, ListedAsset[]>()
  for (const machine of machines) {
    const key = nameKey(machine.name)
    byName.set(key, [...(byName.get(key) ?? []), machine])
  }
  const differences = data.flatMap((row) => {
    const name = cell(row, names.name)
    const namesakes = byName.get(nameKey(name)) ?? []
    const found = namesakes.map((machine) => ({
      machine,
      words: differencesOf(name, row, machine),
    }))
    // Machines that share a name are told apart by the rest of their values.
    const [best] = found.sort((a, b) => a.words.length - b.words.length)
    if (!best) return [`${name} is missing`]
    namesakes.splice(namesakes.indexOf(best.machine), 1)
    return best.words
  })
  const sum = (count: (machine: ListedAsset) => number) =>
    machines.reduce((total, machine) => total + count(machine), 0)
  return {
    rows: data.length,
    machines: machines.length,
    networkCards: sum(({ networkCards }) => networkCards),
    partitions: sum(({ partitions }) => partitions),
    differences,
  }
}

function nameKey(name: string): string {
  return name.trim().toLowerCase()
}

function differencesOf(name: string, row: Record<string, string>, machine: ListedAsset): string[] {
  const expected = {
    CPUs: [numberIn(row, names.cpus), machine.cpuCount],
    'memory in MiB': [numberIn(row, names.memory), machine.memoryMib],
    'storage in GiB': [numberIn(row, names.storage, 1024), machine.diskTotalGib],
  } as const
  const wrong = Object.entries(expected).filter(([, [file, site]]) => !agree(file, site))
  const words = wrong.map(([what, [file, site]]) => `${name}: ${what} is ${site}, not ${file}`)
  return machine.name === name ? words : [`${name} is called ${machine.name}`, ...words]
}

function cell(row: Record<string, string>, columns: readonly string[]): string {
  for (const column of columns) if (row[column] !== undefined) return row[column]
  return ''
}

function numberIn(row: Record<string, string>, columns: readonly string[], divisor = 1) {
  const text = cell(row, columns).replaceAll(',', '').trim()
  return text === '' ? null : Number(text) / divisor
}

/** Storage is a fraction; both sides come from the same division. */
function agree(file: number | null, site: number | null): boolean {
  if (file === null || site === null) return file === site
  return Math.abs(file - site) <= 1e-6 * Math.max(1, Math.abs(file))
}
