/** The password of every demo person. Seeded by a person's own command only, never by the site. */
export const demoPassword = 'portolan-demo'

export const demoClients = [
  {
    slug: 'acme',
    name: 'Acme Industries',
    engagements: [
      { slug: 'erp-2026', name: 'ERP consolidation 2026' },
      { slug: 'dc-exit', name: 'Data centre exit' },
    ],
  },
  {
    slug: 'globex',
    name: 'Globex Logistics',
    engagements: [{ slug: 'pilot', name: 'Pilot' }],
  },
] as const

type Client = (typeof demoClients)[number]
/** `client/engagement`. */
export type DemoAddress = {
  [C in Client as C['slug']]: `${C['slug']}/${C['engagements'][number]['slug']}`
}[Client['slug']]

export interface DemoPerson {
  email: string
  name: string
  isAdmin?: boolean
  memberships: { address: DemoAddress; role: 'viewer' | 'analyst' | 'manager' }[]
  /** Where the person is taken after signing in. */
  home: DemoAddress
}

const inBothOfAcme = (role: 'viewer' | 'analyst' | 'manager'): DemoPerson['memberships'] => [
  { address: 'acme/erp-2026', role },
  { address: 'acme/dc-exit', role },
]

/** What the seed carries to the inventory. The other engagements wait for somebody's import. */
export const demoEstate = {
  address: 'acme/dc-exit' as DemoAddress,
  /** As whom it is imported. */
  importer: 'analyst@portolan.test',
  seed: 2026,
  machines: 240,
}

/** A later export of a smaller site, left where a person has to approve its columns. */
export const demoSecondSite = { seed: 2027, machines: 40, fileName: 'branch-office-vinfo.csv' }

/** The analyst begins in the engagement that is still empty, so that a first import counts exactly. */
export const demoPeople: DemoPerson[] = [
  {
    email: 'admin@portolan.test',
    name: 'Alex Morgan',
    isAdmin: true,
    memberships: [],
    home: 'acme/dc-exit',
  },
  {
    email: 'manager@portolan.test',
    name: 'Maya Okafor',
    memberships: inBothOfAcme('manager'),
    home: 'acme/dc-exit',
  },
  {
    email: 'analyst@portolan.test',
    name: 'Tomás Silva',
    memberships: inBothOfAcme('analyst'),
    home: 'acme/erp-2026',
  },
  {
    email: 'viewer@portolan.test',
    name: 'Ines Weber',
    memberships: inBothOfAcme('viewer'),
    home: 'acme/dc-exit',
  },
  {
    email: 'analyst@other.portolan.test',
    name: 'Jonas Lind',
    memberships: [{ address: 'globex/pilot', role: 'analyst' }],
    home: 'globex/pilot',
  },
]

/** Somebody whom an administrator has still to let in. */
export const demoNewcomer = {
  email: 'newcomer@portolan.test',
  name: 'Priya Nair',
  message: 'I join the data centre exit at Acme in December and need to see the inventory.',
}
