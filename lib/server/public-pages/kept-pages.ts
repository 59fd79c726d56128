import type { Tag } from '@/lib/base/tag'
import { serviceUseTags } from '@/lib/domain/service/reads'

/**
 * The public pages that show facts, and the facts. Next keeps them; every other page that it keeps
 * is as the build made it. A page whose reads name more than is said here is not kept.
 */
export const keptPages: ReadonlyMap<string, readonly Tag[]> = new Map([['/status', serviceUseTags]])
