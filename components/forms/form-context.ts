'use client'

import { createContext, useContext } from 'react'
import type { Failure } from '@/lib/base/result'

export interface FormState {
  pending: boolean
  /** Seconds until the form may be sent again; 0 when it may. */
  wait: number
  failure: Failure | null
  /** Makes ids of fields unique when one page holds several forms. */
  formId: string
}

const FormContext = createContext<FormState | null>(null)

export const FormStateProvider = FormContext.Provider

/** What the form around a field or a button is doing; outside of a form nothing is going on. */
export function useFormState(): FormState {
  return useContext(FormContext) ?? { pending: false, wait: 0, failure: null, formId: 'form' }
}
