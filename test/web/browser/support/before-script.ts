import type { Page } from 'playwright-core'
import { alive } from './alive.ts'

const scripts = '**/*.js'

/** Opens a page, and does something in it while its script is still on the way, as on a slow line. */
export async function beforeScript(page: Page, address: string, act: () => Promise<unknown>): Promise<void> {
  const done = Promise.withResolvers<void>()
  await page.route(scripts, async (route) => {
    await done.promise
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await act()
  done.resolve()
  await alive(page)
  await page.unroute(scripts)
}
