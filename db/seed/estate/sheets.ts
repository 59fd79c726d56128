import type { Host, Machine } from './machines'

/** One column of a sheet: its header and how a row fills it. */
type Column<Row> = readonly [header: string, cell: (row: Row) => string | number]

export type Sheet<Row> = readonly Column<Row>[]

const yesNo = (value: boolean) => (value ? 'True' : 'False')
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const power = (machine: Machine) => (machine.poweredOn ? 'poweredOn' : 'poweredOff')

/** Columns that every sheet of machines ends in. */
const place: Sheet<Machine> = [
  ['Datacenter', ({ site }) => site.datacenter],
  ['Cluster', ({ host }) => host.cluster],
  ['Host', ({ host }) => host.name],
  ['OS according to the configuration file', ({ system }) => system.configured],
  [
    'OS according to the VMware Tools',
    (machine) => (machine.poweredOn ? machine.system.reported : ''),
  ],
  ['VM ID', ({ moref }) => moref],
  ['VM UUID', ({ instanceUuid }) => instanceUuid],
  ['VI SDK Server', ({ site }) => site.vcenter],
]

const start: Sheet<Machine> = [
  ['VM', ({ name }) => name],
  ['Powerstate', power],
  ['Template', ({ template }) => yesNo(template)],
]

/** With the custom attributes that the invented company keeps (Environment to Commissioned). */
export const machineSheet: Sheet<Machine> = [
  ...start,
  ['Config status', () => 'green'],
  ['DNS Name', ({ dnsName }) => dnsName],
  ['CPUs', ({ cpus }) => cpus],
  ['Memory', ({ memoryMib }) => memoryMib],
  ['NICs', ({ reportedNics }) => reportedNics],
  ['Disks', ({ disks }) => disks.length],
  ['Primary IP Address', ({ cards }) => cards[0]?.ip ?? ''],
  ['Network #1', ({ cards }) => cards[0]?.network ?? ''],
  ['Provisioned MiB', ({ disks }) => sum(disks.map((disk) => disk.capacityMib))],
  ['In Use MiB', ({ disks }) => sum(disks.map((disk) => disk.usedMib))],
  ['Firmware', ({ system }) => (system.family === 'windows' ? 'efi' : 'bios')],
  ['HW version', () => 'vmx-19'],
  ['Annotation', ({ note }) => note],
  ['Environment', ({ environment }) => environment],
  ['Application', ({ application }) => application],
  ['Owner', ({ owner }) => owner],
  ['Commissioned', ({ commissioned }) => commissioned],
  ...place,
  ['SMBIOS UUID', ({ biosUuid }) => biosUuid],
]

type Part<Kind extends 'disks' | 'cards'> = { machine: Machine; part: Machine[Kind][number] }

const of = <Kind extends 'disks' | 'cards'>(sheet: Sheet<Machine>): Sheet<Part<Kind>> =>
  sheet.map(([header, cell]) => [header, ({ machine }) => cell(machine)])

export const networkSheet: Sheet<Part<'cards'>> = [
  ...of<'cards'>(start),
  ['NIC label', ({ part }) => part.label],
  ['Adapter', () => 'Vmxnet3'],
  ['Network', ({ part }) => part.network],
  ['Switch', ({ machine }) => `dvs-${machine.site.code}`],
  ['Connected', ({ machine }) => yesNo(machine.poweredOn)],
  ['Mac Address', ({ part }) => part.mac],
  ['Type', () => 'assigned'],
  ['IPv4 Address', ({ part }) => part.ip],
  ...of<'cards'>(place),
]

export const partitionSheet: Sheet<Part<'disks'>> = [
  ...of<'disks'>(start),
  ['Disk', ({ part }) => part.path],
  ['Capacity MiB', ({ part }) => part.capacityMib],
  ['Consumed MiB', ({ part }) => part.usedMib],
  ['Free MiB', ({ part }) => Math.max(0, part.capacityMib - part.usedMib)],
  ...of<'disks'>(place),
]

export const diskSheet: Sheet<Part<'disks'>> = [
  ...of<'disks'>(start),
  ['Disk', ({ part }) => part.label],
  ['Capacity MiB', ({ part }) => part.capacityMib],
  ['Raw', () => 'False'],
  ['Disk Mode', () => 'persistent'],
  ['Thin', ({ part }) => yesNo(part.thin)],
  ['Controller', () => 'SCSI controller 0'],
  ...of<'disks'>(place),
]

const CORES_PER_SOCKET = 32

export const hostSheet: Sheet<Host & { machines: number; vcpus: number; vramMib: number }> = [
  ['Host', ({ name }) => name],
  ['Datacenter', ({ site }) => site.datacenter],
  ['Cluster', ({ cluster }) => cluster],
  ['Config status', () => 'green'],
  ['CPU Model', () => 'Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz'],
  ['Speed', () => 1_995],
  ['# CPU', ({ sockets }) => sockets],
  ['Cores per CPU', () => CORES_PER_SOCKET],
  ['# Cores', ({ sockets }) => sockets * CORES_PER_SOCKET],
  ['# Memory', ({ memoryMib }) => memoryMib],
  ['# VMs', ({ machines }) => machines],
  ['# vCPUs', ({ vcpus }) => vcpus],
  ['vRAM', ({ vramMib }) => vramMib],
  ['ESX Version', () => 'VMware ESXi 7.0.3 build-21930508'],
  ['Vendor', () => 'Dell Inc.'],
  ['Model', () => 'PowerEdge R750'],
]
