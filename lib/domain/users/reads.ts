import type { ReadSources } from '@/db/client'
import { defineRead } from '@/lib/cache/read-policy'
import { findUserContext } from './queries'
import type { UserContext } from './schema'

/** The namespace of a person's own reads. */
export interface UserKey {
  readonly userId: string
}

/** Who a person is and what they may enter; null when there is no such person. */
export const userContext = defineRead<ReadSources, UserKey, null, UserContext | null>({
  name: 'users.context',
  load: ({ platform }, key) => findUserContext(key.userId, platform),
})
