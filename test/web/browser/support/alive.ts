import type { Page } from 'playwright-core'

/** Waits until the page works by script, where it is one that does: what is pressed before goes another way. */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('meta[property=csp-nonce]') === null ||
      document.documentElement.dataset.live !== undefined,
  )
}
