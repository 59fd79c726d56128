import 'server-only'
import { StoreError } from '@/lib/cache/script-runner'
import type { Experience } from '@/lib/domain/vitals/schema'
import { summarise } from '@/lib/domain/vitals/summarise'
import { container } from '../container'

/**
 * What was felt on every page.
 * @param hours that are looked at, the present one among them
 * @returns null when Redis does not answer
 */
export async function experience(hours: number): Promise<Experience | null> {
  try {
    return summarise(await container().vitals.read(hours))
  } catch (error) {
    if (error instanceof StoreError) return null
    throw error
  }
}
