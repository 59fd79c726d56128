import type { Import } from './imports'
import type { SourceFile } from './source-files'

const startsWith = (directive: string) =>
  new RegExp(`^(?:\\s|/\\*[\\s\\S]*?\\*/|//[^\\n]*\\n)*['"]${directive}['"]`)
const useClient = startsWith('use client')
const useServer = startsWith('use server')

/** What a browser must never be sent, wherever on the way it was imported. */
const serverCode =
  /^(?:db|lib\/(?:server|write|cache|jobs|live|auth|http|observability))\/|^lib\/env\.ts$|^lib\/domain\/[\w-]+\/(?:queries\.ts|reads\.ts|commands\/(?!schema\.ts$))/

/** What weighs more than half of what a page may weigh, and can stay with the server. */
const heavyPackage = /^zod(?:\/|$)/

/**
 * What is wrong with the code that is sent to browsers. A client component imports from a domain
 * only its schema, and reaches no server code over others either; with the page it brings no package
 * that is heavy. Types are not sent; a file of
 * server actions is called, not sent.
 */
export function findClientBreaches(
  files: readonly SourceFile[],
  imports: readonly Import[],
): string[] {
  const actions = new Set(files.filter(({ text }) => useServer.test(text)).map(({ path }) => path))
  const edges = imports.filter(({ kind, to }) => kind !== 'nothing' && !actions.has(to))
  const atOnce = edges.filter(({ lazy }) => !lazy)
  const clients = files.filter(({ text }) => useClient.test(text)).map(({ path }) => path)
  const comesAtOnce = reach(files.map(({ path }) => path).filter(isPage), atOnce)
  return [
    ...clients.flatMap((client) => forbiddenParts(client, edges)),
    ...clients.flatMap((client) => sent(client, reach([client], edges), serverCode)),
    ...clients
      .filter((client) => comesAtOnce.has(client))
      .flatMap((client) => sent(client, reach([client], atOnce), heavyPackage)),
  ]
}

function isPage(path: string): boolean {
  return /^app\/.*\b(?:page|layout|template|loading|(?:global-)?error|not-found|forbidden|unauthorized)\.tsx$/.test(
    path,
  )
}

function forbiddenParts(client: string, edges: readonly Import[]): string[] {
  return edges
    .filter(
      ({ from, to }) =>
        from === client && to.startsWith('lib/domain/') && !to.endsWith('/schema.ts'),
    )
    .map(({ to }) => `${client} imports ${to}: of a domain it may know the schema only`)
}

/** What comes along with files, each with the file that imports it first. */
function reach(entries: readonly string[], edges: readonly Import[]): Map<string, string> {
  const cameFrom = new Map<string, string>(entries.map((entry) => [entry, '']))
  for (const file of cameFrom.keys()) {
    for (const { from, to, typeOnly } of edges) {
      if (from === file && !typeOnly && !cameFrom.has(to)) cameFrom.set(to, file)
    }
  }
  return cameFrom
}

function sent(client: string, reached: ReadonlyMap<string, string>, unwanted: RegExp): string[] {
  return [...reached]
    .filter(([file]) => unwanted.test(file))
    .map(([file, importer]) => `${client} sends ${file} to browsers, imported by ${importer}`)
}
