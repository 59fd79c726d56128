import { hash, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB, 2 passes and 1 lane: the least that OWASP's password cheat sheet advises. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password, with its settings and salt in one text. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, settings)
}

/** A hash that no password has, made once, so that an unknown person costs what a known one does. */
let nobody: Promise<string> | undefined

/**
 * Whether a password fits. Without a hash it never does, after the same work.
 * @param stored the person's hash; null for an unknown person and for one without a password
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID())
  const fits = await verify(stored ?? (await nobody), password)
  return stored !== null && fits
}
