import 'server-only'
import { redirect } from 'next/navigation'
import type { SiteAction } from './define-site-action'

/**
 * An action for a plain form of one button, which has no place to show a refusal.
 * @param refusedLeadsTo where a refusal leads
 */
export function asPlainFormAction<T>(action: SiteAction<T>, refusedLeadsTo: string) {
  return async (form: FormData): Promise<void> => {
    const result = await action(null, form)
    if (!result.ok) redirect(refusedLeadsTo)
  }
}
