import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { bearerToken, readBody, sendJson } from './http-messages.mjs'
import { listenLocally } from './ports.mjs'
import { readJson, writeJson } from './state.mjs'

/**
 * @typedef {Record<string, unknown>} Items
 * @typedef {{ operation: string, key: string, value?: unknown }} Operation
 */

/** @param {unknown} value */
const digestOf = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/**
 * @param {Items} items
 * @param {Operation[]} operations
 * @returns {Items | string} the new items, or why not
 */
function applyOperations(items, operations) {
  if (operations.length === 0) return 'no items'
  const next = new Map(Object.entries(items))
  for (const { operation, key, value } of operations) {
    const exists = next.has(key)
    if (operation === 'create' && exists) return `item "${key}" already exists`
    if ((operation === 'update' || operation === 'delete') && !exists) {
      return `item "${key}" does not exist`
    }
    if (!['create', 'update', 'upsert', 'delete'].includes(operation)) {
      return `unknown operation "${operation}"`
    }
    if (operation === 'delete') next.delete(key)
    else next.set(key, value)
  }
  return Object.fromEntries(next)
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<Operation[]>} none when the body is not what it should be
 */
async function readOperations(request) {
  try {
    const { items } = JSON.parse(await readBody(request))
    return Array.isArray(items) ? items : []
  } catch {
    return []
  }
}

/**
 * How readers are answered while a test wants it so: not at all, five seconds late, with what is no
 * JSON, or as if the store were not there.
 * @typedef {'down' | 'slow' | 'malformed' | 'missing'} Fault
 */

/**
 * An Edge Config of one store: items, one item, digest; and the management interface, which reads
 * one item and patches items.
 * @param {{ file: string, id: string, token: string, managementToken: string, items?: Items,
 *   propagationMs?: number }} options
 *   file keeps the items; items are there at first; propagationMs is how long readers see the old
 *   items after a change, unless they ask for a consistent read
 * @returns {Promise<{ port: number, suffer(fault: Fault | null): void, stop(): Promise<void> }>}
 */
export async function startEdgeConfig(options) {
  const { file, id, token, managementToken, items = {}, propagationMs = 0 } = options
  /** @type {Items} */
  let written = readJson(file) ?? items
  let visible = written
  /** @type {Fault | null} */
  let fault = null

  /** @param {Items} items */
  const publish = (items) => {
    written = items
    writeJson(file, items)
    if (propagationMs === 0) visible = items
    else setTimeout(() => (visible = items), propagationMs).unref()
  }

  /** @type {import('node:http').RequestListener} */
  const readItems = (request, response) => {
    const seen = 'x-edge-config-min-updated-at' in request.headers ? written : visible
    const url = new URL(request.url ?? '/', 'http://edge-config')
    const [, ask, key] = url.pathname.split('/').slice(1)
    const headers = { 'x-edge-config-digest': digestOf(seen) }
    if (ask === 'digest') return sendFresh(request, response, digestOf(seen), headers)
    if (ask === 'items') {
      const keys = url.searchParams.getAll('key')
      const chosen = Object.entries(seen).filter(([name]) => !keys.length || keys.includes(name))
      return sendFresh(request, response, Object.fromEntries(chosen), headers)
    }
    const name = decodeURIComponent(key ?? '')
    if (ask === 'item' && Object.hasOwn(seen, name)) {
      return sendFresh(request, response, seen[name], headers)
    }
    sendJson(response, 404, { error: { code: 'edge_config_item_not_found' } }, headers)
  }

  /** @type {import('node:http').RequestListener} */
  const patchItems = async (request, response) => {
    const outcome = applyOperations(written, await readOperations(request))
    if (typeof outcome === 'string') {
      return sendJson(response, 400, { error: { code: 'bad_request', message: outcome } })
    }
    publish(outcome)
    sendJson(response, 200, { status: 'ok' })
  }

  /** @type {import('node:http').RequestListener} */
  const manage = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://edge-config')
    if (request.method === 'PATCH' && pathname.endsWith('/items')) {
      return patchItems(request, response)
    }
    const key = decodeURIComponent(/\/item\/([^/]+)$/.exec(pathname)?.[1] ?? '')
    if (request.method === 'GET' && Object.hasOwn(written, key)) {
      return sendJson(response, 200, { edgeConfigId: id, key, value: written[key] })
    }
    sendJson(response, 404, { error: { code: 'not_found' } })
  }

  /** @param {import('node:http').ServerResponse} response @param {() => void} answer */
  const sufferFault = (response, answer) => {
    switch (fault) {
      case 'down':
        return response.destroy()
      case 'slow':
        return void setTimeout(answer, 5_000).unref()
      case 'malformed':
        return response.writeHead(200, { 'content-type': 'application/json' }).end('{"flags": {')
      case 'missing':
        return sendJson(response, 404, { error: { code: 'edge_config_not_found' } })
      default:
        answer()
    }
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://edge-config')
    const given = bearerToken(request) ?? searchParams.get('token')
    const manages = pathname.startsWith(`/v1/edge-config/${id}/`)
    if (given !== (manages ? managementToken : token)) {
      return sendJson(response, 401, { error: { code: 'unauthorized' } })
    }
    if (manages) return manage(request, response)
    if (pathname.startsWith(`/${id}/`) && ['GET', 'HEAD'].includes(request.method ?? '')) {
      return sufferFault(response, () => readItems(request, response))
    }
    sendJson(response, 404, { error: { code: 'edge_config_not_found' } })
  })
  const port = await listenLocally(server)
  return {
    port,
    suffer(next) {
      fault = next
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {unknown} body
 * @param {Record<string, string>} headers
 */
function sendFresh(request, response, body, headers) {
  const etag = `"${digestOf(body)}"`
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { ...headers, etag }).end()
  else sendJson(response, 200, body, { ...headers, etag })
}
