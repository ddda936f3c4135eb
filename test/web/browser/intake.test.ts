/** The counter: paper applications typed by keyboard alone, taken back when wrong, and a register of years past brought in. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { blankPast, writePast } from '../../../src/office/intake/past-columns.ts'
import type { PastRequest } from '../../../src/office/intake/past-request.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { countyOfTests, looks, members, toRoom } from './support/story.ts'

const county = countyOfTests()
const { looksRight } = looks('intake')

/** A hand at the keyboard: keys that move or choose are counted, the words themselves are not. */
function hand(page: Page) {
  let presses = 0
  return {
    presses: () => presses,
    async press(...keys: readonly string[]) {
      for (const key of keys) await page.keyboard.press(key)
      presses += keys.length
    },
    /** Words as the input method or the number pad puts them in. */
    words: (text: string) => page.keyboard.insertText(text),
    at: () => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? ''),
  }
}

const letter = {
  name: '安然（示例）',
  id: '11010519491231002X',
  phone: '13900000000',
  address: '示例县示例路9号',
  wish: '示例县东河学校近三年校车采购合同',
}

/** A typical letter: who, paper, telephone, address, wish, form and way. */
async function typeLetter(page: Page) {
  const { press, words, at, presses } = hand(page)
  await expect.poll(at).toBe('applicant.name')
  await words(letter.name)
  await press('Enter', 'Enter')
  await expect.poll(at).toBe('applicant.idNumber')
  await words(letter.id)
  await press('Enter')
  await words(letter.phone)
  await press('Enter')
  await words(letter.address)
  await press('Alt+t')
  await expect.poll(at).toBe('content.title')
  await words(letter.wish)
  await press('Enter', 'Enter', 'Enter')
  await expect.poll(at).toBe('content.provision')
  await press('1', 'Enter')
  expect(await at()).toBe('content.delivery')
  await press('1')
  return { press, presses }
}

/** A register of two letters that were answered; the second arrived on a day that may be none. */
const register = async (number: string, arrived: string) =>
  new TextDecoder()
    .decode(
      await writePast(
        [
          {
            ...answered,
            number: '2024-11',
            arrivedOn: '2024-11-04',
            answeredOn: '2024-11-20',
            letterNo: '示教〔2024〕11号',
          },
          {
            ...answered,
            number,
            arrivedOn: '2024-12-02',
            answeredOn: '2024-12-20',
            letterNo: '示教〔2024〕12号',
          },
        ],
        'csv',
      ),
    )
    .replace('2024-12-02', arrived)

const answered: PastRequest = {
  ...blankPast,
  kind: 'natural',
  name: letter.name,
  channel: 'inPerson',
  title: '示例县校舍维修计划',
  ending: 'granted',
  method: 'inPerson',
}

await describeInBrowser('the counter', (browser) => {
  const come = members(browser, county)
  let page: Page
  let number: string

  test('条例§31：信件全用键盘登记，收到之日和期限边录边算，一封信不超过二十次按键', async () => {
    page = await come('education.handler')
    await toRoom(page, '收件登记')
    await page.getByRole('heading', { name: '收件登记', level: 1 }).waitFor()
    await page.getByText('以签收之日').waitFor()

    const { press, words, at } = hand(page)
    await press('Alt+r')
    await expect.poll(at).toBe('arrivedOn')
    await press('Control+a')
    await words('1332')
    await page.getByText('看不出是哪一天').waitFor()
    await press('Control+a')
    await words('306')
    await page.getByText(/年3月6日，星期/).waitFor()
    await page.getByText(/以签收之日2\d{3}年3月6日为收到申请之日/).waitFor()
    await looksRight(page, 'empty')
    await press('Alt+n')

    const letter1 = await typeLetter(page)
    await looksRight(page, 'typed')
    await letter1.press('Control+Enter')
    const saved = page.getByRole('region', { name: '刚刚登记的' })
    await saved.waitFor()
    number = (await saved.locator('.intake__number').textContent()) ?? ''
    expect(number).toMatch(/^\d{4}-\d+$/)
    expect(letter1.presses()).toBeLessThanOrEqual(20)
    await looksRight(page, 'saved')

    // The next letter of the same post: channel and day stay, the rest is empty, the hand is at the name.
    expect(await page.getByLabel('到达日期').inputValue()).toMatch(/年3月6日$/)
    expect(await page.getByLabel('提出方式').inputValue()).toBe('registeredPost')
    await expect.poll(() => page.getByLabel('姓名或者名称').inputValue()).toBe('')
    await expect.poll(at).toBe('applicant.name')
  })

  test('条例§36(6)：同一人的同样申请边录边提示；登记错了的可以作废，内容回到表中', async () => {
    const { press } = await typeLetter(page)
    await page.getByText('可能是重复的申请').waitFor()
    await page.getByRole('link', { name: number, exact: true }).first().waitFor()
    await looksRight(page, 'duplicate')
    await press('Control+Enter')
    const saved = page.getByRole('region', { name: '刚刚登记的' })
    await saved.locator('.intake__number', { hasNotText: number }).waitFor()
    const second = (await saved.locator('.intake__number').textContent()) ?? ''
    const slip = page.waitForEvent('download')
    await saved.getByRole('button', { name: '打印查询凭条' }).click()
    expect((await slip).suggestedFilename()).toBe('政府信息公开申请回执.pdf')

    await saved.getByText('登记错了').click()
    await saved.getByRole('button', { name: '作废登记' }).click()
    await page.getByText(`编号 ${second} 已经作废`).waitFor()
    await expect.poll(() => page.getByLabel('姓名或者名称').inputValue()).toBe(letter.name)
    expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe(letter.wish)
    await looksRight(page, 'undone')
  })

  test('条例§29¶1：口头申请要写明书面确有困难；缺了的在字段旁说明，录入的都在', async () => {
    await page.getByLabel('提出方式').selectOption('oral')
    await page.getByLabel('到达日期').fill('3-6')
    await page.getByRole('button', { name: '登记，录下一件' }).click()
    await page.getByText('缺少采用书面形式确有困难的说明').waitFor()
    expect(await page.getByLabel('姓名或者名称').inputValue()).toBe(letter.name)
    await looksRight(page, 'wrong')
    await page.getByLabel('提出方式').selectOption('fax')
    await page.getByText('尚未与申请人确认').first().waitFor()
  })

  test('条例§45：往年的台账先逐行预览，确认以前什么也不收入；导入的结果逐件列出', async () => {
    const head = await come('education.head')
    await head.goto(`${county.origin}/work/education/intake`)
    await head.getByRole('link', { name: '导入历史台账' }).click()
    const template = head.waitForEvent('download')
    await head.getByRole('link', { name: '下载 XLSX 模板' }).click()
    expect((await template).suggestedFilename()).toBe('申请登记簿.xlsx')

    await head.getByRole('button', { name: '预览' }).click()
    await head.getByRole('region', { name: /需要改正/ }).waitFor()
    const list = (text: string) => ({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await head.getByLabel('台账文件').setInputFiles(list(await register('2024-12', '2024年13月1日')))
    await head.getByLabel('整理台账的经办人').selectOption({ index: 1 })
    await head.getByRole('button', { name: '预览' }).click()
    const preview = head.getByRole('region', { name: '预览' })
    await preview.getByText('可以导入 1 件，1 行需要改正。现在还什么也没有收入。').waitFor()
    expect(await preview.getByRole('cell', { name: '到达日期', exact: true }).count()).toBe(1)
    await looksRight(head, 'register-preview')

    // Another list than the one that was looked at is looked at first.
    await head.getByLabel('台账文件').setInputFiles(list(await register('2024-12', '2024年12月2日')))
    await preview.waitFor({ state: 'detached' })
    await head.getByRole('button', { name: '预览' }).click()
    await preview.getByText('可以导入 2 件。现在还什么也没有收入。').waitFor()
    await head.getByRole('button', { name: '确认导入 2 件' }).click()
    const result = head.getByRole('region', { name: '导入的结果' })
    await result.getByText('导入 2 件。').waitFor()
    await looksRight(head, 'register-done')
    await result.getByRole('link', { name: '2024-11' }).click()
    await head.getByRole('heading', { name: '示例县校舍维修计划', level: 1 }).waitFor()

    await head.goto(`${county.origin}/work/education/register`)
    await head.getByLabel('台账文件').setInputFiles(list('不是台账'))
    await head.getByLabel('整理台账的经办人').selectOption({ index: 1 })
    await head.getByRole('button', { name: '预览' }).click()
    await head.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(head, 'register-unread')
  })

  test('on a phone nothing is cut off', async () => {
    const phone = await come('education.handler', { screen: 'phone' })
    await phone.goto(`${county.origin}/work/education/intake`)
    await phone.getByText('以签收之日').waitFor()
    await looksRight(phone, 'phone')
  })

  test('what was typed is in no log', () => {
    for (const personal of [letter.name, letter.id, letter.phone, letter.address, letter.wish])
      expect(county.log()).not.toContain(personal)
  })
})
