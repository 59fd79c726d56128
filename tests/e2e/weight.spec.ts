import { expect } from '@playwright/test'
import { test } from './support/test'
import { compareWithEmpty, weightTable } from './weight/budget'
import { frameworkFiles, weighSite } from './weight/measure'

test('no page loads more script than its budget above an empty one', async ({ browser }) => {
  const weighed = compareWithEmpty(await weighSite(browser), frameworkFiles())
  process.stdout.write(weightTable(weighed))
  expect(weighed.routes.length).toBeGreaterThan(20)
  expect(weighed.routes.filter(({ own, budget }) => own === 0 || own > budget)).toEqual([])
})
