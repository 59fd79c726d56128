import { Alert } from '@/components/ui/alert'
import { pathWords } from '@/lib/domain/flags/schema'
import type { FlagConsole } from '@/lib/server/flag-console/flag-console'

/** What an administrator must know before trusting what is below. */
export function Notices({ console }: { console: FlagConsole }) {
  const { source, trouble, problems, writing, override, since, propagation } = console
  return (
    <div className="mb-4 flex flex-col gap-2 empty:hidden">
      {source !== 'edge-config' && (
        <Alert tone="bad" title={sourceWords[source].title}>
          {sourceWords[source].what} {trouble.join('. ')}.
        </Alert>
      )}
      {problems.length > 0 && (
        <Alert tone="bad" title="Some flags are not obeyed as they are written">
          Each of these is its safe default until it is put right: {problems.join('; ')}.
        </Alert>
      )}
      {override !== null && (
        <Alert tone="warn" title={`This deployment reads by ${pathWords[override].label} alone`}>
          Its environment sets CACHE_PATH, so the paths below are not obeyed here.
        </Alert>
      )}
      {writing === 'unreachable' && (
        <Alert tone="warn" title="Nothing can be changed at the moment">
          The interface by which flags are written does not answer. What is shown is what this
          process obeys.
        </Alert>
      )}
      {writing === 'read-only' && (
        <Alert title="These pages only show">
          No token to write flags is set for this deployment (FLAGS_MANAGEMENT_URL and
          FLAGS_MANAGEMENT_TOKEN).
        </Alert>
      )}
      {(since === null || propagation === null) && (
        <Alert tone="warn" title="Figures are missing">
          Redis does not answer, so nobody can say what the paths did and which processes obey what.
          Pages go on from the database.
        </Alert>
      )}
    </div>
  )
}

const sourceWords = {
  'last-good': {
    title: 'The Edge Config cannot be read: the last good values stay in force',
    what: 'A change is not seen here until it can be read again.',
  },
  'safe-defaults': {
    title: 'The Edge Config cannot be read: the safe defaults are in force',
    what: 'Who is signed in is asked of the database, all else goes by the legacy path, without validators and live updates.',
  },
} as const
