/** Everything that is written down, with the words of the page that shows it. */
export const auditActions = {
  'user.signed_in': 'Signed in',
  'user.sign_in_failed': 'Failed to sign in',
  'user.locked_out': 'Locked out for a while',
  'user.signed_out': 'Signed out',
  'access.denied': 'Was refused',
  'user.disabled': 'Shut out',
  'user.enabled': 'Let in again',
  'user.sessions_ended': 'Ended the sessions',
  'user.administration_given': 'Gave administration',
  'user.administration_taken': 'Took administration',
  'membership.given': 'Gave a role',
  'membership.role_changed': 'Changed a role',
  'membership.taken': 'Took a role',
  'access_request.created': 'Asked for access',
  'access_request.approved': 'Approved a request',
  'access_request.rejected': 'Rejected a request',
  'password_reset.created': 'Made a link for a new password',
  'password_reset.used': 'Chose a new password',
  'user_default.set': 'Set a default engagement',
  'user_default.chosen': 'Chose an engagement',
  'client_account.created': 'Created a client account',
  'client_account.renamed': 'Renamed a client account',
  'client_account.archived': 'Archived a client account',
  'client_account.restored': 'Restored a client account',
  'engagement.created': 'Created an engagement',
  'engagement.renamed': 'Renamed an engagement',
  'engagement.archived': 'Archived an engagement',
  'engagement.restored': 'Restored an engagement',
  'flags.changed': 'Changed flags',
  'cache.purged': 'Purged a cache',
  'import.created': 'Began an import',
  'import.received': 'Sent a whole file',
  'import.deleted': 'Deleted an import',
  'import.rows_expired': 'Raw rows expired',
  'flow.paused': 'Paused a flow',
  'flow.resumed': 'Resumed a flow',
  'flow.retried': 'Retried a flow',
  'flow.cancelled': 'Cancelled a flow',
  'mapping.approved': 'Approved mappings',
  'mapping.rejected': 'Rejected mappings',
  'mapping.changed': 'Changed a mapping',
  'mapping.undone': 'Took back decisions about mappings',
  'asset.split': 'Split an asset',
  'issue.accepted': 'Accepted fixes',
  'issue.resolved': 'Resolved issues',
  'issue.skipped': 'Skipped issues',
  'issue.reopened': 'Reopened issues',
  'view.kept': 'Saved a view',
  'view.changed': 'Changed a view',
  'view.removed': 'Deleted a view',
  'view.restored': 'Took the deletion of a view back',
} as const

export type AuditAction = keyof typeof auditActions

/** The words of an action; one of an older version, which has none, is shown as it was written. */
export function auditWords(action: string): string {
  return Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction] : action
}

/** One line of the log, with the names as they are now. Moments are ISO 8601 in UTC. */
export interface AuditLine {
  id: string
  at: string
  action: string
  /** Null for somebody who is not known, and for what the service does by itself. */
  actor: { id: string; name: string; email: string } | null
  clientName: string | null
  engagementName: string | null
  subjectType: string
  subjectId: string
  /** The name of the subject where it is a person. */
  subjectName: string | null
  detail: Record<string, unknown> | null
}

export interface AuditPage {
  lines: AuditLine[]
  /** Leads to the older lines; null when there are none. */
  next: string | null
}

/** What lines are looked for; null and '' do not narrow. */
export interface AuditSearch {
  /** Part of the name or address of who did it or to whom it was done. */
  person: string
  action: AuditAction | null
  /** The slug of a client account. */
  client: string | null
  /** The earliest moment; ISO 8601. */
  from: string | null
  /** The id of the last line of the page before. */
  after: string | null
}
