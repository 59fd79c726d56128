/**
 * Preloaded into the site's process: ends it when the launcher is gone, however that ended. The
 * launcher holds the other end of standard input, which the system closes for it.
 */
if (process.env.PORTOLAN_LAUNCHER === String(process.ppid)) {
  /** @type {import('node:net').Socket} */
  const leash = process.stdin
  for (const event of ['end', 'error']) leash.on(event, () => process.exit(1))
  leash.resume()
  // The leash alone does not keep the process alive.
  leash.unref()
}
