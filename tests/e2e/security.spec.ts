import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type APIRequestContext, expect, request } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { findFreePort } from '../../local/ports.mjs'
import { spawnSite } from '../../local/site.mjs'
import { isHello, listenAt } from '../support/live/heard'
import { siteUrls } from '../support/sites'
import { siteEnvironment } from './support/behind-the-site'
import { people } from './support/people'
import { watchPolicy } from './support/policy'
import { demoPassword, enter } from './support/sessions'
import { signInByForm } from './support/sign-in'
import { test } from './support/test'

/** Two processes of one site. */
const [first = '', second = first] = siteUrls()
const both = [...new Set([first, second])]

const plain = (headers: Record<string, string> = {}) =>
  request.newContext({ maxRedirects: 0, extraHTTPHeaders: headers })

/** An answer to somebody who brings nothing along. */
async function ask(address: string, headers: Record<string, string> = {}) {
  const api = await plain(headers)
  const answer = await api.get(address)
  const found = { status: answer.status(), headers: answer.headers(), text: await answer.text() }
  await api.dispose()
  return found
}

const cookieName = 'next-auth.session-token'

/** A viewer with a session of the test's own, which it may end. */
async function viewerOn(site: string): Promise<APIRequestContext> {
  const api = await request.newContext({ baseURL: site, maxRedirects: 0 })
  await enter(api, people.viewer)
  return api
}

/** The session's cookie as a text, as a thief would have it. */
async function cookieOf(api: APIRequestContext): Promise<string> {
  const { cookies } = await api.storageState()
  return `${cookieName}=${cookies.find(({ name }) => name === cookieName)?.value}`
}

/** What each process says of who has a cookie. */
const whoIs = (cookie: string) =>
  Promise.all(both.map(async (site) => (await ask(`${site}/api/me`, { cookie })).status))

const everyAddress = [
  ['/', 200],
  ['/status', 200],
  ['/sign-in', 200],
  ['/acme/dc-exit', 307],
  ['/nothing.png', 404],
  ['/_next/static/nothing.js', 404],
  ['/api/health/live', 200],
  ['/api/me', 401],
  ['/api/auth/csrf', 200],
  ['/api/acme/dc-exit/imports/x/parts/0', 405],
] as const

test('security headers stand on every answer, 404 included', async () => {
  for (const [address, status] of everyAddress) {
    const { headers, ...answer } = await ask(`${first}${address}`)
    if (!address.startsWith('/_next')) expect(answer.status, address).toBe(status)
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-frame-options': 'DENY',
    })
    if (answer.status !== 307) {
      expect(headers['content-security-policy'], address).toContain("frame-ancestors 'none'")
    }
  }
})

test('security headers stand on a 500 too, as document and as JSON', async () => {
  const env = { ...siteEnvironment() }
  // Nothing answers at this port.
  for (const name of ['DATABASE_URL', 'PLATFORM_DATABASE_URL']) {
    env[name] = 'postgres://app:app@127.0.0.1:1/none'
  }
  const given = Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const site = spawnSite({
    mode: 'start',
    port: await findFreePort(),
    env: Object.fromEntries(given),
    output: () => undefined,
  })
  try {
    const alive = () =>
      ask(`${site.url}/api/health/live`).then(
        ({ status }) => status,
        () => 0,
      )
    await expect.poll(alive, { timeout: 60_000 }).toBe(200)
    const claims = { userId: crypto.randomUUID(), sessionId: crypto.randomUUID() }
    const token = { ...claims, sessionVersion: 1 }
    const cookie = `${cookieName}=${await encode({ token, secret: env.NEXTAUTH_SECRET ?? '' })}`
    for (const address of ['/start', '/api/me']) {
      const { status, headers, text } = await ask(`${site.url}${address}`, { cookie })
      expect(status, address).toBe(500)
      expect(text).not.toContain('127.0.0.1:1')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
  } finally {
    await site.stop()
  }
})

test('HSTS is said over https alone', async () => {
  const overHttps = await ask(`${first}/sign-in`, { 'x-forwarded-proto': 'https' })
  expect(overHttps.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
  expect((await ask(`${first}/sign-in`)).headers).not.toHaveProperty('strict-transport-security')
})

test('an address that the database cannot hold leads to one that it can, of this site', async () => {
  const people = await ask(`${first}/admin/users?search=%00maya`)
  expect(people.status).toBe(307)
  expect(people.headers.location).toMatch(/\/admin\/users\?search=maya$/)
  const away = await ask(`${first}/%00/evil.example`)
  expect(new URL(away.headers.location ?? '', first).pathname).toBe('/evil.example')
})

test('a document has a nonce that the server made, for it alone, on every script', async () => {
  const nonces = new Set<string>()
  for (const address of ['/sign-in', '/sign-in', '/nothing.png']) {
    const brought = "script-src 'nonce-brought'"
    const { headers, text } = await ask(`${first}${address}`, {
      'content-security-policy': brought,
      'content-security-policy-report-only': brought,
      'x-nonce': 'brought',
    })
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '') ?? []
    expect(nonce).toHaveLength(24)
    expect(text).not.toContain('nonce="brought"')
    const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].map(
      ([, attributes = '']) => attributes,
    )
    const loose = scripts.filter((attributes) => !attributes.includes(`nonce="${nonce}"`))
    // The theme's script is known by its digest, and the library's text does not run.
    expect(
      loose.filter((attributes) => attributes !== '' && !/text\/plain/.test(attributes)),
    ).toEqual([])
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(3)
})

test('signing out ends the session on both processes: a copy of the cookie is dead', async () => {
  const api = await viewerOn(first)
  const other = await viewerOn(second)
  const cookie = await cookieOf(api)
  expect(await whoIs(cookie)).toEqual(both.map(() => 200))
  const streamsOf = async (copied: string) => {
    const streams = await Promise.all(both.map((site) => listenAt(site, '/acme/dc-exit', copied)))
    await Promise.all(streams.map((stream) => stream.until(isHello)))
    return streams
  }
  const streams = await streamsOf(cookie)
  const othersStreams = await streamsOf(await cookieOf(other))
  const { csrfToken } = await (await api.get('/api/auth/csrf')).json()
  expect((await api.post('/api/auth/signout', { form: { csrfToken } })).status()).toBe(302)
  expect(await whoIs(cookie)).toEqual(both.map(() => 401))
  for (const stream of streams) {
    await stream.ended
    expect(stream.heard.at(-1)?.data).toEqual({ why: 'revoked' })
  }
  expect(await whoIs(await cookieOf(other)), 'the other browser’s session goes on').toEqual(
    both.map(() => 200),
  )
  for (const stream of othersStreams) {
    expect(stream.heard.map(({ event }) => event)).not.toContain('over')
    stream.close()
  }
  await Promise.all([api.dispose(), other.dispose()])
})

test('next-auth’s own endpoint renews no dead session, and a living one', async () => {
  const api = await viewerOn(first)
  const cookie = await cookieOf(api)
  const living = await ask(`${second}/api/auth/session`, { cookie })
  expect(JSON.parse(living.text)).toHaveProperty('userId')
  const { csrfToken } = await (await api.get('/api/auth/csrf')).json()
  await api.post('/api/auth/signout', { form: { csrfToken } })
  for (const site of both) {
    const dead = await ask(`${site}/api/auth/session`, { cookie })
    expect(dead.text).toBe('{}')
    expect(dead.headers['set-cookie']).toMatch(new RegExp(`^${cookieName}=; .*Max-Age=0`))
  }
  await api.dispose()
})

test('too many wrong passwords are 429 with Retry-After, on the other process too', async () => {
  const email = `nobody-${Date.now()}@portolan.test`
  const attempt = async (site: string) => {
    const api = await plain({ 'x-forwarded-for': `198.51.100.${Date.now() % 250}` })
    const { csrfToken } = await (await api.get(`${site}/api/auth/csrf`)).json()
    const form = { csrfToken, email, password: 'not this one', json: 'true' }
    const answer = await api.post(`${site}/api/auth/callback/credentials`, { form })
    const found = { status: answer.status(), retryAfter: answer.headers()['retry-after'] }
    await api.dispose()
    return found
  }
  for (let n = 0; n < 10; n++) expect(await attempt(first)).toMatchObject({ status: 401 })
  const refused = await attempt(second)
  expect(refused.status).toBe(429)
  expect(Number(refused.retryAfter)).toBeGreaterThan(0)
})

test('a form of another site signs nobody in and writes nothing', async () => {
  const { text } = await ask(`${first}/sign-in`)
  const fields = [...text.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)]
  const multipart = {
    ...Object.fromEntries(fields.map(([, name = '', value = '']) => [name, decode(value)])),
    email: people.viewer,
    password: demoPassword,
  }
  const post = async (origin: string) => {
    const api = await plain({ origin })
    const answer = await api.post(`${first}/sign-in`, { multipart })
    const signedIn = (answer.headers()['set-cookie'] ?? '').includes(cookieName)
    await api.dispose()
    return { status: answer.status(), signedIn }
  }
  expect(await post(first)).toEqual({ status: 303, signedIn: true })
  const { status, signedIn } = await post('https://elsewhere.example')
  expect(signedIn).toBe(false)
  expect(status).toBeGreaterThanOrEqual(400)
})

const decode = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const secrets = [
  'NEXTAUTH_SECRET',
  'CRON_SECRET',
  'CACHE_SECRET',
  'UPSTASH_REDIS_REST_TOKEN',
  'DATABASE_URL',
  'PLATFORM_DATABASE_URL',
  'EDGE_CONFIG',
] as const

/** Names and values of what the site alone may know. */
function secretTexts(): string[] {
  const env = siteEnvironment()
  return secrets.flatMap((name) => [name, env[name] ?? name])
}

test('no secret is in what browsers are sent', async () => {
  const folder = '.next/static'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const scripts = files.filter((file) => /\.(js|css|json|map)$/.test(file))
  expect(scripts.length).toBeGreaterThan(10)
  const found = scripts.flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8')
    return [...secretTexts(), 'postgres://', 'postgresql://', '$argon2']
      .filter((secret) => text.includes(secret))
      .map((secret) => `${file}: ${secret}`)
  })
  expect(found).toEqual([])
})

test('the log holds no secret, no password and no cookie', async () => {
  const api = await viewerOn(first)
  const [, cookie = ''] = (await cookieOf(api)).split('=')
  await api.get('/api/acme/dc-exit/assets?q=cell-value-that-is-looked-for')
  await api.dispose()
  const folder = '.data/test'
  const logs = readdirSync(folder).filter((file) => /^site-\d\.log$/.test(file))
  const env = siteEnvironment()
  const values = secrets.flatMap((name) => env[name] ?? [])
  for (const log of logs) {
    const text = readFileSync(path.join(folder, log), 'utf8')
    for (const secret of [...values, cookie, demoPassword, 'cell-value-that-is-looked-for']) {
      expect(text.includes(secret), `${log} holds a secret`).toBe(false)
    }
  }
})

test('the policy refuses a script that is not the page’s own, and nothing of the page', async ({
  page,
}) => {
  const refused = watchPolicy(page)
  await page.goto('/')
  await page.getByRole('button', { name: 'Dark' }).first().click()
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await expect(page.locator('html')).toHaveClass(/\bdark\b/)
  await signInByForm(page, people.admin)
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto('/admin/users')
  await page
    .getByRole('button', { name: /new password|link/i })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(refused).toEqual([])
  const ran = await page.evaluate(() => {
    const script = document.createElement('div')
    script.innerHTML = '<img src="x:" onerror="window.injected = true">'
    document.body.append(script)
    return new Promise((resolve) => setTimeout(() => resolve('injected' in window), 300))
  })
  expect(ran).toBe(false)
  expect(refused.join()).toContain('inline event handler')
})
