import 'server-only'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import * as z from 'zod'
import type { Result } from '@/lib/base/result'
import type { Capability } from '@/lib/base/roles'
import type { Scope } from '@/lib/base/scope'
import type { EngagementAddress } from '@/lib/domain/tenancy/schema'
import type { CommandDeps } from '@/lib/write/transact'
import { answerAction } from './answer-action'
import { commandDeps } from './command-deps'
import { enterFor } from './enter'
import { formValues } from './form-values'
import { later } from './later'
import { limitRate } from './limit-rate'
import { parseInput } from './parse-input'

/** A use case of an engagement. */
type Command<I, T> = (scope: Scope, deps: CommandDeps, input: I) => Promise<Result<T>>

interface ActionOptions<S extends z.ZodType, T> {
  /** Shape of the form's fields; a form sends text, so numbers are coerced by the schema. */
  input: S
  capability: Capability
  /** Runs after the answer was sent, once the command has succeeded; it keeps nobody waiting. */
  afterwards?: (outcome: { scope: Scope; deps: CommandDeps; data: T }) => Promise<void>
  /** Where a success leads; without it the page is shown anew. */
  leadsTo?: (data: T, scope: Scope) => string
}

/** An action for `useActionState`, bound to the address of its engagement. */
export type FormAction<T> = (
  address: EngagementAddress,
  previous: Result<T> | null,
  input: FormData | Record<string, unknown>,
) => Promise<Result<T>>

const addressSchema = z.object({ client: z.string(), engagement: z.string() })

/**
 * Makes a server action of a command: session → engagement → capability → limit → parse → command.
 * Expected failures come back as a Result; unexpected ones are logged once and come back as
 * `internal` with a reference. The form may be a FormData or a plain object.
 */
export function defineAction<S extends z.ZodType, T>(
  options: ActionOptions<S, T>,
  command: Command<z.output<S>, T>,
): FormAction<T> {
  const name = `action ${command.name}`
  const run: FormAction<T> = async (address, _previous, input) => {
    const entered = await admit(options, address, input)
    if (!entered.ok) return entered
    const { scope, values } = entered.data
    const deps = commandDeps()
    const result = await command(scope, deps, values)
    if (!result.ok) {
      // The page then shows the newer state beside the words.
      if (result.code === 'conflict') refresh()
      return result
    }
    const { afterwards, leadsTo } = options
    if (afterwards) later(name, () => afterwards({ scope, deps, data: result.data }))
    if (leadsTo) redirect(leadsTo(result.data, scope))
    refresh()
    return result
  }
  return (...given) => answerAction(name, () => run(...given))
}

/** An action's arguments come from outside: each is checked before anything is done. */
async function admit<S extends z.ZodType, T>(
  options: ActionOptions<S, T>,
  address: unknown,
  input: unknown,
): Promise<Result<{ scope: Scope; values: z.output<S> }>> {
  const place = addressSchema.safeParse(address)
  const named = place.success ? place.data : { client: '', engagement: '' }
  const scope = await enterFor(named, options.capability)
  if (!scope.ok) return scope
  const turn = await limitRate('commands', scope.data.userId)
  if (!turn.ok) return turn
  const values = parseInput(options.input, input instanceof FormData ? formValues(input) : input)
  return values.ok ? { ok: true, data: { scope: scope.data, values: values.data } } : values
}
