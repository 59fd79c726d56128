/** The first thing the Tab key reaches: over the bars, to the page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      data-chrome
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 font-medium text-accent-ink focus:translate-y-0 focus:shadow-raised"
    >
      Skip to content
    </a>
  )
}
