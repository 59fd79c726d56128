import { TextField } from '@/components/forms/form-field'
import { passwordLength } from '@/lib/domain/users/schema'

/** Where a person chooses a password. */
export function NewPasswordField() {
  return (
    <TextField
      name="password"
      label="Password"
      type="password"
      autoComplete="new-password"
      hint={`At least ${passwordLength.min} characters; a few plain words are fine.`}
      minLength={passwordLength.min}
      maxLength={passwordLength.max}
      required
    />
  )
}
