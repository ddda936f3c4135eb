/** What stories in the browser are told with: a county that is served, members who come to it, a look at every page. */
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { demonstrationPassword } from '../../../../src/office/demonstration/county.ts'
import { alive } from './alive.ts'
import { axe } from './axe.ts'
import { type Screen, slow, visit } from './chromium.ts'
import { bePatient } from './patience.ts'
import { picture, pictureFolder, wanted } from './pictures.ts'
import { type ServedCounty, serveCounty, type Variables } from './serve-county.ts'

/**
 * The demonstration county, served before the first test of a file and closed after the last.
 *
 * @param more variables of the environment
 */
export function countyOfTests(more: Variables = {}): Omit<ServedCounty, 'close'> {
  bePatient()
  let county: ServedCounty
  beforeAll(async () => {
    county = await serveCounty(more)
  })
  afterAll(() => county?.close())
  return {
    get origin() {
      return county.origin
    },
    log: () => county.log(),
  }
}

/** How somebody comes: on the desktop with script, where nothing else is said. */
export interface Visitor {
  readonly screen?: Screen
  readonly script?: boolean
}

/** Opens a page for somebody, each with cookies of their own; all are closed after the last test. */
export function visitors(browser: () => Browser): (visitor?: Visitor) => Promise<Page> {
  const contexts: BrowserContext[] = []
  afterAll(() => Promise.all(contexts.map((context) => context.close())))
  afterEach(async ({ task }) => {
    const fault = task.result?.errors?.[0]
    if (fault === undefined) return
    const pages = contexts.flatMap((context) => context.pages())
    const stood = await Promise.all(pages.map((page) => standing(page).catch(String)))
    fault.message += `\n\nThe pages that were open:\n${stood.join('\n')}`
  })
  return async (visitor = {}) => {
    const context = await visit(browser(), visitor)
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    if (visitor.script !== false && slow === 0) patient(page)
    return page
  }
}

/**
 * Makes somebody wait until a page works before they touch it, unless they ask for its beginning alone. Where script is
 * made late on purpose nobody waits, as it is then to be seen that nothing is lost by it.
 */
function patient(page: Page): void {
  const { goto, reload } = page
  page.goto = async (...asked) => {
    const answer = await goto.apply(page, asked)
    if (asked[1]?.waitUntil !== 'commit') await alive(page)
    return answer
  }
  page.reload = async (...asked) => {
    const answer = await reload.apply(page, asked)
    await alive(page)
    return answer
  }
}

/** Where somebody stands and what can be read there, so that a test that failed elsewhere can be understood. */
async function standing(page: Page): Promise<string> {
  const text = await page.locator('main').first().textContent({ timeout: 2000 })
  return `${new URL(page.url()).pathname}: ${text?.replace(/\s+/g, ' ').slice(0, 1500)}`
}

/** The same for members of the demonstration county, who stand before their workbench. */
export function members(
  browser: () => Browser,
  county: { readonly origin: string },
): (account: string, visitor?: Visitor) => Promise<Page> {
  const opened = visitors(browser)
  return async (account, visitor) => {
    const page = await opened(visitor)
    await signIn(page, county.origin, account, demonstrationPassword)
    await way(page).waitFor()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('load')
    if (visitor?.script !== false) await alive(page)
    return page
  }
}

const way = (page: Page) => page.getByRole('navigation', { name: '主导航' })

/** The rooms of the workbench that somebody is shown, whether or not the duty they belong to is open. */
export const roomsOf = (page: Page): Promise<string[]> => way(page).locator('a').allTextContents()

/** Goes to a room of the workbench, opening the duty that it belongs to. */
export async function toRoom(page: Page, room: string): Promise<void> {
  const named = new RegExp(`^${room}$`)
  const duty = way(page)
    .locator('details:not([open])')
    .filter({ has: page.locator('a', { hasText: named }) })
  if ((await duty.count()) > 0) await duty.locator('summary').click()
  await way(page).getByRole('link', { name: room, exact: true }).click()
}

/** From the door to wherever the account leads. */
export async function signIn(page: Page, origin: string, account: string, password: string): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('用户名').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** Looks at pages, and keeps pictures in the folder of this set of tests. */
export function looks(set: string) {
  const folder = pictureFolder(set)
  return {
    folder,
    /** No violation, nothing wider than the screen, and a picture. */
    async looksRight(page: Page, name: string): Promise<void> {
      expect(await axe(page), name).toEqual([])
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wider, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
      await picture(page, folder, name)
    },
    /** What the screen shows, for the manual; `height` in pixels from the top, where the whole would weigh too much. */
    async shot(page: Page, name: string, height = page.viewportSize()!.height): Promise<void> {
      if (!wanted) return
      const { width } = page.viewportSize()!
      await page.screenshot({
        path: join(folder, `manual-${name}.png`),
        animations: 'disabled',
        clip: { x: 0, y: 0, width, height },
      })
    },
  }
}
