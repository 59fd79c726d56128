import 'server-only'

/**
 * A submitted form as an object: one value per field, an array where a field came more than once
 * or its name ends in `[]` (which is dropped). The framework's own fields are left out.
 */
export function formValues(form: FormData): Record<string, unknown> {
  const values = new Map<string, unknown>()
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION')) continue
    const all = form.getAll(key)
    if (key.endsWith('[]')) values.set(key.slice(0, -2), all)
    else values.set(key, all.length === 1 ? all[0] : all)
  }
  return Object.fromEntries(values)
}
