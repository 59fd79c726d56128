import type { Import } from './imports'
import type { SourceFile } from './source-files'

const startsWith = (directive: string) =>
  new RegExp(`^(?:\\s|/\\*[\\s\\S]*?\\*/|//[^\\n]*\\n)*['"]${directive}['"]`)
const useClient = startsWith('use client')
const useServer = startsWith('use server')

/** What a browser must never be sent, wherever on the way it was imported. */
const serverCode =
  /^(?:db|lib\/(?:server|write|cache|jobs|live|auth|http|observability))\/|^lib\/env\.ts$|^lib\/domain\/[\w-]+\/(?:queries\.ts|reads\.ts|commands\/(?!schema\.ts$))/

/**
 * What is wrong with the code that is sent to browsers. A client component imports from a domain
 * only its schema, and reaches no server code over others either. Types are not sent; a file of
 * server actions is called, not sent.
 */
export function findClientBreaches(
  files: readonly SourceFile[],
  imports: readonly Import[],
): string[] {
  const actions = new Set(files.filter(({ text }) => useServer.test(text)).map(({ path }) => path))
  const edges = imports.filter(({ kind, to }) => kind === 'file' && !actions.has(to))
  return files
    .filter(({ text }) => useClient.test(text))
    .flatMap(({ path }) => [...forbiddenParts(path, edges), ...reachedServerCode(path, edges)])
}

function forbiddenParts(client: string, edges: readonly Import[]): string[] {
  return edges
    .filter(
      ({ from, to }) =>
        from === client && to.startsWith('lib/domain/') && !to.endsWith('/schema.ts'),
    )
    .map(({ to }) => `${client} imports ${to}: of a domain it may know the schema only`)
}

function reachedServerCode(client: string, edges: readonly Import[]): string[] {
  const cameFrom = new Map<string, string>([[client, '']])
  for (const file of cameFrom.keys()) {
    for (const { from, to, typeOnly } of edges) {
      if (from === file && !typeOnly && !cameFrom.has(to)) cameFrom.set(to, file)
    }
  }
  return [...cameFrom]
    .filter(([file]) => serverCode.test(file))
    .map(([file, importer]) => `${client} sends ${file} to browsers, imported by ${importer}`)
}
