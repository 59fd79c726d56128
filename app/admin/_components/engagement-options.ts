import type { SelectGroup } from '@/components/ui/select'

interface Engagement {
  clientName: string
  engagementId: string
  engagementName: string
}

/** Engagements under their client, because the same engagement name may occur twice. */
export function engagementOptions(engagements: readonly Engagement[]): SelectGroup[] {
  const groups = new Map<string, SelectGroup & { options: { value: string; label: string }[] }>()
  for (const { clientName, engagementId, engagementName } of engagements) {
    const group = groups.get(clientName) ?? { label: clientName, options: [] }
    group.options.push({ value: engagementId, label: engagementName })
    groups.set(clientName, group)
  }
  return [...groups.values()]
}
