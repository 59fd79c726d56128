import 'server-only'
import { ownPath } from '@/lib/auth/own-path'

/** Where a person goes on after signing in: a path of this site that they asked for, or the start. */
export function pathAfterSignIn(asked: string | null | undefined): string {
  return ownPath(asked, '/start')
}
