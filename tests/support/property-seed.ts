import fc from 'fast-check'

/**
 * Properties draw the same cases each time in `npm test`, so that a commit passes or fails for
 * itself and not by luck; `npm run prove` draws new ones, and a failure there names its seed.
 */
if (process.env.PORTOLAN_PROVE !== '1') fc.configureGlobal({ seed: 18_500_321 })
