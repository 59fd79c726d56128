import type { FormAction } from '@/components/forms/form-action'
import type { Result } from '@/lib/base/result'
import type { ChangedView, SavedView } from '@/lib/domain/views/schema'

/** A view as its list shows it to somebody. */
export interface ViewItem extends SavedView {
  href: string
  mine: boolean
  mayChange: boolean
}

type Act<T> = (
  previous: Result<T> | null,
  input: FormData | Record<string, unknown>,
) => Promise<Result<T>>

export interface ViewActions {
  keep: FormAction<ChangedView>
  change: Act<ChangedView>
  remove: Act<{ id: string }>
  restore: Act<ChangedView>
}
