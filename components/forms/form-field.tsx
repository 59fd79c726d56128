'use client'

import type { ReactNode } from 'react'
import { Field, type FieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useFormState } from './form-context'

export interface FormFieldProps {
  /** The name in the form and in the failure's `fields`. */
  name: string
  label: string
  hint?: ReactNode
  required?: boolean
  optional?: boolean
  className?: string
  children: (control: FieldControl & { name: string }) => ReactNode
}

/** A field that shows what the action said about it. */
export function FormField({ name, children, ...rest }: FormFieldProps) {
  const { failure, formId } = useFormState()
  return (
    <Field id={`${formId}-${name}`} error={failure?.fields?.[name]} {...rest}>
      {(control) => children({ ...control, name })}
    </Field>
  )
}

export interface TextFieldProps extends Omit<FormFieldProps, 'children'> {
  type?: 'text' | 'email' | 'password' | 'url' | 'number' | 'search'
  defaultValue?: string | number
  autoComplete?: string
  placeholder?: string
  minLength?: number
  maxLength?: number
}

/** The most common field: one line of text. */
export function TextField({
  type,
  defaultValue,
  autoComplete,
  placeholder,
  minLength,
  maxLength,
  ...rest
}: TextFieldProps) {
  return (
    <FormField {...rest}>
      {(control) => (
        <Input
          {...control}
          {...{ type, defaultValue, autoComplete, placeholder, minLength, maxLength }}
        />
      )}
    </FormField>
  )
}
