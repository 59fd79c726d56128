import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import { LinkButton } from '@/components/ui/link-button'
import { errorMessage } from '@/lib/base/errors'
import { usableResetLink } from '@/lib/domain/users/reads'
import { read } from '@/lib/server/read'
import { AuthCard } from '../_components/auth-card'
import { NewPasswordField } from '../_components/new-password-field'
import { resetPassword } from './actions'

// The address holds the secret: it must not travel on to other sites.
export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' }

interface ResetPasswordPageProps {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function ResetPasswordPage({ searchParams }: ResetPasswordPageProps) {
  const { token } = await searchParams
  const usable = typeof token === 'string' && (await read(usableResetLink, 'platform', { token }))
  if (!usable) {
    return (
      <AuthCard title="This link has ended" description={errorMessage('link_expired')}>
        <LinkButton href="/forgot-password" variant="primary" size="lg" wide>
          Ask for a new link
        </LinkButton>
      </AuthCard>
    )
  }
  return (
    <AuthCard
      title="Choose a new password"
      description="You are signed out everywhere and sign in with the new one."
    >
      <ActionForm action={resetPassword} className="flex flex-col gap-4">
        <input type="hidden" name="token" value={token} />
        <NewPasswordField />
        <SubmitButton size="lg" wide pendingLabel="Saving…">
          Save the password
        </SubmitButton>
      </ActionForm>
    </AuthCard>
  )
}
