import type { Metadata } from 'next'
import { connection } from 'next/server'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { signInChoices } from '@/lib/server/sign-in-choices'
import { AuthCard } from '../_components/auth-card'
import { requestPasswordReset } from './actions'

export const metadata: Metadata = { title: 'New password' }

interface ForgotPasswordPageProps {
  searchParams: Promise<{ sent?: string | string[] }>
}

const backLink = (
  <LinkButton href="/sign-in" size="lg" wide>
    Back to sign in
  </LinkButton>
)

export default async function ForgotPasswordPage({ searchParams }: ForgotPasswordPageProps) {
  await connection()
  const { sent } = await searchParams
  if (!signInChoices().sendsMail) {
    return (
      <AuthCard
        title="New password"
        description="This site sends no e-mail. Ask an administrator for a link: it lets you choose a new password once, within 24 hours."
      >
        {backLink}
      </AuthCard>
    )
  }
  if (sent !== undefined) {
    return (
      <AuthCard
        title="Look into your mailbox"
        description="If that address belongs to an account, a link is on its way. It works once, within 24 hours."
      >
        {backLink}
      </AuthCard>
    )
  }
  return (
    <AuthCard
      title="New password"
      description="We send a link to your address, with which you choose a new password."
      footer={<TextLink href="/sign-in">Back to sign in</TextLink>}
    >
      <ActionForm action={requestPasswordReset} className="flex flex-col gap-4">
        <TextField name="email" label="E-mail" type="email" autoComplete="username" required />
        <SubmitButton size="lg" wide pendingLabel="Sending…">
          Send the link
        </SubmitButton>
      </ActionForm>
    </AuthCard>
  )
}
