import type { NextRequest } from 'next/server'
import { answerRequest } from '@/lib/server/edge/answer-request'

/** What can be said before a page or a handler runs; never the security boundary. */
export function middleware(request: NextRequest): Promise<Response> {
  return answerRequest(request)
}

// Uploaded parts pass by: a request that middleware sees has its body copied.
export const config = {
  matcher: ['/((?!_next/|api/auth/|icon\\.svg$|.*/parts/\\d+$).*)'],
  runtime: 'nodejs',
}
