import { fileURLToPath } from 'node:url'
import { changeFlags } from '@/lib/domain/flags/commands/change-flags'
import { listFlagChanges } from '@/lib/domain/flags/queries'
import { changeFlagsInput } from '@/lib/domain/flags/schema'
import { flagsDigest } from '@/lib/flags/digest'
import { FlagStorageError } from '@/lib/flags/management'
import { parseFlags } from '@/lib/flags/parse-flags'
import { findSite, NoSite } from './flags/find-site'
import { type OpenSite, openSite } from './flags/open-site'
import { type FlagOptions, readOptions, usage, WrongUse } from './flags/options'
import { setAt } from './flags/set-at'
import { showFlags, showHistory } from './flags/show'

/** The launcher's note, in the project's own folder wherever the command is given. */
const siteFile = fileURLToPath(new URL('../.data/site.json', import.meta.url))

process.exitCode = await main(process.argv.slice(2))

/** Results go to stdout, everything else to stderr, so that a script can read the one. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args)
    if (options === null) console.log(usage)
    return options === null ? 0 : await runAtSite(options)
  } catch (error) {
    const known = [WrongUse, NoSite, FlagStorageError].some((kind) => error instanceof kind)
    if (!known || !(error instanceof Error)) throw error
    console.error(error.message)
    return error instanceof WrongUse ? 2 : 1
  }
}

async function runAtSite(options: FlagOptions): Promise<number> {
  const site = openSite(await findSite(process.env, siteFile))
  try {
    return await run(options, site)
  } finally {
    await site.close()
  }
}

async function run(options: FlagOptions, site: OpenSite): Promise<number> {
  const { db, flags } = site.deps
  switch (options.command) {
    case 'get': {
      const stored = await flags.read()
      if (options.json) console.log(JSON.stringify(stored ?? null, null, 2))
      else console.log(showFlags(parseFlags(stored), await site.clientNames()))
      return 0
    }
    case 'history': {
      const changes = await listFlagChanges(db, options.limit)
      if (options.json) console.log(JSON.stringify(changes))
      else console.log(showHistory(changes, await site.clientNames()))
      return 0
    }
    case 'set':
      return change(options, site)
  }
}

async function change(
  { place, value, as, reason }: Extract<FlagOptions, { command: 'set' }>,
  { deps, personOf, clientNames }: OpenSite,
): Promise<number> {
  const admin = await personOf(as)
  if (!admin) {
    console.error(`There is nobody with the address ${as}.`)
    return 1
  }
  const stored = await deps.flags.read()
  const expectedDigest = flagsDigest(parseFlags(stored).values)
  const next = setAt(stored, place, value)
  const input = changeFlagsInput.safeParse({ expectedDigest, reason, next })
  if (!input.success) throw new WrongUse(input.error.issues.map(({ message }) => message).join(' '))
  const result = await changeFlags(admin, deps, input.data)
  if (!result.ok) {
    console.error(result.code === 'not_found' ? `${as} is no administrator.` : result.message)
    return 1
  }
  console.log(showFlags(parseFlags(await deps.flags.read()), await clientNames()))
  return 0
}
