/**
 * Who may know whom. A zone is a folder (or a file) with one place in the order of floors; what is
 * not listed under `knows` is forbidden.
 */
export interface Zone {
  name: string
  /** Whether a path from the project's root belongs to the zone. */
  has(path: string): boolean
  /** Names of the zones whose files it may import, its own aside. */
  knows: readonly string[]
  /** Of a domain, the files that the zone may import; all when not given. */
  ofDomains?: RegExp
  /** Packages that it may not import, by name and all below. */
  shuns?: readonly string[]
}

const folder = (name: string) => (path: string) => path.startsWith(`${name}/`)
const file = (name: string) => (path: string) => path === name

/** Renders, requests and sessions are for lib/server and what stands above it. */
const framework = ['next', 'react', 'react-dom', 'server-only']
const frameworkAndNextAuth = [...framework, 'next-auth']

const library = (name: string, knows: string[]): Zone => ({
  name: `lib/${name}`,
  has: folder(`lib/${name}`),
  knows,
  shuns: frameworkAndNextAuth,
})

/** The domains there are; a new one is entered here. */
export const domains = [
  'administration',
  'audit',
  'cleansing',
  'discovery',
  'flags',
  'flows',
  'imports',
  'inventory',
  'mapping',
  'protection',
  'service',
  'tenancy',
  'users',
  'views',
  'vitals',
]

const floor0 = ['lib/base', 'lib/delimited', 'lib/request', 'lib/upload']
const floor1 = ['lib/auth', 'lib/cache', 'lib/flags', 'lib/http', 'lib/observability', 'db']
const floor2 = ['lib/jobs', 'lib/live', 'lib/write']
const domainZones = domains.map((name) => `lib/domain/${name}`)
const environment = ['lib/env.ts', 'lib/env.client.ts']
const below7 = [
  ...floor0,
  ...floor1,
  ...floor2,
  ...domainZones,
  ...environment,
  'lib/server',
  'components/ui',
  'components',
  'app',
]

/** In order: a path belongs to the first zone that has it. */
export const zones: readonly Zone[] = [
  {
    name: 'unit tests',
    has: (path) => /\.test\.tsx?$/.test(path),
    knows: [...below7, 'tests', 'tests/rivals', 'scripts', 'local', 'edge'],
  },
  // Other caches than ours: a package of its own, which a bench stands beside ours.
  { name: 'tests/rivals', has: folder('tests/rivals'), knows: [...below7, 'local'] },
  { name: 'tests', has: folder('tests'), knows: [...below7, 'scripts', 'local', 'edge'] },
  { name: 'scripts', has: folder('scripts'), knows: [...below7, 'local', 'tests/rivals'] },
  { name: 'local', has: folder('local'), knows: [] },
  {
    name: 'edge',
    has: (path) => /^(middleware|instrumentation(-client)?)\.ts$/.test(path),
    knows: below7,
  },
  {
    name: 'configuration',
    has: (path) => /^[\w-]+(\.config)\.(ts|mjs)$|^(next-env|tailwind)\.d\.ts$/.test(path),
    knows: ['lib/env.ts', 'tests', 'local'],
  },
  {
    name: 'app',
    has: folder('app'),
    knows: ['components', 'components/ui', 'lib/server', ...floor0, ...domainZones],
    ofDomains: /^lib\/domain\/[\w-]+\/(reads\.ts|commands\/[\w-]+\.ts|(.+\/)?schema\.ts)$/,
  },
  { name: 'components/ui', has: folder('components/ui'), knows: [] },
  {
    name: 'components',
    has: folder('components'),
    knows: ['components/ui', 'lib/env.client.ts', ...floor0, ...domainZones],
    ofDomains: /^lib\/domain\/[\w-]+\/(.+\/)?schema\.ts$/,
  },
  {
    name: 'lib/server',
    has: folder('lib/server'),
    knows: [...floor0, ...floor1, ...floor2, ...domainZones, ...environment],
  },
  ...domains.map(
    (name): Zone => ({
      name: `lib/domain/${name}`,
      has: folder(`lib/domain/${name}`),
      knows: [...floor0, ...floor1, ...floor2, ...domainZones],
      shuns: frameworkAndNextAuth,
    }),
  ),
  library('jobs', ['lib/write', 'lib/cache', 'lib/base', 'db']),
  library('live', ['lib/cache', 'lib/base', 'db']),
  library('write', ['lib/cache', 'lib/base', 'db']),
  library('auth', ['lib/base']),
  library('cache', ['lib/base']),
  library('flags', ['lib/base']),
  library('http', ['lib/base']),
  library('observability', ['lib/base']),
  { name: 'db', has: folder('db'), knows: ['lib/base'], shuns: frameworkAndNextAuth },
  library('base', []),
  library('delimited', []),
  library('request', ['lib/base']),
  library('upload', ['lib/base', 'lib/request']),
  { name: 'lib/env.ts', has: file('lib/env.ts'), knows: ['lib/base'], shuns: framework },
  {
    name: 'lib/env.client.ts',
    has: file('lib/env.client.ts'),
    knows: ['lib/base'],
    shuns: framework,
  },
]

/** The zone of a path from the project's root; undefined when no row of the table has it. */
export function zoneOf(path: string): Zone | undefined {
  return zones.find((zone) => zone.has(path))
}
