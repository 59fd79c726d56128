import { type Namespace, namespaceOf, namespaceTag, type Tag } from '@/lib/base/tag'
import { type Keys, namespacesOf } from './keys'
import { formatLease } from './protocol'
import { bumpScript } from './scripts/bump'
import { fenceScript } from './scripts/fence'
import { fillScript } from './scripts/fill'
import { leaseScript } from './scripts/lease'
import { liftScript } from './scripts/lift'
import { presentScript } from './scripts/present'
import { releaseScript } from './scripts/release'
import { tidyScript } from './scripts/tidy'
import type { Fill, Lease, StoreLives } from './store'
import { checkTagCount } from './tag-limit'

/** One script with all that it is told. Every key that it touches is declared. */
export interface ScriptCall {
  script: string
  keys: string[]
  args: string[]
}

/**
 * Puts the operations of the protocol into the words of the scripts.
 * @throws RangeError for more tags than one script may touch: a caller names wider facts then
 * @param nonce letters and digits that no other request has
 */
export function createScriptCalls(keys: Keys, lives: StoreLives) {
  /** The keys and arguments that all scripts share; see scripts/prelude.ts. */
  function call(
    script: string,
    nonce: string,
    namespaces: Namespace[],
    tags: readonly Tag[],
    own: { keys?: string[]; args?: string[] } = {},
  ): ScriptCall {
    checkTagCount('One call of the cache', tags)
    const guarded = namespaces.flatMap((name) => [keys.marker(name), keys.tag(namespaceTag(name))])
    const settings = [lives.fence, lives.tag, namespaces.length, tags.length].map(String)
    return {
      script,
      keys: [...guarded, ...tags.map(keys.tag), ...(own.keys ?? [])],
      args: [nonce, ...settings, ...(own.args ?? [])],
    }
  }

  return {
    fence: (nonce: string, tags: readonly Tag[], id: string) =>
      call(fenceScript, nonce, namespacesOf(tags), tags, { args: [id] }),
    bump(nonce: string, tags: readonly Tag[], id: string) {
      const namespaces = namespacesOf(tags)
      const events = namespaces.map((name) => tags.filter((tag) => namespaceOf(tag) === name))
      return call(bumpScript, nonce, namespaces, tags, {
        keys: namespaces.map(keys.stream),
        args: [id, String(lives.stream), ...events.map((list) => JSON.stringify(list))],
      })
    },
    lift: (nonce: string, tags: readonly Tag[], id: string) =>
      call(liftScript, nonce, [], tags, { args: [id] }),
    lease: (nonce: string, tags: readonly Tag[], leaseKey: string) =>
      call(leaseScript, nonce, namespacesOf(tags), tags, {
        keys: [leaseKey],
        args: [String(lives.lease)],
      }),
    fill: (nonce: string, { entryKey, lease, value, life }: Fill) =>
      call(fillScript, nonce, [], [], {
        keys: [entryKey, lease.key],
        args: [formatLease(lease.versions), value, String(life)],
      }),
    release: (nonce: string, { key, versions }: Lease) =>
      call(releaseScript, nonce, [], [], { keys: [key], args: [formatLease(versions)] }),
    tidy: (nonce: string, tags: readonly Tag[]) =>
      call(tidyScript, nonce, namespacesOf(tags), tags),
    present: (nonce: string, namespace: Namespace, eventIds: readonly string[]) =>
      call(presentScript, nonce, [], [], { keys: [keys.stream(namespace)], args: [...eventIds] }),
  }
}
