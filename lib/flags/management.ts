import { isDeepStrictEqual } from 'node:util'

/** Where all flags stand together, for whoever changes them. */
export interface FlagStorage {
  /**
   * The item that holds all flags, as it was last written; undefined when there is none.
   * @throws FlagStorageError
   */
  read(): Promise<unknown>
  /**
   * Puts another item in its place.
   * @throws FlagStorageError when it was not written, or nobody can tell
   */
  write(next: unknown): Promise<void>
}

/** The management interface did not do as it was asked; the words hold no value and no token. */
export class FlagStorageError extends Error {
  override name = 'FlagStorageError'
}

interface ManagementSettings {
  /** Of the Edge Config in the management interface, such as `https://…/v1/edge-config/ecfg_x`. */
  url: string
  token: string
  /** Milliseconds for each request. */
  deadline?: number
}

/** The item's name in the Edge Config. */
const item = 'flags'

/** The flags by the management interface of an Edge Config. */
export function createFlagManagement({
  url,
  token,
  deadline = 5_000,
}: ManagementSettings): FlagStorage {
  /** A team's id may stand in the address's query. */
  function addressOf(path: string): URL {
    const address = new URL(url)
    address.pathname = `${address.pathname.replace(/\/$/, '')}${path}`
    return address
  }

  async function ask(path: string, change?: unknown): Promise<Response> {
    try {
      return await fetch(addressOf(path), {
        method: change === undefined ? 'GET' : 'PATCH',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: change === undefined ? null : JSON.stringify(change),
        signal: AbortSignal.timeout(deadline),
        cache: 'no-store',
      })
    } catch (error) {
      const why = error instanceof Error ? error.name : typeof error
      throw new FlagStorageError(`The management interface does not answer (${why})`)
    }
  }

  async function read(): Promise<unknown> {
    const response = await ask(`/item/${item}`)
    if (response.status === 404) return undefined
    if (!response.ok) throw refusal(response)
    return itemOf(await response.json().catch(() => null))
  }

  return {
    read,
    async write(next) {
      const change = { items: [{ operation: 'upsert', key: item, value: next }] }
      const response = await ask('/items', change).catch(async (error: unknown) => {
        // It may have been written all the same.
        if (isDeepStrictEqual(await read(), next)) return null
        throw error
      })
      if (response && !response.ok) throw refusal(response)
    },
  }
}

function refusal({ status }: Response): FlagStorageError {
  return new FlagStorageError(`The management interface answers ${status}`)
}

function itemOf(answer: unknown): unknown {
  if (typeof answer === 'object' && answer !== null && 'value' in answer) return answer.value
  throw new FlagStorageError('The management interface answers what is no item')
}
