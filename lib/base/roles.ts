/** From the least to the most allowed. `admin` belongs to the user, the others to a membership. */
export const roles = ['viewer', 'analyst', 'manager', 'admin'] as const
export type Role = (typeof roles)[number]

/** The least role that may do a thing. A capability is named after what it allows. */
const leastRole = {
  'engagement.read': 'viewer',
  'view.keep': 'viewer',
  'view.share': 'analyst',
  /** Changing and removing what others have shared. */
  'view.curate': 'manager',
  'import.create': 'analyst',
  'mapping.decide': 'analyst',
  'cleansing.decide': 'analyst',
  'flow.control': 'analyst',
  'import.delete': 'manager',
  'platform.administer': 'admin',
} as const satisfies Record<string, Role>

export type Capability = keyof typeof leastRole

/** Whether a role may do what a capability names. */
export function can(role: Role, capability: Capability): boolean {
  return roles.indexOf(role) >= roles.indexOf(leastRole[capability])
}
