import { readdirSync } from 'node:fs'
import type { Role } from '@/lib/base/roles'
import { livePatterns } from '@/lib/http/route-methods'

/** The least role that each address of an engagement's API asks for. */
export const leastRoles: Readonly<Record<string, Role>> = {
  'GET /assets': 'viewer',
  'GET /assets/:assetId': 'viewer',
  'GET /assets/export': 'viewer',
  'GET /flows/:flowId': 'viewer',
  'POST /flows/:flowId/cancel': 'analyst',
  'GET /flows/:flowId/history': 'viewer',
  'GET /flows/:flowId/mappings': 'viewer',
  'PATCH /flows/:flowId/mappings/:mappingId': 'analyst',
  'POST /flows/:flowId/mappings/approve': 'analyst',
  'POST /flows/:flowId/mappings/reject': 'analyst',
  'POST /flows/:flowId/mappings/undo': 'analyst',
  'POST /flows/:flowId/pause': 'analyst',
  'POST /flows/:flowId/presence': 'viewer',
  'GET /flows/:flowId/rejected': 'viewer',
  'POST /flows/:flowId/resume': 'analyst',
  'POST /flows/:flowId/retry': 'analyst',
  'GET /imports': 'viewer',
  'POST /imports': 'analyst',
  'GET /imports/:importId': 'viewer',
  'DELETE /imports/:importId': 'manager',
  'POST /imports/:importId/complete': 'analyst',
  'PUT /imports/:importId/parts/:part': 'analyst',
}

/** Addresses of the API above the engagements; each has a test of its own kind. */
export const siteWide = [
  'GET /api/health/live',
  'GET /api/health/ready',
  'GET /api/jobs/drive',
  ...livePatterns.map((pattern) => `GET ${pattern}`),
  'GET /api/me',
  'GET /api/requests/:requestId/reads',
  'GET /api/status',
  'POST /api/vitals',
]

/** The least role that a page asks for; `viewer` unless it is said. */
export const leastPageRoles: Readonly<Record<string, Role>> = { '/imports/new': 'analyst' }

/**
 * Below a folder of `app`, the address of every page: `/flows/[flowId]` is `/flows/:flowId`. What
 * catches all other addresses is no page: it is never there.
 */
export function pagesBelow(folder: string): string[] {
  return readdirSync(`app/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.includes('[...'))
    .map((file) => `/${file}`.replace(/\/page\.tsx$/, '').replaceAll(/\[(\w+)\]/g, ':$1'))
    .sort()
}
