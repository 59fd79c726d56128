import { seededRandom } from './random'

/** A place on the chart, in its own units. */
export type Point = readonly [x: number, y: number]

export const chartWidth = 1440
export const chartHeight = 780

export type Wind = 'principal' | 'half' | 'quarter'

export interface RhumbLine {
  wind: Wind
  from: Point
  to: Point
}

/** Two decimals are finer than any screen and keep the page small. */
const rounded = (value: number): number => Math.round(value * 100) / 100

/** The sixteen nodes on the hidden circle of a portolan chart, clockwise from east. */
export function windNodes(center: Point, radius: number): Point[] {
  return Array.from({ length: 16 }, (_, index) => {
    const angle = (index * Math.PI) / 8
    return [
      rounded(center[0] + radius * Math.cos(angle)),
      rounded(center[1] + radius * Math.sin(angle)),
    ]
  })
}

/**
 * The rhumb lines between every two nodes. A chord between the nodes i and j runs at
 * (i + j) × 11.25° + 90°: of the 32 winds, every fourth is a principal one, every second a half one.
 */
export function rhumbLines(center: Point, radius: number): RhumbLine[] {
  const nodes = windNodes(center, radius)
  return nodes.flatMap((from, i) =>
    nodes.slice(i + 1).map((to, offset): RhumbLine => {
      const sum = 2 * i + 1 + offset
      const wind = sum % 4 === 0 ? 'principal' : sum % 2 === 0 ? 'half' : 'quarter'
      return { wind, from, to }
    }),
  )
}

/**
 * A coast along rough points: each piece is halved several times and every new middle is pushed
 * aside, less with each halving. `roughness` is the first push as a share of the piece's length.
 */
export function coast(rough: readonly Point[], seed: number, roughness = 0.22): Point[] {
  const random = seededRandom(seed)
  let line = [...rough]
  for (let share = roughness, round = 0; round < 5; round++, share *= 0.86) {
    line = line.flatMap((point, index) => {
      const next = line[index + 1]
      if (next === undefined) return [point]
      const [dx, dy] = [next[0] - point[0], next[1] - point[1]]
      const push = (random() - 0.5) * 2 * share
      const middle: Point = [
        rounded((point[0] + next[0]) / 2 - dy * push),
        rounded((point[1] + next[1]) / 2 + dx * push),
      ]
      return [point, middle]
    })
  }
  return line
}

/** An island: a closed coast around a place. */
export function island(center: Point, width: number, height: number, seed: number): Point[] {
  const random = seededRandom(seed)
  const corners = Array.from({ length: 5 }, (_, index): Point => {
    const angle = (index * 2 * Math.PI) / 5
    const share = 0.65 + random() * 0.7
    return [
      rounded(center[0] + share * width * Math.cos(angle)),
      rounded(center[1] + share * height * Math.sin(angle)),
    ]
  })
  return coast([...corners, ...corners.slice(0, 1)], seed)
}

/** Points as the data of an SVG path. */
export function pathOf(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

export interface Berth {
  at: Point
  /** Degrees of the direction inland. */
  inland: number
}

/**
 * Places for the names of ports, evenly along a coast. Names stand across the coastline, on the
 * land, which lies to the left of the way from the first point to the last.
 */
export function berths(line: readonly Point[], count: number): Berth[] {
  return Array.from({ length: count }, (_, index) => {
    const place = Math.round(((index + 0.7) / (count + 0.4)) * (line.length - 1))
    const at = line[place] ?? [0, 0]
    const before = line[Math.max(0, place - 14)] ?? at
    const after = line[Math.min(line.length - 1, place + 14)] ?? at
    const along = Math.atan2(after[1] - before[1], after[0] - before[0])
    return { at, inland: rounded((along * 180) / Math.PI - 90) }
  })
}
