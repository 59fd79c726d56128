import type { SavedView } from '@/lib/domain/views/schema'

/** The parameter of an address that names the view it began from. */
export const viewParameter = 'view'

/**
 * The address of a view. It says everything by itself, so that it opens for whoever may see the
 * list, whatever becomes of the view.
 */
export function viewHref(pathname: string, { id, query }: Pick<SavedView, 'id' | 'query'>): string {
  return `${pathname}?${query === '' ? '' : `${query}&`}${viewParameter}=${id}`
}
