import { chromium } from '@playwright/test'
import { findChromium } from '../../../local/chromium.mjs'
import { compareWithEmpty, weightTable } from './budget'
import { frameworkFiles, weighSite } from './measure'

/**
 * `npm run -s weight [-- ROUTE]`: what each page of the running site loads in scripts. Of routes that
 * end with the words given, the files are named as well.
 */
const { file: executablePath } = await findChromium()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const weights = await weighSite(browser)
  process.stdout.write(weightTable(compareWithEmpty(weights, frameworkFiles())))
  const [wanted] = process.argv.slice(2)
  for (const { route, scripts } of weights) {
    if (wanted === undefined || !route.endsWith(wanted)) continue
    process.stdout.write(`${route}\n`)
    for (const { file, bytes } of scripts) process.stdout.write(`  ${bytes} ${file}\n`)
  }
} finally {
  await browser.close()
}
