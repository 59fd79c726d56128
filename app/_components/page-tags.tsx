import { LivePage } from '@/components/live/live-page'
import { shownPage } from '@/lib/server/shown-page'

/**
 * Tells the browser what the page is made of, so that it is shown anew when that changes. Every page
 * of somebody who is signed in renders it, in its own segment: a layout stays on the way to another.
 */
export async function PageTags() {
  return <LivePage page={await shownPage()} />
}
