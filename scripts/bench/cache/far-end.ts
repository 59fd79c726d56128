import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connectRedis } from '../../../local/redis-connection.mjs'

export interface FarEndPlace {
  /** Of the REST interface. */
  url: string
  token: string
  /** Of the engine itself. */
  redisUrl: string
  /** Where the engine comes from, in words. */
  origin: string
}

/** Runs a bench before a Redis that nobody else uses; REDIS_URL names one to be used instead. */
export async function withFarEnd<T>(bench: (place: FarEndPlace) => Promise<T>): Promise<T> {
  const child = fork(new URL('./far-end-process.ts', import.meta.url))
  const ended = once(child, 'exit')
  try {
    const [place] = await Promise.race([
      once(child, 'message'),
      ended.then(() => Promise.reject(new Error('The Redis for the bench did not start'))),
    ])
    return await bench(place)
  } finally {
    if (child.connected) child.disconnect()
    await ended
  }
}

/** @returns a value of the engine's INFO */
export async function readInfo({ redisUrl }: FarEndPlace, field: string): Promise<string> {
  const connection = await connectRedis(redisUrl)
  try {
    const [reply] = await connection.send([['INFO']])
    return new RegExp(`^${field}:(.*?)\\r?$`, 'm').exec(String(reply))?.[1] ?? ''
  } finally {
    connection.close()
  }
}
