import 'server-only'
import { type ApiData, verifyAccess, version } from 'flags'
import { failure } from '@/lib/base/result'
import { env } from '@/lib/env'
import { flagDefinitions, flagKeys } from '@/lib/flags/definitions'
import { failureResponse } from '@/lib/http/failure-response'

/**
 * Tells the host's toolbar which flags there are, if it knows the site's secret; for everybody else
 * there is nothing at the address. No value is told, only what holds without one.
 */
export async function answerDiscovery(request: Request): Promise<Response> {
  const { FLAGS_SECRET: secret } = env()
  const proof = request.headers.get('authorization')
  if (!secret || !(await verifyAccess(proof, secret))) return failureResponse(failure('not_found'))
  const definitions = flagKeys.map((key) => {
    const { description, safeDefault } = flagDefinitions[key]
    return [key, { description, defaultValue: safeDefault, declaredInCode: true }]
  })
  const told: ApiData = {
    definitions: Object.fromEntries(definitions),
    overrideEncryptionMode: 'encrypted',
  }
  return Response.json(told, {
    headers: { 'x-flags-sdk-version': version, 'Cache-Control': 'private, no-store' },
  })
}
