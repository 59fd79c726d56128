import { failure } from '@/lib/base/result'
import { failureResponse } from './failure-response'
import { refusedMethod } from './route-methods'

/**
 * The answer to a method that an address does not take: 405 with the methods that it does (RFC 9110,
 * section 15.5.6).
 * @returns null when it takes the method, or when the address is none of ours
 */
export function refuseMethod(pathname: string, method: string): Response | null {
  const allowed = refusedMethod(pathname, method)
  return allowed && failureResponse(failure('method_not_allowed'), { Allow: allowed.join(', ') })
}
