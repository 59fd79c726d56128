import { type Berth, berths, chartHeight, chartWidth, coast, island, type Point } from './geometry'

/** The drawn world: two coasts with ports that are named like machines, and isles between them. */
export const rose: Point = [858, 372]
export const circleRadius = 352

const northern = coast(
  [
    [716, -20],
    [788, 66],
    [886, 96],
    [958, 176],
    [1068, 166],
    [1136, 250],
    [1240, 226],
    [1322, 318],
    [chartWidth + 30, 300],
  ],
  41,
)
const southern = coast(
  [
    [chartWidth + 30, 486],
    [1336, 548],
    [1250, 530],
    [1160, 614],
    [1046, 596],
    [960, 664],
    [852, 652],
    [760, 724],
    [640, chartHeight + 20],
  ],
  99,
)

export const coasts: readonly Point[][] = [northern, southern]

/** Each land is its coast, closed along the edge of the chart. */
export const lands: readonly Point[][] = [
  [...northern, [chartWidth + 30, -20]],
  [...southern, [chartWidth + 30, chartHeight + 20]],
]

export const isles: readonly Point[][] = [
  island([1086, 392], 34, 20, 12),
  island([1156, 424], 15, 10, 5),
  island([1136, 366], 8, 6, 8),
  island([700, 536], 24, 15, 23),
  island([652, 500], 7, 6, 2),
]

export interface Port extends Berth {
  name: string
  /** Charts write the great ports in red. */
  great: boolean
}

function named(places: readonly Berth[], names: readonly string[]): Port[] {
  return places.flatMap((place, index) => {
    const name = names[index]
    if (name === undefined) return []
    return [{ ...place, name: name.replace('*', ''), great: name.endsWith('*') }]
  })
}

const northernNames = [
  'ldap-01',
  'mail-02',
  'erp-db-01*',
  'erp-app-03',
  'print',
  'dns-01',
  'crm-web*',
  'crm-db',
  'vault',
  'wms-app-02',
  'bi-olap*',
  'ftp-04',
  'jump',
  'san-02',
] as const
const southernNames = [
  'vpc-a*',
  'pg-main',
  'queue',
  'web-7f2',
  'web-9c1',
  'objects*',
  'cache-0',
  'auth',
  'search',
  'ingress*',
  'metrics',
  'build',
  'mesh',
] as const

export const ports: readonly Port[] = [
  ...named(berths(northern, northernNames.length), northernNames),
  ...named(berths(southern, southernNames.length), southernNames),
]

/** The passages from the old coast to the new one. */
export const passages: readonly string[] = [
  'M962 184C960 300 1020 470 1048 590',
  'M1140 256C1010 330 980 500 964 656',
  'M1242 232C1290 330 1230 450 1164 606',
]
