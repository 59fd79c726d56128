import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { inProject } from './paths.mjs'

const testFile = /\.test\.tsx?$/

/** @param {string} file @returns {Generator<string>} every file at or under it, in a fixed order */
function* walk(file) {
  if (!existsSync(file)) return
  if (!statSync(file).isDirectory()) return yield file
  for (const name of readdirSync(file).sort()) yield* walk(path.join(file, name))
}

/**
 * A digest of names and contents; tests beside the code do not count.
 * @param {string[]} entries files and folders of the project; missing ones count as such
 */
export function fingerprint(entries) {
  const hash = createHash('sha256')
  for (const entry of entries) {
    for (const file of walk(inProject(entry))) {
      if (testFile.test(file)) continue
      hash.update(`\0${path.relative(inProject(), file)}\0`).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}
