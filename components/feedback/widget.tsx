import { type ReactNode, Suspense } from 'react'
import { WidgetBoundary } from './widget-boundary'

/** What is read within this time is never covered by a skeleton: that would only flicker. */
const patienceMs = 120

export interface WidgetProps<T> {
  /** What it shows, as the beginning of a sentence: "Recent imports". */
  title: string
  load: () => Promise<T>
  /** Of the final size. A part whose size nobody knows beforehand has none: it is waited for. */
  skeleton?: ReactNode
  children: (value: T) => ReactNode
}

/**
 * A part of a page with data of its own. Where that is slow its skeleton stands for it; where it
 * breaks it says so in its own place, with Retry and the reference. The rest of the page goes on.
 */
export async function Widget<T>({ title, load, skeleton, children }: WidgetProps<T>) {
  const data = load()
  const early = await settledWithin(data, skeleton === undefined ? null : patienceMs)
  return (
    <WidgetBoundary title={title}>
      <Suspense fallback={skeleton}>
        {early === undefined ? <Late data={data}>{children}</Late> : children(early.value)}
      </Suspense>
    </WidgetBoundary>
  )
}

/** What was not there in time, or broke: that is thrown here, inside of the boundary. */
async function Late<T>({
  data,
  children,
}: {
  data: Promise<T>
  children: (value: T) => ReactNode
}) {
  return children(await data)
}

/** The value in a box; undefined when it is late or when there will be none. */
function settledWithin<T>(data: Promise<T>, ms: number | null): Promise<{ value: T } | undefined> {
  return new Promise((resolve) => {
    const timer = ms === null ? undefined : setTimeout(() => resolve(undefined), ms)
    data
      .then(
        (value) => resolve({ value }),
        () => resolve(undefined),
      )
      .finally(() => clearTimeout(timer))
  })
}
