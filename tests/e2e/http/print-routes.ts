import { validatedTags } from '@/lib/http/route-policy'
import { routeEntries, routes } from '@/lib/server/edge/routes'
import type { PrintedRoute, RoutesQuestion } from './table-of-routes'

/** Prints the rows of the table that have a validator, with their tags for given people, as JSON. */
const question = JSON.parse(process.argv[2] ?? '') as RoutesQuestion

function print(pattern: string): PrintedRoute {
  const address = pattern.replaceAll(/:(\w+)/g, (_, name: string) => question.values[name] ?? name)
  const route = routes.find(address)
  if (!route || route.asker === 'anybody') throw new Error(`${address} has no validator`)
  const tags = Object.entries(question.askers).map(([name, asker]) => [
    name,
    validatedTags(route.reads(asker)),
  ])
  const { asker, capability } = route
  return { pattern, address, asker, capability, tags: Object.fromEntries(tags) }
}

const validated = routeEntries.filter(({ rules }) => rules.answers304 !== 'never')
process.stdout.write(JSON.stringify(validated.map(({ pattern }) => print(pattern))))
