import { csvLine } from './estate/csv-line'
import { spoilSome } from './estate/doubtful-values'
import { generateHosts, generateMachines } from './estate/machines'
import { seededRandom } from './estate/random'
import {
  diskSheet,
  hostSheet,
  machineSheet,
  networkSheet,
  partitionSheet,
  type Sheet,
} from './estate/sheets'

/** The sheets of one export, each the text of a CSV file. */
export type Estate = {
  vInfo: string
  vHost: string
  vNetwork: string
  vPartition: string
  vDisk: string
}

/**
 * The export of an invented virtual estate, in the columns of RVTools 4. The same input gives the
 * same text, always. About one machine in eight carries a doubtful value of some kind.
 * @param machines how many virtual machines, templates included
 */
export function generateEstate({ seed, machines }: { seed: number; machines: number }): Estate {
  const random = seededRandom(seed)
  const hosts = generateHosts(random, machines)
  const all = generateMachines(random, hosts, machines)
  spoilSome(all, random)
  const disks = all.flatMap((machine) => machine.disks.map((part) => ({ machine, part })))
  const cards = all.flatMap((machine) => machine.cards.map((part) => ({ machine, part })))
  const loaded = hosts.map((host) => {
    const guests = all.filter((machine) => machine.host === host && machine.poweredOn)
    const vcpus = guests.reduce((total, { cpus }) => total + cpus, 0)
    const vramMib = guests.reduce((total, { memoryMib }) => total + memoryMib, 0)
    return { ...host, machines: guests.length, vcpus, vramMib }
  })
  const running = disks.filter(({ machine }) => machine.poweredOn)
  return {
    vInfo: writeSheet(machineSheet, all),
    vHost: writeSheet(hostSheet, loaded),
    vNetwork: writeSheet(networkSheet, cards),
    vPartition: writeSheet(partitionSheet, running),
    vDisk: writeSheet(diskSheet, disks),
  }
}

function writeSheet<Row>(sheet: Sheet<Row>, rows: readonly Row[]): string {
  const lines = rows.map((row) => csvLine(sheet.map(([, cell]) => cell(row))))
  return [csvLine(sheet.map(([header]) => header)), ...lines, ''].join('\r\n')
}
