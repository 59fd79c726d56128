'use client'

import { FormField } from '@/components/forms/form-field'
import { Textarea } from '@/components/ui/input'

/** What a person writes to the administrator who decides. */
export function MessageField() {
  return (
    <FormField
      name="message"
      label="What do you need?"
      hint="Name the client or the project, so that you are let into the right one."
      optional
    >
      {(control) => <Textarea {...control} rows={3} maxLength={1000} />}
    </FormField>
  )
}
