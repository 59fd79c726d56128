import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import AzureAD from 'next-auth/providers/azure-ad'
import GitHub from 'next-auth/providers/github'
import Google from 'next-auth/providers/google'
import {
  githubIdentity,
  googleIdentity,
  microsoftIdentity,
  type VouchedIdentity,
} from '@/lib/auth/identity-provider'
import type { Env } from '@/lib/env'

/** The framework's words for who came back from a provider; no address means nobody vouched. */
function asUser(id: string, { verifiedEmail, name }: VouchedIdentity) {
  return { id, email: verifiedEmail, name }
}

/** The providers whose variables are set. */
export function identityProviders(settings: Env): NextAuthOptions['providers'] {
  const providers: NextAuthOptions['providers'] = []
  if (settings.GITHUB_ID && settings.GITHUB_SECRET) {
    providers.push(github(settings.GITHUB_ID, settings.GITHUB_SECRET))
  }
  if (settings.GOOGLE_ID && settings.GOOGLE_SECRET) {
    providers.push(
      Google({
        clientId: settings.GOOGLE_ID,
        clientSecret: settings.GOOGLE_SECRET,
        profile: (profile) => asUser(profile.sub, googleIdentity(profile)),
      }),
    )
  }
  const { AZURE_AD_CLIENT_ID, AZURE_AD_CLIENT_SECRET, AZURE_AD_TENANT_ID } = settings
  if (AZURE_AD_CLIENT_ID && AZURE_AD_CLIENT_SECRET && AZURE_AD_TENANT_ID) {
    providers.push(
      AzureAD({
        clientId: AZURE_AD_CLIENT_ID,
        clientSecret: AZURE_AD_CLIENT_SECRET,
        tenantId: AZURE_AD_TENANT_ID,
        profile: (profile) => asUser(profile.sub, microsoftIdentity(profile, AZURE_AD_TENANT_ID)),
      }),
    )
  }
  return providers
}

function github(clientId: string, clientSecret: string) {
  return GitHub({
    clientId,
    clientSecret,
    profile: async (profile, { access_token }) => {
      const response = await fetch('https://api.github.com/user/emails', {
        headers: { Authorization: `Bearer ${access_token}` },
        signal: AbortSignal.timeout(10_000),
      })
      if (!response.ok) throw new Error(`GitHub answered ${response.status} about addresses`)
      return asUser(String(profile.id), githubIdentity(profile, await response.json()))
    },
  })
}

/** Name and id of each configured provider, for the buttons of the sign-in page. */
export function offeredProviders(settings: Env): { id: string; name: string }[] {
  return [
    { id: 'github', name: 'GitHub', offered: settings.GITHUB_ID },
    { id: 'google', name: 'Google', offered: settings.GOOGLE_ID },
    { id: 'azure-ad', name: 'Microsoft', offered: settings.AZURE_AD_CLIENT_ID },
  ].flatMap(({ id, name, offered }) => (offered ? [{ id, name }] : []))
}
