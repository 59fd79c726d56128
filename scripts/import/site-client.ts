import * as z from 'zod'
import { readJson, readRefusal } from '@/lib/request/refusal'
import { type RequestRuntime, systemRuntime } from '@/lib/request/runtime'
import { type SendRequest, send } from '@/lib/request/send'
import { ImportFailure } from './failure'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** A signed-in client of one site: keeps its cookies, speaks JSON. */
export type SiteClient = {
  /** Cookies for requests that others make. */
  cookieHeader(): string
  get<T>(path: string, shape: z.ZodType<T>): Promise<T>
  post(path: string, body: unknown): Promise<void>
}

const csrfAnswer = z.object({ csrfToken: z.string() })

/**
 * Signs in with e-mail and password, by next-auth's own endpoints.
 * @throws ImportFailure when nothing answers, or e-mail and password are refused
 */
export async function signIn(
  { url, email, password }: { url: string; email: string; password: string },
  fetch: Fetch,
  runtime: RequestRuntime = { ...systemRuntime, fetch },
): Promise<SiteClient> {
  const cookies = new Map<string, string>()
  const cookieHeader = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const enter = async (path: string, init: RequestInit) => {
    const response = await reach(url, () =>
      fetch(`${url}${path}`, {
        ...init,
        redirect: 'manual',
        headers: { Accept: 'application/json', ...headersOf(init), Cookie: cookieHeader() },
      }),
    )
    keepCookies(cookies, response)
    return response
  }

  const { csrfToken } = await read(
    await enter('/api/auth/csrf', { method: 'GET' }),
    csrfAnswer,
    url,
  )
  const body = new URLSearchParams({ csrfToken, email, password, callbackUrl: url, json: 'true' })
  const response = await enter('/api/auth/callback/credentials', { method: 'POST', body })
  await response.body?.cancel()
  if (![...cookies.keys()].some((name) => name.endsWith('next-auth.session-token'))) {
    throw new ImportFailure(
      'sign_in_failed',
      `${email} could not sign in: the e-mail address or the password is not right, or the account is not active.`,
    )
  }
  const call = async <T>(path: string, shape: z.ZodType<T>, write?: Partial<SendRequest<T>>) => {
    const headers = { Cookie: cookieHeader() }
    const request = { ...write, address: `${url}${path}`, headers, read: readerOf(shape) }
    const answer = await send(request, { kind: 'default', runtime })
    if (answer.ok) return answer.data
    const { code, message } = answer
    throw new ImportFailure(code, code === 'unexpected_answer' ? otherVersion(url) : message)
  }
  return {
    cookieHeader,
    get: call,
    post: async (path, body) => {
      await call(path, z.unknown(), { method: 'POST', body })
    },
  }
}

function readerOf<T>(shape: z.ZodType<T>): (body: unknown) => T | undefined {
  return (body) => shape.safeParse(body).data
}

const otherVersion = (url: string) => `${url} does not answer as this version expects.`

async function reach(url: string, send: () => Promise<Response>): Promise<Response> {
  try {
    return await send()
  } catch (error) {
    // fetch says what went wrong in its cause: a refused connection, an unknown host.
    const cause = error instanceof Error ? (error.cause ?? error) : error
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new ImportFailure('network', `${url} does not answer (${why || 'connection failed'}).`)
  }
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    if (at < 1) continue
    const value = pair.slice(at + 1)
    if (value === '' || /;\s*max-age=0\b/i.test(line)) cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), value)
  }
}

async function read<T>(response: Response, shape: z.ZodType<T>, url: string): Promise<T> {
  if (!response.ok) {
    const { code, message } = await readRefusal(response)
    throw new ImportFailure(code, message)
  }
  const answer = shape.safeParse(await readJson(response))
  if (answer.success) return answer.data
  throw new ImportFailure('unexpected_answer', otherVersion(url))
}

function headersOf(init: RequestInit): Record<string, string> {
  return Object.fromEntries(new Headers(init.headers))
}
