/** Every component in every state, in a real browser: accessible, without a fault, and pictured. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alive } from './support/alive.ts'
import { axe } from './support/axe.ts'
import { beforeScript } from './support/before-script.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { type Screen, visit } from './support/chromium.ts'
import { fakeDesk } from './support/fake-desk.ts'
import { componentPictures, pictureFolder } from './support/pictures.ts'
import { type Served, servePages } from './support/serve-pages.ts'

const wanted = process.env.PICTURES !== undefined
/** Both faces, both screens, every text size at least once. On the phone pictures are taken where somebody wants them. */
const views: readonly { name: string; screen: Screen; query: string; pictures: boolean }[] = [
  { name: 'work', screen: 'desktop', query: '', pictures: true },
  { name: 'work-large', screen: 'desktop', query: '?text=large', pictures: false },
  { name: 'public-phone', screen: 'phone', query: '?face=public', pictures: wanted },
  { name: 'public-phone-larger', screen: 'phone', query: '?face=public&text=larger', pictures: false },
]

const specimen = (page: Page, name: string) => page.locator(`[data-specimen="${name}"]`)

await describeInBrowser('components', (browser) => {
  let served: Served
  beforeAll(async () => {
    served = await servePages(fakeDesk())
  })
  afterAll(() => served?.close())

  /** The page, and everything the browser complained of. */
  const open = async (screen: Screen, query: string) => {
    const context = await visit(browser(), { screen })
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(String(error)))
    await page.goto(`${served.origin}/dev/ui${query}`)
    await page.getByRole('tablist').waitFor()
    await alive(page)
    return { page, said, close: () => context.close() }
  }

  test.each(views)('$name: no violation, no complaint, nothing wider than the screen', async (view) => {
    const { page, said, close } = await open(view.screen, view.query)
    expect(await axe(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    if (view.pictures)
      expect((await componentPictures(page, pictureFolder(view.name))).length).toBeGreaterThan(30)
    expect(said).toEqual([])
    await close()
  })

  test('what is typed before the script comes stays, and so does the hand', async () => {
    const context = await visit(browser(), { screen: 'desktop' })
    const page = await context.newPage()
    const day = specimen(page, 'date-field').getByRole('textbox', { name: '收到日期' })
    const facts = specimen(page, 'text-area').getByRole('textbox', { name: '查明的事实' })
    const organ = specimen(page, 'combo-box').getByLabel('征求意见的机关')
    await beforeScript(page, `${served.origin}/dev/ui`, async () => {
      await day.fill('2026年3月6日')
      await facts.fill('所申请的2025年材料由本机关制作')
      await organ.fill('示例县')
    })
    await alive(page)
    expect(await day.inputValue()).toBe('2026年3月6日')
    expect(await facts.inputValue()).toBe('所申请的2025年材料由本机关制作')
    expect(await organ.inputValue()).toBe('示例县')
    await page.keyboard.type('自')
    await page.getByRole('option').first().waitFor()
    expect(await organ.inputValue()).toBe('示例县自')
    await context.close()
  })

  describe('used by mouse and keyboard', () => {
    const folder = pictureFolder('open')
    let page: Page
    let opened: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      opened = await open('desktop', '')
      page = opened.page
    })
    afterAll(async () => {
      await opened?.close()
      expect(opened?.said).toEqual([])
    })

    /** What closes gives the focus back a moment later. */
    const backIn = (name: string) =>
      expect
        .poll(() => specimen(page, name).evaluate((part) => part.contains(document.activeElement)))
        .toBe(true)

    test.each([
      { name: 'menu', button: '更多', role: 'menu' },
      { name: 'dialog', button: '打开', role: 'dialog' },
      { name: 'confirm-button', button: '撤回申请', role: 'alertdialog' },
      { name: 'date-field', button: '收到日期：从日历选择', role: 'dialog' },
      { name: 'combo-box', button: '全部选项', role: 'listbox' },
    ] as const)('$name opens, is accessible, closes by Escape and gives the focus back', async (opening) => {
      const { name, button, role } = opening
      const trigger = specimen(page, name).getByRole('button', { name: button }).first()
      await trigger.click()
      await page.getByRole(role).waitFor()
      expect(await axe(page, `[role=${role}]`)).toEqual([])
      await page.screenshot({ path: `${folder}/${name}.png` })
      await page.keyboard.press('Escape')
      await page.getByRole(role).waitFor({ state: 'detached' })
      await backIn(name)
    })

    const steps = [
      ['ArrowRight', '2026年12月9日'],
      ['ArrowDown', '2026年12月16日'],
      ['PageDown', '2027年1月16日'],
    ] as const
    test('a day is typed in any form and shown in one, or taken from the month by arrow keys', async () => {
      const field = page.getByLabel('收到日期', { exact: true })
      await field.fill('20261208')
      await field.blur()
      await expect.poll(() => field.inputValue()).toBe('2026年12月8日')
      await page.getByRole('button', { name: '收到日期：从日历选择' }).click()
      await page.getByRole('dialog').getByRole('grid').waitFor()
      for (const [key, day] of steps) {
        await page.keyboard.press(key)
        await page.locator('.month button:focus', { hasText: day }).waitFor()
      }
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await expect.poll(() => field.inputValue()).toBe('2027年1月16日')
      await backIn('date-field')
    })

    test('an organ is found by a part of its name; what is chosen is what is sent', async () => {
      const field = page.getByRole('combobox', { name: '征求意见的机关' })
      await field.pressSequentially('资源')
      await page.getByRole('option').first().waitFor()
      await expect
        .poll(() => page.getByRole('option').allTextContents())
        .toEqual(['示范县自然资源局县级部门'])
      await page.keyboard.press('ArrowDown')
      await page.locator('[role=option][data-focused]').waitFor()
      await page.keyboard.press('Enter')
      await expect.poll(() => field.inputValue()).toBe('示范县自然资源局')
      expect(await field.getAttribute('name')).toBe('agency')
    })

    test('files that are chosen or dropped are listed with their sizes, too large ones named', async () => {
      const drop = specimen(page, 'file-field').locator('[data-drop]').first()
      const chosen = { name: '身份证.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(2048) }
      await drop.locator('input').setInputFiles(chosen)
      const dropped = await page.evaluateHandle(() => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([new Uint8Array(6 * 1024 * 1024)], '扫描.pdf'))
        return transfer
      })
      await drop.dispatchEvent('drop', { dataTransfer: dropped })
      await expect
        .poll(() => drop.locator('li').allTextContents())
        .toEqual(['身份证.jpg2 KB', '扫描.pdf6.0 MB，超过 5.0 MB'])
      expect(await drop.locator('input').evaluate((input: HTMLInputElement) => input.files?.length)).toBe(2)
    })

    test('characters are counted as people count them, and what is too much stays', async () => {
      const area = page.getByLabel('需要的政府信息')
      const count = specimen(page, 'text-area').locator('.field__count')
      await area.fill('𠮷'.repeat(3))
      await expect.poll(() => count.textContent()).toBe('还可以写 497 字')
      await area.fill('字'.repeat(502))
      await expect.poll(() => count.textContent()).toBe('超出 2 字')
      expect((await area.inputValue()).length).toBe(502)
    })

    test('what was typed is not left by mistake: on the way to another page, and with the tab', async () => {
      await page.getByLabel('附注').fill('电话告知申请人')
      const visit = () => page.evaluate(() => (history.state as { key: string } | null)?.key)
      const before = await visit()
      await page.getByRole('link', { name: '公开', exact: true }).first().click()
      // A page that arrives closes the question whether to leave.
      await expect.poll(visit).not.toBe(before)
      const question = page.getByRole('dialog', { name: '离开这一页？' })
      expect(await question.count()).toBe(0)
      await page.getByRole('link', { name: '登录' }).click()
      await question.waitFor()
      await page.getByRole('button', { name: '留下' }).click()
      expect(await page.getByLabel('附注').inputValue()).toBe('电话告知申请人')

      const asked = new Promise<string>((resolve) => {
        page.once('dialog', async (dialog) => {
          resolve(dialog.type())
          await dialog.dismiss()
        })
      })
      await page.close({ runBeforeUnload: true })
      expect(await asked).toBe('beforeunload')
    })

    test('a duty opens onto its rooms by keyboard, and closes by Escape and as soon as one goes on', async () => {
      const way = page.getByRole('navigation', { name: '主导航' })
      const room = way.getByRole('link', { name: '公众' })
      await way.locator('summary').focus()
      await page.keyboard.press('Enter')
      await room.waitFor()
      expect(await axe(page, '.rooms')).toEqual([])
      await page.keyboard.press('Tab')
      await expect.poll(() => room.evaluate((link) => link === document.activeElement)).toBe(true)
      await page.keyboard.press('Escape')
      await room.waitFor({ state: 'hidden' })
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
      await page.keyboard.press('Enter')
      await room.waitFor()
      await page.getByLabel('查找').focus()
      await room.waitFor({ state: 'hidden' })
    })

    test('a word is explained under the pointer', async () => {
      await specimen(page, 'term').getByRole('button', { name: '补正' }).hover()
      await specimen(page, 'term').getByRole('note').first().waitFor({ state: 'visible' })
      await page.screenshot({ path: `${folder}/term.png` })
      await page.mouse.move(0, 0)
      await specimen(page, 'term').getByRole('note').first().waitFor({ state: 'hidden' })
    })

    test('a message in passing can be undone, and stays while it can', async () => {
      await page.getByRole('button', { name: '转办' }).click()
      await page.getByRole('alertdialog').waitFor()
      expect(await axe(page, '.toasts')).toEqual([])
      await page.screenshot({ path: `${folder}/toast.png` })
      await page.getByRole('button', { name: '撤销' }).click()
      await page.getByText('已撤销。').waitFor()
    })
  })

  test('without script a word is explained by keyboard, a day is typed, sheets lie below each other, a duty opens', async () => {
    const context = await visit(browser(), { script: false })
    const page = await context.newPage()
    await page.goto(`${served.origin}/dev/ui`)
    const says = specimen(page, 'term').getByRole('note').first()
    expect(await says.isVisible()).toBe(false)
    await specimen(page, 'term').getByRole('button', { name: '补正' }).focus()
    await page.keyboard.press('Enter')
    expect(await says.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await says.isVisible()).toBe(false)
    expect(await page.getByLabel('送达日期').inputValue()).toBe('2026年10月10日')
    expect(await specimen(page, 'date-field').getByRole('button').count()).toBe(0)
    expect(await specimen(page, 'tabs').getByText('登记回执 17-1号。').isVisible()).toBe(true)
    const way = page.getByRole('navigation', { name: '主导航' })
    await way.locator('summary').click()
    expect(await way.getByRole('link', { name: '公众' }).isVisible()).toBe(true)
    await context.close()
  })
})
