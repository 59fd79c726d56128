import * as z from 'zod'
import type { Role } from '@/lib/base/roles'

/** An engagement that a person may enter, with the names a page shows. */
export interface EngagementAccess {
  clientId: string
  clientSlug: string
  clientName: string
  engagementId: string
  engagementSlug: string
  engagementName: string
  role: Role
}

export const userStatuses = ['pending', 'active', 'disabled'] as const
export type UserStatus = (typeof userStatuses)[number]

/** Everything that decides what a person may do, read anew for each request. */
export interface UserContext {
  userId: string
  name: string
  email: string
  isAdmin: boolean
  status: UserStatus
  /** A session is dead when the cookie carries another number. */
  sessionVersion: number
  /** Sessions that the person signed out of and whose cookies would still hold. */
  endedSessions: string[]
  /** Ordered by client and engagement name. Administrators may enter others too. */
  memberships: EngagementAccess[]
  /** Where the person is taken after signing in; null when nothing was chosen yet. */
  defaults: { clientSlug: string; engagementSlug: string } | null
}

/** The roles that belong to a membership. */
export const membershipRoles = ['viewer', 'analyst', 'manager'] as const
export type MembershipRole = (typeof membershipRoles)[number]

/** How a person's latest request for access stands. Moments are ISO 8601 in UTC. */
export interface AccessRequestState {
  status: 'pending' | 'approved' | 'rejected'
  message: string
  reason: string | null
  createdAt: string
  decidedAt: string | null
}

/** A request that waits for an administrator. */
export interface PendingRequest {
  id: string
  version: number
  name: string
  email: string
  message: string
  createdAt: string
}

/** A person in the administrators' list. */
export interface UserEntry {
  id: string
  name: string
  email: string
  status: UserStatus
  isAdmin: boolean
  createdAt: string
  memberships: { clientName: string; engagementName: string; role: MembershipRole }[]
}

/** What a change of something versioned gives back: the version to change it from next. */
export interface ChangedVersion {
  version: number
}

/** A person as the administrators' page of them shows it. */
export interface Person {
  id: string
  name: string
  email: string
  status: UserStatus
  isAdmin: boolean
  version: number
  createdAt: string
  /** By client and engagement name; what is archived is among them and cannot be entered. */
  memberships: PersonMembership[]
  /** The place last chosen, whether or not it can still be entered. */
  defaults: { engagementId: string; version: number } | null
}

export interface PersonMembership {
  engagementId: string
  clientName: string
  engagementName: string
  role: MembershipRole
  version: number
  archived: boolean
}

export interface UserPage {
  users: UserEntry[]
  /** Leads to the page after this one; null on the last. */
  next: string | null
}

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This address is too long.')
  .pipe(z.email('Enter an e-mail address, such as name@example.org.'))

const name = z.string().trim().min(1, 'Enter your name.').max(120, 'Enter at most 120 characters.')

const message = z.string().trim().max(1000, 'Enter at most 1,000 characters.').default('')

/** Characters of a new password, spaces included; the most keeps hashing from being a burden. */
export const passwordLength = { min: 12, max: 200 }

const newPassword = z
  .string()
  .min(passwordLength.min, `Choose a password of at least ${passwordLength.min} characters.`)
  .max(passwordLength.max, `Choose a password of at most ${passwordLength.max} characters.`)

export const signInInput = z.object({
  email: z.string().trim().toLowerCase().min(1, 'Enter your e-mail address.').max(254),
  password: z.string().min(1, 'Enter your password.').max(200),
  /** Where to go on afterwards; only a path of this site is followed. */
  next: z.string().max(2000).optional(),
})
export type SignInInput = z.infer<typeof signInInput>

export const signUpInput = z.object({ name, email, message, password: newPassword })
export type SignUpInput = z.infer<typeof signUpInput>

export const askAgainInput = z.object({ message })

export const forgotPasswordInput = z.object({ email })

export const resetPasswordInput = z.object({
  token: z.string().min(1).max(100),
  password: newPassword,
})
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>

export const approveRequestInput = z.object({
  requestId: z.uuid(),
  version: z.coerce.number().int(),
  /** Client and engagement go together, so that one field chooses both. */
  engagementId: z.uuid('Choose an engagement.'),
  role: z.enum(membershipRoles, 'Choose a role.'),
})
export type ApproveRequestInput = z.infer<typeof approveRequestInput>

export const rejectRequestInput = z.object({
  requestId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z
    .string()
    .trim()
    .min(1, 'Say why, so that the person knows what to do next.')
    .max(1000, 'Enter at most 1,000 characters.'),
})
export type RejectRequestInput = z.infer<typeof rejectRequestInput>

const version = z.coerce.number().int().min(0)

/** A person, and their version that the administrator saw. */
export const seenUserInput = z.object({ userId: z.uuid(), version })
export type SeenUser = z.infer<typeof seenUserInput>

export const giveMembershipInput = z.object({
  userId: z.uuid(),
  engagementId: z.uuid('Choose an engagement.'),
  role: z.enum(membershipRoles, 'Choose a role.'),
})
export type GiveMembershipInput = z.infer<typeof giveMembershipInput>

/** A membership, and its version that the administrator saw. */
export const seenMembershipInput = z.object({ userId: z.uuid(), engagementId: z.uuid(), version })
export type SeenMembership = z.infer<typeof seenMembershipInput>

export const changeMembershipRoleInput = seenMembershipInput.extend({
  role: z.enum(membershipRoles, 'Choose a role.'),
})
export type ChangeMembershipRoleInput = z.infer<typeof changeMembershipRoleInput>

export const setUserDefaultInput = z.object({
  userId: z.uuid(),
  engagementId: z.uuid('Choose an engagement.'),
  /** Of the default that the administrator saw; 0 for none. */
  version,
})
export type SetUserDefaultInput = z.infer<typeof setUserDefaultInput>

export const resetLinkInput = z.object({ userId: z.uuid() })

export const chooseEngagementInput = z.object({
  client: z.string().min(1).max(100),
  engagement: z.string().min(1).max(100),
})
