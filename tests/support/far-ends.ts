import { startTestFarEnds, type TestFarEnds } from '../../local/test-far-ends.mjs'

const variable = 'PORTOLAN_TEST_FAR_ENDS'

/**
 * The far ends of this test run: `env` holds the environment of a site that speaks to them (but
 * APP_URL), `ownerUrl` the owner's login, `superuserUrl` the server itself.
 * @throws when the run has none, which is so outside the projects `contract` and `integration`
 */
export function farEnds(): TestFarEnds {
  const given = process.env[variable]
  if (!given) throw new Error('This test project has no far ends')
  return JSON.parse(given)
}

/**
 * Starts PostgreSQL, a Redis engine and an Edge Config for this run and makes `farEnds()` answer,
 * here and in every process that is started afterwards. Uses those of the runner when it has some.
 * @returns ends what it started
 */
export async function startFarEnds(): Promise<() => Promise<void>> {
  if (process.env[variable]) return async () => undefined
  const { stop, ...shared } = await startTestFarEnds()
  process.env[variable] = JSON.stringify(shared)
  return async () => {
    delete process.env[variable]
    await stop()
  }
}
