import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { Capability } from '@/lib/base/roles'
import type { Tag } from '@/lib/base/tag'
import type { Asker, Askers } from '@/lib/http/route-policy'

export interface RoutesQuestion {
  /** What stands in the places of the patterns' names. */
  values: Record<string, string>
  askers: Record<string, Askers['member']>
}

/** A row of the table of routes at one of its addresses. */
export interface PrintedRoute {
  pattern: string
  address: string
  asker: Asker
  capability: Capability
  /** By the names of the askers. */
  tags: Record<string, readonly Tag[]>
}

/**
 * The rows of the table that have a validator. They are made of the site's own reads, which another
 * process loads: the loader of these tests takes no data files.
 */
export function readRoutes(question: RoutesQuestion): PrintedRoute[] {
  const root = path.join(import.meta.dirname, '..', '..', '..')
  const program = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const script = path.join(import.meta.dirname, 'print-routes.ts')
  const args = [program, script, JSON.stringify(question)]
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }))
}
