import { Vitals } from '@/components/vitals/vitals'
import { measuredPage } from '@/lib/server/vitals/visited-page'

/** Has browsers say what people felt of the page that they opened. */
export async function VisitMeasured({ asker }: { asker: Parameters<typeof measuredPage>[0] }) {
  const page = await measuredPage(asker)
  return page && <Vitals {...page} />
}
