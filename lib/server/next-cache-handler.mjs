import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Where Next asks for the pages that it keeps, and hands them over. Next loads this file as it is,
 * outside its bundles, so it knows nothing itself: the site registers its page cache under this
 * symbol before the first request. While the site is built there is none, and nothing is kept.
 */
const registered = Symbol.for('portolan.page-cache')

/** @type {string | undefined} */
let build

/** The build's own name: a page fits the scripts of its build only. @param {string} serverFolder */
function buildOf(serverFolder) {
  build ??= readFileSync(path.join(serverFolder, '..', 'BUILD_ID'), 'utf8').trim()
  return build
}

/**
 * Next makes one for each request: also before middleware, which keeps nothing and has no folder,
 * and in development, where no page is kept.
 */
export default class NextCacheHandler {
  /** @param {{ dev?: boolean, serverDistDir?: string }} context */
  constructor({ dev, serverDistDir }) {
    const pageCache = globalThis[registered]
    if (pageCache && serverDistDir && !dev)
      this.pages = pageCache.forRequest(buildOf(serverDistDir))
  }

  /** @param {string} key @param {{ kind: string }} context */
  async get(key, { kind }) {
    return kind === 'FETCH' ? null : (this.pages?.get(key) ?? null)
  }

  /** @param {string} key @param {{ kind?: string } | null} value @param {{ cacheControl?: unknown }} context */
  async set(key, value, { cacheControl }) {
    if (value && value.kind !== 'FETCH') await this.pages?.set(key, value, cacheControl)
  }

  /** The tags that a page carries have new versions before anybody is told: nothing is left to do. */
  async revalidateTag() {}

  resetRequestCache() {}
}
