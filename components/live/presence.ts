import type { LiveRuntime } from './runtime'
import type { PersonPresent } from './wire'

/** Who is at which flow, as far as this tab was told lately. */
export interface Presence {
  tell(flowId: string, people: readonly PersonPresent[]): void
  at(flowId: string): readonly PersonPresent[]
  clear(): void
}

interface Told {
  people: readonly PersonPresent[]
  takeBack(): void
}

const nobody: readonly PersonPresent[] = []
/** Milliseconds after which whoever says nothing more is gone, as they are for the site. */
const life = 30_000

/** @param changed other people are there than before */
export function createPresence(later: LiveRuntime['later'], changed: () => void): Presence {
  const flows = new Map<string, Told>()

  function forget(flowId: string) {
    flows.get(flowId)?.takeBack()
    flows.delete(flowId)
  }

  return {
    tell(flowId, people) {
      forget(flowId)
      const expire = () => {
        flows.delete(flowId)
        changed()
      }
      if (people.length > 0) flows.set(flowId, { people, takeBack: later(life, expire) })
      changed()
    },
    at: (flowId) => flows.get(flowId)?.people ?? nobody,
    clear() {
      for (const flowId of flows.keys()) forget(flowId)
    },
  }
}
