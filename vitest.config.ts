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
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{app,components,db,lib,local,scripts,tests/{model,sim,support}}/**/*.test.{ts,tsx}',
            '*.test.ts',
          ],
          setupFiles,
        },
      },
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
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/{integration,security}/**/*.test.ts'],
          ...farEnds,
        },
      },
    ],
  },
})
