import 'server-only'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type * as z from 'zod'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import type { LimitName } from '@/lib/domain/protection/limits'
import type { EngagementAddress } from '@/lib/domain/tenancy/schema'
import type { UserContext } from '@/lib/domain/users/schema'
import type { SiteDeps } from '@/lib/domain/users/site-deps'
import { answerAction } from './answer-action'
import { enterEngagement, enterSite } from './enter'
import { formValues } from './form-values'
import { limitRate, presentAddress } from './limit-rate'
import { noteDenial } from './note-denial'
import { parseInput } from './parse-input'
import { currentUser } from './session'
import { siteDeps } from './site-deps'

interface SiteActionOptions<S extends z.ZodType, T> {
  input: S
  /** Runs when the command has succeeded, before the answer; it may set cookies. */
  onSuccess?: (data: T) => Promise<void>
  /** Where a success leads; without it the page is shown anew. */
  leadsTo?: (data: T, input: z.output<S>) => string
}

/** An action for `useActionState` that belongs to no engagement. */
export type SiteAction<T> = (
  previous: Result<T> | null,
  input: FormData | Record<string, unknown>,
) => Promise<Result<T>>

/**
 * Makes an action that anybody may call, such as signing up.
 * @param options `limit`: of the address that asks; without it the command sees to limits itself
 */
export function definePublicAction<S extends z.ZodType, T>(
  options: SiteActionOptions<S, T> & { limit?: LimitName },
  command: (deps: SiteDeps, input: z.output<S>) => Promise<Result<T>>,
): SiteAction<T> {
  const { limit } = options
  return siteAction(
    options,
    command.name,
    async () => (limit ? limitRate(limit, await presentAddress()) : success(null)),
    (_, deps, input) => command(deps, input),
  )
}

/** Makes an action of whoever is signed in, pending people too. */
export function defineUserAction<S extends z.ZodType, T>(
  options: SiteActionOptions<S, T>,
  command: (user: UserContext, deps: SiteDeps, input: z.output<S>) => Promise<Result<T>>,
): SiteAction<T> {
  return siteAction(options, command.name, enterSignedIn, command)
}

/** Makes an action of administrators; for everybody else it is not there. */
export function defineAdminAction<S extends z.ZodType, T>(
  options: SiteActionOptions<S, T>,
  command: (admin: UserContext, deps: SiteDeps, input: z.output<S>) => Promise<Result<T>>,
): SiteAction<T> {
  return siteAction(options, command.name, enterAsAdmin, command)
}

/** Makes an action on a member's own choice of engagement; the input names it. */
export function defineChoiceAction<S extends z.ZodType<EngagementAddress>, T>(
  options: SiteActionOptions<S, T>,
  command: (scope: Scope, deps: SiteDeps) => Promise<Result<T>>,
): SiteAction<T> {
  return siteAction(options, command.name, enterApproved, async (_user, deps, input) => {
    const scope = await enterEngagement(input)
    return scope.ok ? command(scope.data, deps) : scope
  })
}

async function enterSignedIn(): Promise<Result<UserContext>> {
  const user = await currentUser()
  return user ? withinLimit(user) : failure('unauthenticated')
}

async function enterAsAdmin(): Promise<Result<UserContext>> {
  const user = await enterSite()
  if (!user.ok) return user
  if (user.data.isAdmin) return withinLimit(user.data)
  noteDenial({ userId: user.data.userId, place: null, capability: null })
  return failure('not_found')
}

async function enterApproved(): Promise<Result<UserContext>> {
  const user = await enterSite()
  return user.ok ? withinLimit(user.data) : user
}

async function withinLimit(user: UserContext): Promise<Result<UserContext>> {
  const turn = await limitRate('commands', user.userId)
  return turn.ok ? success(user) : turn
}

function siteAction<S extends z.ZodType, T, Who>(
  options: SiteActionOptions<S, T>,
  name: string,
  enter: () => Promise<Result<Who>>,
  command: (who: Who, deps: SiteDeps, input: z.output<S>) => Promise<Result<T>>,
): SiteAction<T> {
  const run: SiteAction<T> = async (_previous, given) => {
    const who = await enter()
    if (!who.ok) return who
    const input = parseInput(options.input, given instanceof FormData ? formValues(given) : given)
    if (!input.ok) return input
    const result = await command(who.data, siteDeps(), input.data)
    if (!result.ok) {
      // The page then shows the newer state beside the words.
      if (result.code === 'conflict') refresh()
      return result
    }
    await options.onSuccess?.(result.data)
    if (options.leadsTo) redirect(options.leadsTo(result.data, input.data))
    refresh()
    return result
  }
  return (...given) => answerAction(`action ${name}`, () => run(...given))
}
