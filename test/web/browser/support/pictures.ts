/** Pictures for people to look at, taken where PICTURES names a folder for them. */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Folder for the pictures of one set of tests. */
export function pictureFolder(set: string): string {
  const folder = join(process.env.PICTURES ?? mkdtempSync(join(tmpdir(), 'gongkai-pictures-')), set)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Whether somebody wants to look: pictures of long pages take as long as all that is proved of them. */
export const wanted = process.env.PICTURES !== undefined

/** The whole page. */
export async function picture(page: Page, folder: string, name: string): Promise<void> {
  if (wanted)
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' })
}

/** Every component of the page that has a name, each in a file of its own. Returns the names. */
export async function componentPictures(page: Page, folder: string): Promise<readonly string[]> {
  const names: string[] = []
  for (const specimen of await page.locator('[data-specimen]').all()) {
    const name = (await specimen.getAttribute('data-specimen')) ?? ''
    if (wanted) await specimen.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
    names.push(name)
  }
  return names
}
