import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextLink } from '@/components/ui/text-link'
import { pathAfterSignIn } from '@/lib/server/path-after-sign-in'
import { currentUser } from '@/lib/server/session'
import { signInChoices } from '@/lib/server/sign-in-choices'
import { AuthCard } from '../_components/auth-card'
import { ProviderButtons } from './_components/provider-buttons'
import { SignInNotice } from './_components/sign-in-notice'
import { signIn } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

interface SignInPageProps {
  searchParams: Promise<Partial<Record<'next' | 'notice' | 'error', string | string[]>>>
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const params = await searchParams
  const next = pathAfterSignIn(one(params.next))
  if (await currentUser()) redirect(next)
  const { providers } = signInChoices()
  return (
    <AuthCard
      title="Sign in"
      description="To your engagements and what they know."
      footer={
        <p>
          No account yet? <TextLink href="/sign-up">Ask for access</TextLink>
        </p>
      }
    >
      <SignInNotice notice={one(params.notice)} error={one(params.error)} />
      <ActionForm action={signIn} className="flex flex-col gap-4">
        <input type="hidden" name="next" value={next} />
        <TextField name="email" label="E-mail" type="email" autoComplete="username" required />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
        />
        <SubmitButton size="lg" wide pendingLabel="Signing in…">
          Sign in
        </SubmitButton>
      </ActionForm>
      <p className="mt-4 text-center text-sm">
        <TextLink href="/forgot-password">Forgot your password?</TextLink>
      </p>
      {providers.length > 0 && <ProviderButtons providers={providers} next={next} />}
    </AuthCard>
  )
}
