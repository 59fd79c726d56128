import path from 'node:path/posix'
import type { SourceFile } from './source-files'

export interface Import {
  from: string
  /** A path of the project, or the name of a package, or what leads nowhere. */
  to: string
  kind: 'file' | 'package' | 'nothing'
  /** Whether nothing of it is left at run time. */
  typeOnly: boolean
  /** Whether it is loaded only when it is needed. */
  lazy: boolean
}

// The formatter puts every import statement at the start of a line, so no parser is needed.
const names = String.raw`(?:\*(?:\s+as\s+[\w$]+)?|\{[^}]*\}|[\w$]+(?:\s*,\s*(?:\{[^}]*\}|\*\s+as\s+[\w$]+))?)`
const statement = new RegExp(
  String.raw`^(?:import|export)\s+(type\s+)?(?:${names}\s+from\s+)?['"]([^'"\n]+)['"]`,
  'gm',
)
const call = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g
const extensions = ['', '.ts', '.tsx', '.mjs', '.js', '.json', '/index.ts', '/index.tsx']

/** The specifiers that a file imports or exports from, as they are written. */
export function findSpecifiers(
  text: string,
): { specifier: string; typeOnly: boolean; lazy: boolean }[] {
  const statements = [...text.matchAll(statement)].map(([, type, specifier]) => ({
    specifier: specifier ?? '',
    typeOnly: type !== undefined,
    lazy: false,
  }))
  const calls = [...text.matchAll(call)].map(([, specifier]) => ({
    specifier: specifier ?? '',
    typeOnly: false,
    lazy: true,
  }))
  return [...statements, ...calls]
}

/** The edges between files; `exists` tells whether the project has a path. */
export function readImports(
  files: readonly SourceFile[],
  exists: (path: string) => boolean,
): Import[] {
  return files.flatMap((file) =>
    findSpecifiers(file.text).map(({ specifier, typeOnly, lazy }) => {
      const target = projectPath(file.path, specifier)
      const from = file.path
      if (target === null) return { from, to: specifier, kind: 'package', typeOnly, lazy }
      const to = extensions.map((extension) => target + extension).find(exists)
      return to
        ? { from, to, kind: 'file', typeOnly, lazy }
        : { from, to: target, kind: 'nothing', typeOnly, lazy }
    }),
  )
}

/** Where a specifier leads in the project; null for a package. */
function projectPath(from: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (specifier.startsWith('.')) return path.join(path.dirname(from), specifier)
  return null
}
