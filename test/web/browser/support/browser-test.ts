/** A file of browser tests: one browser for all of them, skipped with the reason where there is none. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { findChromium, launch } from './chromium.ts'
import { bePatient } from './patience.ts'

/** Runs the tests with a browser that `browser()` gives while they run. */
export async function describeInBrowser(
  title: string,
  tests: (browser: () => Browser) => void,
): Promise<void> {
  bePatient()
  const found = await findChromium()
  if ('missing' in found) {
    describe.skip(`${title} (${found.missing})`, () => tests(() => undefined as never))
    return
  }
  describe(title, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launch(found.path)
    })
    afterAll(() => browser?.close())
    tests(() => browser)
  })
}
