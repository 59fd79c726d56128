import { codeOnly, linesWith } from './code-text'
import type { SourceFile } from './source-files'

/** A rule on the text of single files. */
export interface HouseRule {
  name: string
  /** The files it looks at; all when not given. */
  concerns?: (path: string) => boolean
  /** Where a file breaks it, as `path:line`; none when it does not. */
  findBreaches(file: SourceFile): string[]
}

const mostLines = 400
const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('tests/')
const isTypeScript = (path: string) => /\.(ts|tsx|mts)$/.test(path)

/**
 * These run outside the site: they are given their environment by a person or by the launcher.
 * NEXT_RUNTIME is no variable but a constant that the bundler writes in.
 */
const readsTheEnvironment = (path: string) =>
  /^lib\/env(\.client)?\.ts$/.test(path) ||
  /^(scripts|local|tests)\//.test(path) ||
  /^[\w-]+\.config\.(ts|mjs)$/.test(path)

const forbid =
  (pattern: RegExp) =>
  ({ path, text }: SourceFile) =>
    linesWith(path, codeOnly(text), pattern)

export const houseRules: readonly HouseRule[] = [
  {
    name: 'the environment is read in one place',
    concerns: (path) => !readsTheEnvironment(path),
    findBreaches: forbid(/\bprocess\s*\??\.\s*env\b(?!\.NEXT_RUNTIME\b)|\bimport\.meta\.env\b/),
  },
  {
    name: `no file is longer than ${mostLines} lines`,
    findBreaches: ({ path, text }) =>
      text.trimEnd().split('\n').length > mostLines ? [`${path}:${mostLines + 1}`] : [],
  },
  {
    name: 'there is no any',
    concerns: isTypeScript,
    findBreaches: forbid(/(?::|\bas|[<,|&=]|\bextends|\bsatisfies)\s*any\b(?!\s*[(:])|\bany\[\]/),
  },
  {
    name: 'no check is switched off',
    findBreaches: ({ path, text }) => linesWith(path, text, /@ts-(ignore|nocheck|expect-error)\b/),
  },
  {
    name: 'no test is skipped or alone',
    concerns: isTest,
    findBreaches: forbid(
      /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|skipIf|only|todo|fails|fixme)\b|\bx(?:it|describe|test)\(/,
    ),
  },
  {
    name: 'server-only stays in lib/server',
    concerns: (path) => !path.startsWith('lib/server/'),
    findBreaches: ({ path, text }) => linesWith(path, text, /^import ['"]server-only['"]/),
  },
  {
    name: 'a scope is made by a session, a job or the seed only',
    concerns: (path) =>
      !isTest(path) &&
      !/^lib\/(?:server\/|jobs\/job-scope\.ts|base\/scope\.ts)|^scripts\//.test(path),
    findBreaches: forbid(/\bsealScope\b|\bas Scope\b/),
  },
  {
    name: 'what the site writes goes through lib/write',
    concerns: (path) =>
      /^(app|components|lib)\//.test(path) &&
      !isTest(path) &&
      // Jobs are no cached table, and are claimed before there is a scope.
      !/^lib\/(?:write\/|jobs\/claim-job\.ts)/.test(path),
    findBreaches: forbid(/\.transaction\(|\b(?:db|tenant|platform)\.begin\(/),
  },
  {
    name: 'pages send their requests by lib/request and keep answers by components/data',
    concerns: (path) =>
      /^(app|components)\//.test(path) &&
      !isTest(path) &&
      // The stream of changes is held open; the old way of asking is what we are compared with.
      !/^components\/(?:data|live|old-way)\//.test(path),
    findBreaches: ({ path, text }) => [
      ...linesWith(path, codeOnly(text), /(?<![.\w])fetch\(/),
      ...linesWith(path, text, /\bfrom 'swr\b/),
    ],
  },
  {
    name: 'nothing is left to be done',
    findBreaches: ({ path, text }) => linesWith(path, text, /\b(?:TODO|FIXME|XXX|HACK)\b/),
  },
]

/** Where the files break a rule. */
export function findBreaches(rule: HouseRule, files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => rule.concerns?.(path) ?? true).flatMap(rule.findBreaches)
}
