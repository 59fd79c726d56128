import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import type * as run from '../run'
import type { Change } from './mutant'

export type Simulator = typeof run

const root = path.join(import.meta.dirname, '..', '..', '..')

/**
 * The simulator over the project's code with some texts replaced.
 * @throws when a text is not in its file exactly once: a mutant that no longer fits
 */
export async function loadSimulator(changes: readonly Change[] = []): Promise<Simulator> {
  const applied = new Set<Change>()
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'tests/sim/run/index.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [replacing(changes, applied)],
    logLevel: 'silent',
  })
  const missed = changes.find((change) => !applied.has(change))
  if (missed) throw new Error(`${missed.file} is not part of what is simulated`)
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')
  return import(`data:text/javascript;base64,${code}`)
}

function replacing(changes: readonly Change[], applied: Set<Change>): Plugin {
  return {
    name: 'mutant',
    setup(bundle) {
      bundle.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
        const place = path.relative(root, file)
        const own = changes.filter((change) => change.file === place)
        if (own.length === 0) return undefined
        for (const change of own) applied.add(change)
        return { contents: own.reduce(replace, await readFile(file, 'utf8')), loader: 'ts' }
      })
    },
  }
}

function replace(text: string, { file, find, put }: Change): string {
  const count = text.split(find).length - 1
  if (count !== 1) throw new Error(`${file} has ${count} times, not once: ${find}`)
  return text.replace(find, () => put)
}
