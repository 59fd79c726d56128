/** The name under which next-auth keeps a session; the prefix makes browsers insist on https. */
export function sessionCookieName(secure: boolean): string {
  return `${secure ? '__Secure-' : ''}next-auth.session-token`
}
