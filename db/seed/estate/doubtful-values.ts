import type { Machine } from './machines'
import type { Random } from './random'

/** What goes wrong in real lists, one kind each. */
const spoilers: ((machine: Machine, random: Random) => void)[] = [
  (machine, random) => {
    machine.owner = random.pick(['N/A', 'tbd', '-', 'unknown', 'None'])
  },
  (machine) => {
    machine.application = `${machine.application} `
  },
  (machine) => {
    machine.application = machine.application.replace(' ', '  ')
    machine.owner = ` ${machine.owner}`
  },
  (machine) => spoilAddress(machine, (ip) => `${ip}.1`),
  (machine) => spoilAddress(machine, (ip) => ip.replace(/\d+$/, '300')),
  (machine) => spoilAddress(machine, () => '169.254.17.4'),
  (machine, random) => {
    machine.commissioned = random.pick(['2062-04-12', '2051-11-30'])
  },
  (machine) => {
    machine.commissioned = '1900-01-01'
  },
  (machine) => {
    machine.memoryMib /= 1_024
  },
  (machine) => {
    machine.cpus = 0
  },
  (machine) => {
    for (const disk of machine.disks) disk.usedMib = Math.round(disk.capacityMib * 1.3)
  },
  (machine) => {
    machine.reportedNics += 1
  },
]

/**
 * Spoils about one machine in eight, every kind at least once where there are enough machines, and
 * gives one pair of machines the same name.
 */
export function spoilSome(machines: readonly Machine[], random: Random): void {
  const real = machines.filter((machine) => !machine.template)
  let next = 0
  for (const machine of real) {
    if (!random.chance(1 / 8)) continue
    spoilers[next % spoilers.length]?.(machine, random)
    next += 1
  }
  const [first, second] = [real.at(-1), real.at(-2)]
  if (first && second && real.length > 50) {
    first.name = second.name
    first.dnsName = ''
  }
}

function spoilAddress(machine: Machine, spoil: (ip: string) => string): void {
  const [card] = machine.cards
  if (card) card.ip = spoil(card.ip)
}
