/** Runs once, before the first request. */
export async function register(): Promise<void> {
  // This file is compiled for the edge runtime too, where nothing of ours runs.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { checkBoot } = await import('@/lib/server/check-boot')
    await checkBoot()
  }
}
