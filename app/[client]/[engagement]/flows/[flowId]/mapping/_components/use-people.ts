'use client'

import { useEffect, useMemo, useState } from 'react'
import { browserRuntime } from '@/components/data/browser-runtime'
import { usePresence } from '@/components/live/use-live'
import type { PersonHere } from '@/lib/domain/mapping/page/schema'
import { send } from '@/lib/request/send'

/** Milliseconds between two signs of a person, and that a row is rested on before it is said. */
const [beat, rest] = [10_000, 400]

interface People {
  /** The others who have the mapping open. */
  others: readonly PersonHere[]
  /** Who is at which column, in words. */
  claims: ReadonlyMap<string, string>
}

const nobody: readonly PersonHere[] = []
const names = new Intl.ListFormat('en', { type: 'conjunction' })

/**
 * Says where this person is and knows who else is there. It is a courtesy: where it fails, nobody is
 * seen, and nothing is said of it.
 * @param address of the flow in the API
 * @param me the person's id
 */
export function usePeople(
  flowId: string,
  address: string,
  me: string,
  mappingId: string | null,
): People {
  const [people, setPeople] = useState(nobody)
  const told = usePresence(flowId)
  const [heard, setHeard] = useState(told)
  if (heard !== told) {
    setHeard(told)
    setPeople(told)
  }
  useEffect(() => {
    const leaving = new AbortController()
    const say = async () => {
      if (document.visibilityState === 'hidden') return
      const answer = await sayWhere(address, { mappingId, here: true }, leaving.signal)
      if (answer.ok) setPeople(answer.data.people)
    }
    const first = setTimeout(say, rest)
    const further = setInterval(say, beat)
    return () => {
      clearTimeout(first)
      clearInterval(further)
      leaving.abort()
    }
  }, [address, mappingId])
  useEffect(() => () => void sayWhere(address, { mappingId: null, here: false }), [address])

  return useMemo(() => {
    const others = people.filter(({ userId }) => userId !== me)
    const byColumn = new Map<string, string[]>()
    for (const { mappingId: at, name } of others) {
      if (at !== null) byColumn.set(at, [...(byColumn.get(at) ?? []), name])
    }
    const claims = new Map([...byColumn].map(([id, list]) => [id, names.format(list)]))
    return { others, claims }
  }, [people, me])
}

function sayWhere(
  address: string,
  body: { mappingId: string | null; here: boolean },
  signal?: AbortSignal,
) {
  return send<{ people: PersonHere[] }>(
    { address: `${address}/presence`, method: 'POST', body },
    { kind: 'lookup', signal, runtime: browserRuntime },
  )
}
