import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextLink } from '@/components/ui/text-link'
import { AuthCard } from '../_components/auth-card'
import { MessageField } from '../_components/message-field'
import { NewPasswordField } from '../_components/new-password-field'
import { signUp } from './actions'

export const metadata: Metadata = { title: 'Ask for access' }

export default function SignUpPage() {
  return (
    <AuthCard
      title="Ask for access"
      description="An administrator looks at your request and lets you into an engagement."
      footer={
        <p>
          Already have an account? <TextLink href="/sign-in">Sign in</TextLink>
        </p>
      }
    >
      <ActionForm action={signUp} className="flex flex-col gap-4">
        <TextField name="name" label="Name" autoComplete="name" maxLength={120} required />
        <TextField name="email" label="E-mail" type="email" autoComplete="username" required />
        <NewPasswordField />
        <MessageField />
        <SubmitButton size="lg" wide pendingLabel="Sending…">
          Send the request
        </SubmitButton>
      </ActionForm>
    </AuthCard>
  )
}
