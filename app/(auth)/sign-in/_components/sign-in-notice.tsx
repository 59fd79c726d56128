import { Alert } from '@/components/ui/alert'
import { errorMessage } from '@/lib/base/errors'

const notices = new Map([
  ['requested', 'Your request is on its way. Sign in to see how it stands.'],
  ['password-changed', 'Your password is changed. Sign in with the new one.'],
  ['signed-out', 'You are signed out.'],
])

const problems = new Map([
  ['account_disabled', errorMessage('account_disabled')],
  [
    'unverified',
    'That service did not confirm your e-mail address. Verify it there, or sign in with a password.',
  ],
  ['CredentialsSignin', errorMessage('sign_in_failed')],
])

/** What happened before the person came to this page. */
export function SignInNotice({ notice, error }: { notice?: string; error?: string }) {
  if (error !== undefined) {
    return (
      <Alert tone="bad" className="mb-4">
        {problems.get(error) ?? 'Signing in did not work. Please try again.'}
      </Alert>
    )
  }
  const words = notices.get(notice ?? '')
  if (words === undefined) return null
  return (
    <Alert tone={notice === 'signed-out' ? 'info' : 'good'} className="mb-4">
      {words}
    </Alert>
  )
}
