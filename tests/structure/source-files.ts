import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface SourceFile {
  /** From the project's root, with slashes. */
  path: string
  text: string
}

export const projectRoot = path.join(import.meta.dirname, '..', '..')

/** What is installed, built or kept at run time; and a package of its own. */
const notOurs = new Set(['node_modules', 'coverage', 'playwright-report', 'test-results'])
const packageOfItsOwn = 'tests/vercel'
const code = /\.(ts|tsx|mts|mjs|js|jsx)$/

/** Every file of code in the project. */
export function readSourceFiles(): SourceFile[] {
  return listCode('').map((file) => ({
    path: file,
    text: readFileSync(path.join(projectRoot, file), 'utf8'),
  }))
}

function listCode(folder: string): string[] {
  const entries = readdirSync(path.join(projectRoot, folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.name.startsWith('.') || notOurs.has(entry.name) || name === packageOfItsOwn) return []
    if (entry.isDirectory()) return listCode(name)
    return code.test(entry.name) && entry.name !== 'next-env.d.ts' ? [name] : []
  })
}
