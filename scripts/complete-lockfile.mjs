import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Names in package-lock.json the packages of other platforms that npm left out, because a registry
 * that mirrors only some platforms does not have them. Without their entries `npm ci` refuses the
 * lockfile everywhere. With `--check` it only says what is missing.
 */

const file = 'package-lock.json'

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean,
 *   peer?: boolean, optionalDependencies?: Record<string, string> }} LockEntry */

const systems = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(' ')
const processors = 'arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64'.split(' ')

/** @param {string} name @returns {Record<string, string[]>} as the name says it */
function readPlatform(name) {
  const words = (name.split('/').at(-1) ?? name).split('-')
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : []
  return {
    ...(os.length && { os }),
    ...(cpu.length && { cpu }),
    ...(libc.length && { libc }),
  }
}

/**
 * @param {Record<string, LockEntry>} packages
 * @returns {[string, LockEntry][]} entries that optional dependencies name and that are not there
 */
function findMissing(packages) {
  return Object.entries(packages).flatMap(([parent, entry]) => {
    const places = parent.split(/(?<=^|\/)node_modules\//).slice(1)
    const ancestors = places.map((_, depth) =>
      places
        .slice(0, depth)
        .map((place) => `node_modules/${place}`)
        .join(''),
    )
    return Object.entries(entry.optionalDependencies ?? {}).flatMap(([name, range]) => {
      const version = range.replace(/^[\^~]/, '')
      const candidates = [...ancestors, `${parent}/`].map((at) => `${at}node_modules/${name}`)
      const isThere = candidates.some((at) =>
        range === version ? packages[at]?.version === version : packages[at],
      )
      if (isThere) return []
      const place = candidates.at(-2) ?? `node_modules/${name}`
      const kind = entry.dev ? { dev: true } : {}
      /** @type {[string, LockEntry]} */
      const missing = [place, { version, ...readPlatform(name), ...kind, optional: true }]
      return [missing]
    })
  })
}

const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = findMissing(lock.packages)
if (process.argv.includes('--check')) {
  for (const [name] of missing) process.stderr.write(`${file}: no entry for ${name}\n`)
  process.exitCode = missing.length > 0 ? 1 : 0
} else if (missing.length > 0) {
  const all = { ...lock.packages, ...Object.fromEntries(missing) }
  const names = Object.keys(all).sort((a, b) => a.localeCompare(b, 'en'))
  lock.packages = Object.fromEntries(names.map((name) => [name, all[name]]))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
