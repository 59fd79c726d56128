import type { CookieClaims } from './session-claims'

/** What is known of a person, as far as their sessions depend on it. */
interface SessionState {
  status: 'pending' | 'active' | 'disabled'
  sessionVersion: number
  endedSessions: readonly string[]
}

/**
 * Whether a cookie still stands for its person. It is dead when the person's sessions were ended
 * since, when it was signed out of, and when the person was shut out.
 */
export function isLiveSession(claims: CookieClaims, state: SessionState): boolean {
  return (
    state.status !== 'disabled' &&
    state.sessionVersion === claims.sessionVersion &&
    !state.endedSessions.includes(claims.sessionId)
  )
}
