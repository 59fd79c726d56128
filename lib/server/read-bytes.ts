import 'server-only'

// Handlers of raw bodies read them with the same cap on size as JSON bodies have.
export { readBody as readBytes } from '@/lib/http/read-body'
