import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('./', import.meta.url))
const setupFiles = ['tests/support/unexpected-output.ts', 'tests/support/property-seed.ts']
// Tests that speak to the far ends.
const farEnds = {
  setupFiles,
  globalSetup: ['tests/support/global-setup.ts'],
  hookTimeout: 60_000,
}

/**
 * Two projects of the tests in folders. To load every module anew for each file takes longer than the
 * tests, so files share them; those that put doubles in the place of modules have modules of their own.
 */
function sharingModules(name: string, folders: string[], settings: object, others: string[] = []) {
  const withDoubles = folders
    .flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => readFileSync(`${root}${file}`, 'utf8').includes('vi.mock('))
  const all = [...folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`), ...others]
  return [
    {
      extends: true as const,
      test: { ...settings, name, include: all, exclude: withDoubles, isolate: false },
    },
    {
      extends: true as const,
      test: { ...settings, name: `${name}-doubles`, include: withDoubles },
    },
  ]
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Next replaces this package in server code; as published it throws outside a bundler.
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    maxWorkers: 2,
    // No test is about time; a busy machine is no failure.
    testTimeout: 30_000,
    projects: [
      ...sharingModules(
        'unit',
        ['app', 'components', 'db', 'lib', 'local', 'scripts'].concat(
          ['model', 'sim', 'support'].map((folder) => `tests/${folder}`),
        ),
        { setupFiles },
        ['*.test.ts'],
      ),
      {
        extends: true,
        test: { name: 'structure', include: ['tests/structure/**/*.test.ts'], setupFiles },
      },
      {
        extends: true,
        test: { name: 'eval', include: ['tests/eval/**/*.test.ts'], setupFiles },
      },
      {
        extends: true,
        test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], ...farEnds },
      },
      {
        extends: true,
        test: { name: 'long', include: ['tests/long/**/*.test.ts'], ...farEnds },
      },
      ...sharingModules('integration', ['tests/integration', 'tests/security'], farEnds),
    ],
  },
})
