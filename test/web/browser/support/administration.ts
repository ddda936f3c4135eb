/** What the stories of administration share: signing in, a look at a page, and the pictures of their chapter. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe } from './axe.ts'
import { picture, pictureFolder } from './pictures.ts'

const folder = pictureFolder('administration')

/** No violation, nothing wider than the screen, and a picture. */
export async function looksRight(page: Page, name: string) {
  expect(await axe(page), name).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
  await picture(page, folder, name)
  const inManual = manual[name]
  if (inManual !== undefined) {
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

export async function signIn(page: Page, origin: string, account: string, password: string) {
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('用户名').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}
