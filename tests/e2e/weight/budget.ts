import type { LoadedScript, RouteWeight } from './measure'

/** Bytes of scripts, compressed, that a page may load above an empty one. */
const budget = 60_000
/** The mapper's, where people work for hours. */
const budgetOfMapper = 100_000
const mapper = '/:client/:engagement/flows/:flowId/mapping'

export interface Weighed {
  route: string
  /** Bytes above an empty page. */
  own: number
  budget: number
}

const sum = (scripts: readonly LoadedScript[]) =>
  scripts.reduce((total, { bytes }) => total + bytes, 0)

/** What an empty page weighs, and every route above it. */
export function compareWithEmpty(
  weights: readonly RouteWeight[],
  framework: ReadonlySet<string>,
): { empty: number; routes: Weighed[] } {
  const isFramework = ({ file }: LoadedScript) => framework.has(file)
  const routes = weights.map(({ route, scripts }) => ({
    route,
    own: sum(scripts.filter((script) => !isFramework(script))),
    budget: route === mapper ? budgetOfMapper : budget,
  }))
  return { empty: sum(weights[0]?.scripts.filter(isFramework) ?? []), routes }
}

/** The routes as lines of text, in kilobytes; `!` marks what is above its budget. */
export function weightTable({ empty, routes }: ReturnType<typeof compareWithEmpty>): string {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7)
  const lines = routes.map(
    ({ route, own, budget: most }) =>
      `${own > most ? '!' : ' '}${kilobytes(own)} of ${kilobytes(most)}  ${route}`,
  )
  return [` ${kilobytes(empty)} an empty page; above it, in KB:`, ...lines, ''].join('\n')
}
