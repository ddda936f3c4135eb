/** What the stories of administration share: a look at a page, and the pictures of their chapter. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { wanted } from './pictures.ts'
import { looks } from './story.ts'

const { folder, looksRight: looked } = looks('administration')

/** No violation, nothing wider than the screen, a picture, and one for the manual where it shows the page. */
export async function looksRight(page: Page, name: string) {
  await looked(page, name)
  const inManual = manual[name]
  if (inManual !== undefined && wanted) {
    await page.evaluate(() => window.scrollTo(0, 0))
    const [called, height] = inManual
    const { width } = page.viewportSize()!
    await page.screenshot({
      path: join(folder, `administrator-${called}.png`),
      clip: { x: 0, y: 0, width, height },
      animations: 'disabled',
    })
  }
}

/** Pictures that the administrator's chapter of the manual shows: the name there, and how much from the top. */
const manual: Readonly<Record<string, readonly [string, number]>> = {
  'set-up-done': ['set-up', 560],
  'second-factor': ['second-factor', 840],
  staff: ['staff', 840],
  calendar: ['calendar', 870],
  template: ['template', 530],
  installation: ['installation', 840],
  'log-verified': ['log', 720],
}
