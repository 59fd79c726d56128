import { randomUUID } from 'node:crypto'
import { Redis, type RedisConfigNodejs } from '@upstash/redis'
import { beforeAll, expect, test } from 'vitest'
import { farEnds } from '@/tests/support/far-ends'

let redis: Redis
/** A key of this run, because the engine is shared. */
const key = (name: string) => `${name}:${randomUUID()}`

function connect(options: Partial<RedisConfigNodejs> = {}): Redis {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = farEnds().env
  return new Redis({ url, token, ...options })
}

/** A request as it is, without the client. */
function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = farEnds().env
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify(body),
  })
}

beforeAll(() => {
  redis = connect()
})

test('commands of one tick travel together and answer in order', async () => {
  const name = key('counter')
  const answers = await Promise.all([redis.set(name, 1), redis.incr(name), redis.get(name)])
  expect(answers).toEqual(['OK', 2, 2])
})

test('a pipeline keeps the error of one command to that command', async () => {
  const name = key('list')
  const answers = await redis
    .pipeline()
    .set(name, 'text')
    .lpush(name, 'x')
    .get(name)
    .exec({ keepErrors: true })
  expect(answers[0]).toMatchObject({ result: 'OK' })
  expect(answers[1]?.error).toMatch(/WRONGTYPE/)
  expect(answers[2]).toMatchObject({ result: 'text' })
})

test('a transaction applies all or nothing', async () => {
  const name = key('multi')
  expect(await redis.multi().set(name, 'a').get(name).exec()).toEqual(['OK', 'a'])
  // A command that cannot be queued discards the whole.
  const refused = redis.multi().set(name, 'b')
  await expect(refused.mget().exec()).rejects.toThrow(/wrong number of arguments/)
  expect(await redis.get(name)).toBe('a')
})

test('a transaction is not torn by another caller', async () => {
  const name = key('torn')
  const writers = Array.from({ length: 20 }, () => redis.multi().incr(name).incr(name).exec())
  const pairs = (await Promise.all(writers)) as number[][]
  for (const [first = 0, second = 0] of pairs) expect(second).toBe(first + 1)
})

test('SET NX PX locks once and gives the key a life', async () => {
  const name = key('lock')
  expect(await redis.set(name, 'me', { nx: true, px: 60_000 })).toBe('OK')
  expect(await redis.set(name, 'you', { nx: true, px: 60_000 })).toBeNull()
  const life = await redis.pttl(name)
  expect(life).toBeGreaterThan(0)
  expect(life).toBeLessThanOrEqual(60_000)
})

test('a script gets its keys and arguments and answers nested values', async () => {
  const [one, two] = [key('script'), key('script')]
  const script = `redis.call('SET', KEYS[1], ARGV[1]); redis.call('INCRBY', KEYS[2], ARGV[2])
    return {redis.call('GET', KEYS[1]), redis.call('GET', KEYS[2]), {1, 'zwei', false}}`
  expect(await redis.eval(script, [one, two], ['wört', 5])).toEqual(['wört', 5, [1, 'zwei', null]])
})

test('a script with Upstash’s own flag runs, by text and by digest', async () => {
  const script = "#!lua flags=allow-key-locking\nreturn redis.call('INCR', KEYS[1])"
  const name = key('flag')
  const digest = await redis.scriptLoad(script)
  expect(await redis.eval(script, [name], [])).toBe(1)
  expect(await redis.evalsha(digest, [name], [])).toBe(2)
  expect(await redis.createScript(script).exec([name], [])).toBe(3)
})

test('a script’s error reaches the caller', async () => {
  await expect(redis.eval("return redis.error_reply('NOPE no')", [], [])).rejects.toThrow(/NOPE no/)
  await expect(redis.evalsha('0'.repeat(40), [], [])).rejects.toThrow(/NOSCRIPT/)
})

test.each([true, false])('strings arrive unchanged, encoded: %s', async (responseEncoding) => {
  const plain = connect({
    automaticDeserialization: false,
    responseEncoding: responseEncoding ? 'base64' : false,
  })
  const name = key('text')
  const text = 'line\r\nüñ€ 😀 "quoted" \u0000 OKAY'
  await plain.set(name, text)
  expect(await plain.get(name)).toBe(text)
  await plain.rpush(name + 1, 'OK', text)
  expect(await plain.lrange(name + 1, 0, -1)).toEqual(['OK', text])
})

test('many keys come back in one answer, missing ones as null', async () => {
  const [one, two, three] = [key('many'), key('many'), key('many')]
  await redis.mset({ [one]: 'a', [three]: { nested: [1] } })
  expect(await redis.mget(one, two, three)).toEqual(['a', null, { nested: [1] }])
})

test('a stream is appended to and read', async () => {
  const name = key('stream')
  const first = await redis.xadd(name, '*', { kind: 'bump', tag: 'ä' })
  const second = await redis.xadd(name, '*', { kind: 'lift' })
  expect(await redis.xrange(name, '-', '+')).toEqual({
    [first]: { kind: 'bump', tag: 'ä' },
    [second]: { kind: 'lift' },
  })
})

test('a subscriber hears what is published', async () => {
  const channel = key('channel')
  const subscriber = redis.subscribe<{ text: string }>(channel)
  const heard = new Promise((resolve) => subscriber.on('message', resolve))
  await new Promise((resolve) => subscriber.on('subscribe', resolve))
  expect(await redis.publish(channel, { text: 'hällo, wörld' })).toBe(1)
  expect(await heard).toMatchObject({ channel, message: { text: 'hällo, wörld' } })
  await subscriber.unsubscribe()
})

test('a command that waits does not stop the others', async () => {
  const name = key('queue')
  const waiting = post('/', ['BLPOP', name, 20])
  await redis.set(key('other'), 1)
  await redis.rpush(name, 'work')
  expect(await (await waiting).json()).toEqual({ result: [name, 'work'] })
})

test('the engine’s clock is the clock', async () => {
  const before = Date.now()
  const [seconds, micros] = await redis.time()
  const now = seconds * 1000 + Math.floor(micros / 1000)
  expect(now).toBeGreaterThanOrEqual(before - 1000)
  expect(now).toBeLessThanOrEqual(Date.now() + 1000)
})

test('the engine does not evict', async () => {
  const answer = await post('/', ['CONFIG', 'GET', 'maxmemory-policy'])
  expect(await answer.json()).toEqual({ result: ['maxmemory-policy', 'noeviction'] })
})

test('what is no command is refused', async () => {
  for (const body of [{}, [], 'text']) expect((await post('/', body)).status).toBe(400)
  expect((await post('/pipeline', { a: 1 })).status).toBe(400)
  expect((await post('/', ['NO-SUCH-COMMAND'])).status).toBe(400)
})

test('a command by its path', async () => {
  const name = key('path')
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = farEnds().env
  const answer = await fetch(`${url}/set/${name}/a%20b/EX/60?_token=${token}`)
  expect(await answer.json()).toEqual({ result: 'OK' })
  expect(await redis.get(name)).toBe('a b')
})

test('a wrong token is refused', async () => {
  await expect(connect({ token: 'wrong', retry: false }).get('x')).rejects.toThrow(/Unauthorized/)
})

test('the sync token comes back', async () => {
  const response = await post('/pipeline', [['PING']], { 'upstash-sync-token': 'abc' })
  expect(response.headers.get('upstash-sync-token')).toBe('abc')
  expect(await response.json()).toEqual([{ result: 'PONG' }])
})
