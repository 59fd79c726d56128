import type { Weighted } from './random'

/** What an invented shipping company runs, and where. */

export type Site = { code: string; datacenter: string; vcenter: string; subnet: number }

export const sites: readonly [Weighted<Site>, ...Weighted<Site>[]] = [
  [{ code: 'osl', datacenter: 'Oslo DC1', vcenter: 'vc-osl.fjordline.example', subnet: 20 }, 5],
  [
    { code: 'rtm', datacenter: 'Rotterdam DC2', vcenter: 'vc-rtm.fjordline.example', subnet: 60 },
    4,
  ],
  [{ code: 'lis', datacenter: 'Lisbon DC1', vcenter: 'vc-lis.fjordline.example', subnet: 110 }, 2],
]

export type Environment = { code: string; written: string }

export const environments: readonly [Weighted<Environment>, ...Weighted<Environment>[]] = [
  [{ code: 'p', written: 'Production' }, 10],
  [{ code: 's', written: 'Staging' }, 3],
  [{ code: 'u', written: 'UAT' }, 2],
  [{ code: 't', written: 'Test' }, 4],
  [{ code: 'd', written: 'Development' }, 4],
]

export type Tier = {
  code: string
  cpus: readonly [number, ...number[]]
  memoryGib: readonly [number, ...number[]]
  dataDisksGib: readonly number[]
  systems: readonly [Weighted<System>, ...Weighted<System>[]]
}

export type System = {
  /** As the hypervisor names it, and as the guest does. */
  configured: string
  reported: string
  family: 'windows' | 'linux'
}

const windows = (year: string): System => ({
  configured: `Microsoft Windows Server ${year} (64-bit)`,
  reported: `Microsoft Windows Server ${year} (64-bit)`,
  family: 'windows',
})

const linux = (configured: string, reported: string): System => ({
  configured,
  reported,
  family: 'linux',
})

const ubuntu = linux('Ubuntu Linux (64-bit)', 'Ubuntu 22.04.4 LTS')
const rhel8 = linux('Red Hat Enterprise Linux 8 (64-bit)', 'Red Hat Enterprise Linux 8.9')
const rhel7 = linux('Red Hat Enterprise Linux 7 (64-bit)', 'Red Hat Enterprise Linux 7.9')
const suse = linux('SUSE Linux Enterprise 15 (64-bit)', 'SUSE Linux Enterprise Server 15 SP5')
const debian = linux('Debian GNU/Linux 11 (64-bit)', 'Debian GNU/Linux 11 (bullseye)')

const web: Tier = {
  code: 'web',
  cpus: [2, 2, 4],
  memoryGib: [4, 8],
  dataDisksGib: [],
  systems: [
    [ubuntu, 5],
    [debian, 2],
    [windows('2019'), 3],
  ],
}

const app: Tier = {
  code: 'app',
  cpus: [4, 4, 8],
  memoryGib: [8, 16, 32],
  dataDisksGib: [100],
  systems: [
    [rhel8, 4],
    [windows('2019'), 3],
    [windows('2016'), 2],
    [rhel7, 2],
  ],
}

const db: Tier = {
  code: 'db',
  cpus: [8, 8, 16],
  memoryGib: [32, 64, 128],
  dataDisksGib: [200, 500],
  systems: [
    [rhel8, 3],
    [windows('2019'), 2],
    [suse, 2],
    [windows('2012 R2'), 1],
  ],
}

const batch: Tier = {
  code: 'job',
  cpus: [2, 4],
  memoryGib: [8, 16],
  dataDisksGib: [50],
  systems: [
    [ubuntu, 3],
    [rhel7, 2],
    [windows('2016'), 1],
  ],
}

export type Application = {
  code: string
  title: string
  owner: string
  tiers: readonly [Weighted<Tier>, ...Weighted<Tier>[]]
}

const threeTiers = [
  [web, 3],
  [app, 3],
  [db, 2],
] as const

export const applications: readonly [Application, ...Application[]] = [
  { code: 'book', title: 'Booking', owner: 'Ingrid Solberg', tiers: threeTiers },
  { code: 'cargo', title: 'Cargo tracking', owner: 'Pieter de Wit', tiers: threeTiers },
  {
    code: 'bill',
    title: 'Billing',
    owner: 'Marta Fonseca',
    tiers: [
      [app, 3],
      [db, 2],
      [batch, 2],
    ],
  },
  { code: 'crew', title: 'Crew rota', owner: 'Jonas Haugen', tiers: threeTiers },
  {
    code: 'port',
    title: 'Port calls',
    owner: 'Ana Ribeiro',
    tiers: [
      [app, 2],
      [db, 1],
      [batch, 2],
    ],
  },
  {
    code: 'dwh',
    title: 'Data warehouse',
    owner: 'Lotte Vermeer',
    tiers: [
      [db, 3],
      [batch, 4],
    ],
  },
  { code: 'mail', title: 'Mail relay', owner: 'Infrastructure team', tiers: [[app, 1]] },
  {
    code: 'ident',
    title: 'Identity',
    owner: 'Infrastructure team',
    tiers: [
      [app, 2],
      [db, 1],
    ],
  },
  {
    code: 'mon',
    title: 'Monitoring',
    owner: 'Infrastructure team',
    tiers: [
      [web, 1],
      [db, 1],
    ],
  },
  {
    code: 'intra',
    title: 'Intranet',
    owner: 'Sofia Lund',
    tiers: [
      [web, 2],
      [db, 1],
    ],
  },
]
