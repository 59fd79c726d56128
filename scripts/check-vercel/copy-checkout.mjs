import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { inProject } from '../../local/paths.mjs'

/** @param {string} from @param {string} to a second name for the same file, where the system allows it */
function linkFile(from, to) {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

/** @param {string} from @param {string} to */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name)
    const target = path.join(to, entry.name)
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else linkFile(source, target)
  }
}

/** Copies what git knows or would add, and the dependencies. @param {string} target */
export function copyCheckout(target) {
  const options = { cwd: inProject(), encoding: /** @type {const} */ ('utf8'), maxBuffer: 1 << 26 }
  const list = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], options)
  for (const file of list.split('\0').filter(Boolean)) {
    if (existsSync(inProject(file))) cpSync(inProject(file), path.join(target, file))
  }
  linkTree(inProject('node_modules'), path.join(target, 'node_modules'))
}
