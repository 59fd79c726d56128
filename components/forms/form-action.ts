import type { Result } from '@/lib/base/result'

/** A server action as `useActionState` calls it: the answer before, then the form. */
export type FormAction<T = unknown> = (
  previous: Result<T> | null,
  form: FormData,
) => Promise<Result<T>>
