'use client'

import Form from 'next/form'
import { type ReactNode, useEffect, useRef } from 'react'

export interface FilterFormProps {
  action: string
  /** What the address says now, by field. */
  values: Readonly<Record<string, string>>
  className?: string
  children: ReactNode
}

type Field = HTMLInputElement | HTMLSelectElement

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (element): element is Field =>
      element instanceof HTMLSelectElement || element instanceof HTMLInputElement,
  )
}

/**
 * A GET form that also works without scripts. With them a choice applies at once, empty fields
 * leave the address, and the fields follow the address when Back or a link changes it, without
 * losing the focus or what is being typed.
 */
export function FilterForm({ action, values, className, children }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const typing = useRef(false)
  const state = JSON.stringify(values)

  useEffect(() => {
    const element = form.current
    if (element === null) return
    const dropEmpty = ({ formData }: FormDataEvent) => {
      for (const [name, value] of [...formData]) if (value === '') formData.delete(name)
    }
    element.addEventListener('formdata', dropEmpty)
    return () => element.removeEventListener('formdata', dropEmpty)
  }, [])

  useEffect(() => {
    if (form.current === null || typing.current) return
    const known = new Map(Object.entries(JSON.parse(state) as Record<string, string>))
    for (const field of fieldsOf(form.current)) {
      const value = known.get(field.name)
      if (value !== undefined) field.value = value
    }
  }, [state])

  return (
    <Form
      ref={form}
      action={action}
      scroll={false}
      role="search"
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement) form.current?.requestSubmit()
      }}
      onInput={(event) => {
        typing.current = event.target instanceof HTMLInputElement
      }}
      onSubmit={() => {
        typing.current = false
      }}
      className={className}
    >
      {children}
    </Form>
  )
}
