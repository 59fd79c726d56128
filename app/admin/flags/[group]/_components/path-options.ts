import type { SelectOption } from '@/components/ui/select'
import { pathWords, readPaths } from '@/lib/domain/flags/schema'

/** Every path with what it means. */
export const pathOptions: readonly SelectOption[] = readPaths.map((path) => ({
  value: path,
  label: `${pathWords[path].label}: ${pathWords[path].about.replace(/\.$/, '').toLowerCase()}`,
}))
