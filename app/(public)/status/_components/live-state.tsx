'use client'

import { useRead } from '@/components/data/use-read'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Status } from '@/components/ui/status'
import type { PartState, ServiceState } from '@/lib/domain/service/schema'
import { workInWords } from './work-in-words'

const askEveryMs = 15_000

function Part({ state }: { state: PartState }) {
  return state === 'ok' ? (
    <Status status="active" label="Answers" plain />
  ) : (
    <Status status="failed" label="Does not answer" plain />
  )
}

/** How the parts of the service are doing: asked by the browser, because the page itself is kept. */
export function LiveState() {
  const { data: state, failure } = useRead<ServiceState>('/api/status', {
    refreshInterval: () => askEveryMs,
  })
  return (
    <Card aria-labelledby="now">
      <CardHeader id="now" title="Right now" description={summary(state, failure !== null)} />
      {state && !failure && (
        <CardBody>
          <DescriptionList
            items={[
              { term: 'Database', value: <Part state={state.parts.database} /> },
              { term: 'Cache', value: <Part state={state.parts.cache} /> },
              { term: 'Feature switches', value: <Part state={state.parts.switches} /> },
              ...(state.work ? workInWords(state.work, Date.now()) : []),
            ]}
          />
        </CardBody>
      )}
    </Card>
  )
}

function summary(state: ServiceState | undefined, isSilent: boolean): string {
  if (isSilent) return 'The service does not say how it is doing. This page asks again by itself.'
  if (!state) return 'Asking the service how it is doing …'
  const failing = Object.values(state.parts).some((part) => part === 'failing')
  if (state.parts.database === 'failing') return 'The service cannot answer for the moment.'
  if (failing) return 'The service answers, more slowly than usual.'
  return 'All parts of the service answer.'
}
