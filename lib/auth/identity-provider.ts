import * as z from 'zod'

/** What a provider says of a person, as far as it vouches for it. */
export interface VouchedIdentity {
  /** Null when the provider does not vouch for the address: anybody could have typed it there. */
  verifiedEmail: string | null
  name: string
}

const googleProfile = z.object({
  email: z.string(),
  email_verified: z.boolean(),
  name: z.string().optional(),
})

/** Google says itself whether it verified the address. */
export function googleIdentity(profile: unknown): VouchedIdentity {
  const { email, email_verified, name } = googleProfile.parse(profile)
  return { verifiedEmail: email_verified ? email : null, name: name ?? email }
}

const microsoftProfile = z.object({
  email: z.string().optional(),
  name: z.string().optional(),
  tid: z.string().optional(),
  xms_edov: z.union([z.boolean(), z.string(), z.number()]).optional(),
})

/**
 * Microsoft's `email` claim may be set by any directory's administrator. It is believed only from
 * the directory this site is registered with, or with `xms_edov` ("the domain's owner was verified").
 * @param directoryId the configured directory (AZURE_AD_TENANT_ID)
 */
export function microsoftIdentity(profile: unknown, directoryId: string): VouchedIdentity {
  const { email, name, tid, xms_edov: ownerVerified } = microsoftProfile.parse(profile)
  const vouched = tid === directoryId || [true, 1, '1', 'true'].includes(ownerVerified ?? false)
  return { verifiedEmail: vouched && email ? email : null, name: name ?? email ?? '' }
}

const githubProfile = z.object({ login: z.string(), name: z.string().nullish() })
const githubEmails = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
)

/** GitHub lists a person's addresses apart from the profile; the verified primary one counts. */
export function githubIdentity(profile: unknown, emails: unknown): VouchedIdentity {
  const { login, name } = githubProfile.parse(profile)
  const primary = githubEmails.parse(emails).find((entry) => entry.primary && entry.verified)
  return { verifiedEmail: primary?.email ?? null, name: name || login }
}
