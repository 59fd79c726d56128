import { cx } from 'class-variance-authority'
import { extendTailwindMerge } from 'tailwind-merge'

// Our own sizes have to be named, or the merge takes `text-2xs` for a colour and drops one of two.
const merge = extendTailwindMerge({
  extend: { theme: { text: ['2xs'], shadow: ['xs', 'card', 'raised', 'dialog'] } },
})

/** Joins class names; of two that set the same property the later one stays. */
export function cn(...classes: Parameters<typeof cx>): string {
  return merge(cx(...classes))
}
