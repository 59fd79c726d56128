import {
  type Application,
  applications,
  type Environment,
  environments,
  type Site,
  type System,
  sites,
  type Tier,
} from './landscape'
import { type Random, randomDay, randomUuid } from './random'

type Disk = {
  label: string
  path: string
  capacityMib: number
  usedMib: number
  thin: boolean
}

type NetworkCard = { label: string; network: string; mac: string; ip: string }

export type Host = { name: string; site: Site; cluster: string; sockets: number; memoryMib: number }

/** A virtual machine as its hypervisor knows it. Text fields are what a person typed. */
export type Machine = {
  name: string
  dnsName: string
  site: Site
  host: Host
  poweredOn: boolean
  template: boolean
  system: System
  environment: string
  application: string
  owner: string
  commissioned: string
  note: string
  cpus: number
  memoryMib: number
  reportedNics: number
  disks: Disk[]
  cards: NetworkCard[]
  moref: string
  biosUuid: string
  instanceUuid: string
}

const DOMAIN = 'fjordline.example'
const GIB = 1_024

/** Clusters of each site, with the hosts of each. */
export function generateHosts(random: Random, machines: number): Host[] {
  const perCluster = Math.max(2, Math.ceil(machines / 90))
  return sites.flatMap(([site]) =>
    ['prod', 'general'].flatMap((cluster) =>
      Array.from({ length: perCluster }, (_, i) => ({
        name: `esx-${site.code}-${cluster[0]}${String(i + 1).padStart(2, '0')}.${DOMAIN}`,
        site,
        cluster: `${site.code}-${cluster}`,
        sockets: 2,
        memoryMib: random.pick([512, 768, 1_024]) * GIB,
      })),
    ),
  )
}

/** Machines with sound values only; `doubtful-values.ts` spoils some. */
export function generateMachines(random: Random, hosts: readonly Host[], count: number): Machine[] {
  const numbers = new Map<string, number>()
  return Array.from({ length: count }, (_, index) => {
    const site = random.weighted(sites)
    const application = random.pick(applications)
    const environment = random.weighted(environments)
    const tier = random.weighted(application.tiers)
    const stem = `${site.code}-${application.code}-${tier.code}-${environment.code}`
    const number = (numbers.get(stem) ?? 0) + 1
    numbers.set(stem, number)
    const name = `${stem}${String(number).padStart(2, '0')}`
    const host = hostFor(random, hosts, site, environment)
    return buildMachine(random, { index, name, host, application, environment, tier })
  })
}

function hostFor(
  random: Random,
  hosts: readonly Host[],
  site: Site,
  environment: Environment,
): Host {
  const cluster = `${site.code}-${environment.code === 'p' ? 'prod' : 'general'}`
  const [first, ...others] = hosts.filter((host) => host.cluster === cluster)
  if (first === undefined) throw new Error(`There is no host in ${cluster}.`)
  return random.pick([first, ...others])
}

type Plan = {
  index: number
  name: string
  host: Host
  application: Application
  environment: Environment
  tier: Tier
}

function buildMachine(random: Random, plan: Plan): Machine {
  const { index, name, host, application, environment, tier } = plan
  const template = index % 60 === 59
  const system = random.weighted(tier.systems)
  const cards = generateCards(random, { index, site: host.site, tier, environment })
  return {
    name: template ? `tpl-${host.site.code}-${system.family}-${index}` : name,
    dnsName: template ? '' : `${name}.${DOMAIN}`,
    site: host.site,
    host,
    poweredOn: !template && !random.chance(environment.code === 'p' ? 0.03 : 0.15),
    template,
    system,
    environment: template ? '' : environment.written,
    application: template ? '' : application.title,
    owner: application.owner,
    commissioned: randomDay(random, '2014-02-01', 4_200),
    note: random.chance(0.2) ? `Part of ${application.title}, see the runbook` : '',
    cpus: template ? 2 : random.pick(tier.cpus),
    memoryMib: (template ? 4 : random.pick(tier.memoryGib)) * GIB,
    reportedNics: cards.length,
    disks: generateDisks(random, system, tier.dataDisksGib),
    cards,
    moref: `vm-${1_000 + index}`,
    biosUuid: randomUuid(random),
    instanceUuid: randomUuid(random),
  }
}

function generateDisks(random: Random, system: System, dataGib: readonly number[]): Disk[] {
  const isWindows = system.family === 'windows'
  const systemGib = isWindows ? random.pick([80, 100, 120]) : random.pick([40, 60])
  const letters = ['E', 'F', 'G']
  const paths = isWindows
    ? ['C:\\', ...dataGib.map((_, i) => `${letters[i]}:\\`)]
    : ['/', ...dataGib.map((_, i) => (i === 0 ? '/data' : `/data${i + 1}`))]
  return [systemGib, ...dataGib.map((gib) => gib * random.whole(1, 3))].map((gib, i) => ({
    label: `Hard disk ${i + 1}`,
    path: paths[i] ?? '/',
    capacityMib: gib * GIB,
    usedMib: Math.round(gib * GIB * (0.2 + random.next() * 0.7)),
    thin: random.chance(0.7),
  }))
}

function generateCards(
  random: Random,
  {
    index,
    site,
    tier,
    environment,
  }: { index: number; site: Site } & Pick<Plan, 'tier' | 'environment'>,
): NetworkCard[] {
  const network = `${site.code}-${tier.code}-${environment.written.toLowerCase()}`
  const address = (offset: number) =>
    `10.${site.subnet + offset}.${Math.floor(index / 200)}.${(index % 200) + 10}`
  const mac = () => `00:50:56:${random.hex(2)}:${random.hex(2)}:${random.hex(2)}`
  const cards = [{ label: 'Network adapter 1', network, mac: mac(), ip: address(0) }]
  if (random.chance(tier.code === 'db' ? 0.6 : 0.08)) {
    cards.push({
      label: 'Network adapter 2',
      network: `${site.code}-backup`,
      mac: mac(),
      ip: address(1),
    })
  }
  return cards
}
