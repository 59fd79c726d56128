import type { SelectOption } from '@/components/ui/select'

/** The roles of a membership, with what each may do. */
export const roleOptions: readonly SelectOption[] = [
  { value: 'viewer', label: 'Viewer: reads' },
  { value: 'analyst', label: 'Analyst: imports and maps' },
  { value: 'manager', label: 'Manager: approves and deletes' },
]

/** A role of a membership, in words. */
export function roleWords(role: string): string {
  return roleOptions.find(({ value }) => value === role)?.label ?? role
}
