import { defineConfig } from '@playwright/test'
import { siteUrls } from './tests/support/sites'

const [first, second = first] = siteUrls()

/** Counts what is read, what a page asks for or draws anew: nobody else may act meanwhile. */
const alone = ['**/second-walk.spec.ts', '**/renders.spec.ts', '**/live.spec.ts']

/** About who may do what and what is told to whom, which is the same on every screen. */
const anyScreen = [
  'security',
  'access',
  'administration',
  'cache',
  'command-line',
  'conditional-edits',
  'health',
  'flags',
  'http/*',
  'imports',
  'isolation',
  'issues',
  'live-stream',
  'mapper',
  'mapper-trouble',
  'live-trouble',
  'old-trouble',
  'previews',
  'public-pages',
  'requests',
  'weight',
  'ux/shell',
  'ux/slow-and-broken',
  'ux/views',
]

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/sites.ts',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  forbidOnly: true,
  outputDir: 'test-results',
  use: {
    // A recording of every test costs about as much as the test.
    trace: process.env.PORTOLAN_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PORTOLAN_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: alone,
      use: { baseURL: first, viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'phone',
      testIgnore: [...anyScreen.map((name) => `**/${name}.spec.ts`), ...alone],
      use: {
        baseURL: second,
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
        deviceScaleFactor: 2,
      },
    },
    {
      name: 'alone',
      testMatch: alone,
      workers: 1,
      dependencies: ['desktop', 'phone'],
      use: { baseURL: first, viewport: { width: 1280, height: 800 } },
    },
  ],
})
