import { type APIRequestContext, type APIResponse, expect } from '@playwright/test'

/** As the framework's router asks for a page when a person goes on. */
export const payload = { rsc: '1' }

/**
 * Asks until the answer has a validator: the first look may meet facts that nobody has read yet, and
 * other tests write meanwhile.
 */
export async function askForTag(
  api: APIRequestContext,
  address: string,
  headers: Record<string, string> = {},
): Promise<{ answer: APIResponse; etag: string }> {
  let answer = await api.get(address, { headers })
  const seen = async () => {
    answer = await api.get(address, { headers })
    return answer.headers().etag
  }
  await expect.poll(seen, { message: `${address} has a validator` }).toBeTruthy()
  return { answer, etag: answer.headers().etag ?? '' }
}

/** Asks whether a copy is still the present one. */
export function askAgain(
  api: APIRequestContext,
  address: string,
  condition: string,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  return api.get(address, { headers: { ...headers, 'if-none-match': condition } })
}
