import * as z from 'zod'

/** What is measured of a visit; CLS is a share of the screen, all others are milliseconds. */
export const vitalNames = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] as const
export type VitalName = (typeof vitalNames)[number]

/** The ways by which pages are read that are compared. */
export const visitPaths = ['legacy', 'redis'] as const
export type VisitPath = (typeof visitPaths)[number]

/** What a visit is counted under: the pattern of the page that was opened, never its address. */
export interface VisitedPage {
  route: string
  path: VisitPath
}

/** More than this is no measurement of a page. */
const most: Record<VitalName, number> = {
  LCP: 600_000,
  INP: 600_000,
  CLS: 100,
  FCP: 600_000,
  TTFB: 600_000,
}

const sampleSchema = z
  .object({ name: z.enum(vitalNames), value: z.number().min(0) })
  .refine(({ name, value }) => value <= most[name], 'is no measurement of a page')

/** What a browser sends of one visit when its page is left. */
export const visitSchema = z.object({
  route: z.string().max(200),
  path: z.enum(visitPaths),
  samples: z
    .array(sampleSchema)
    .min(1)
    .max(vitalNames.length)
    .refine(
      (samples) => new Set(samples.map(({ name }) => name)).size === samples.length,
      'says a measurement twice',
    ),
})
export type Visit = z.infer<typeof visitSchema>

/**
 * Where good ends and where poor begins.
 * https://web.dev/articles/vitals, https://web.dev/articles/defining-core-web-vitals-thresholds
 */
export const thresholds: Record<VitalName, { good: number; poor: number }> = {
  LCP: { good: 2500, poor: 4000 },
  INP: { good: 200, poor: 500 },
  CLS: { good: 0.1, poor: 0.25 },
  FCP: { good: 1800, poor: 3000 },
  TTFB: { good: 800, poor: 1800 },
}

export type Rating = 'good' | 'needs work' | 'poor'

/** One measurement of many visits. */
export interface VitalSummary {
  /** What three of four visits stayed below. */
  p75: number
  rating: Rating
  count: number
  /** Which shares of the visits were good and poor, from 0 to 1. */
  good: number
  poor: number
}

/** What was felt on a page by one path; what nobody measured is missing. */
export interface PathExperience {
  path: VisitPath
  visits: number
  vitals: Partial<Record<VitalName, VitalSummary>>
}

export interface PageExperience {
  route: string
  paths: PathExperience[]
}

export interface Experience {
  /** All pages together. */
  all: PathExperience[]
  /** Those that were visited most come first. */
  pages: PageExperience[]
}
