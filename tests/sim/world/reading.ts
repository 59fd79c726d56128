import type { RequestCache } from '@/lib/cache/cache'
import { Violation } from '../check/checker'
import type { App } from './app'
import { describeQuestion, type Question, type Source, type Value } from './facts'
import { Cut } from './network'
import type { World } from './world'

/** The reads of one request. */
export interface Reading {
  ask(question: Question): Promise<Value | null>
  /** Called after a command. */
  forget(): void
}

export function startReading(world: World, app: App): Reading {
  const { checker, journal } = world
  const cache: RequestCache<Source> = app.cache.forRequest()
  let began = new Map<string, number>()

  return {
    async ask(question) {
      const name = describeQuestion(question, app.version)
      // The same read twice in a request is one read.
      const since = began.get(name) ?? world.stamp()
      began.set(name, since)
      journal.say(app.process.name, () => `reads ${name}`)
      const policy = app.policies[question.read]
      try {
        const value = await cache.read('redis', policy, { owner: question.owner }, question.input)
        journal.say(app.process.name, () => `has read ${name}: ${JSON.stringify(value.found)}`)
        checker.read(app.process, question, app.version, value, since)
        return value
      } catch (error) {
        if (error instanceof Violation) throw error
        if (!(error instanceof Cut)) throw new Violation('reads do not fail', String(error))
        // The database did not answer, and a later read tries again.
        began.delete(name)
        return null
      }
    },
    forget() {
      cache.forget()
      began = new Map()
    },
  }
}
