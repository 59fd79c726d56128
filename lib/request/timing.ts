import type { ErrorCode } from '@/lib/base/errors'
import type { KindOfWork } from './kinds'

/** How one request went, all its tries together. Names no query, since people's words stand there. */
export interface RequestTiming {
  method: string
  path: string
  kind: KindOfWork
  tries: number
  milliseconds: number
  outcome: 'ok' | ErrorCode
}
