import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answersFor, type QuestionId, sevenQuestions } from '../../../src/office/requests/index.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { countyOfTests, looks, members } from './support/story.ts'

const county = countyOfTests()
const { looksRight, shot } = looks('case-work')

const applicant = {
  kind: 'natural',
  name: '赵示例',
  idKind: 'residentId',
  idNumber: '110101190001011009',
  contact: { phone: '13900002222' },
}

async function applied(title: string): Promise<string> {
  const content = { title, features: '全部', provision: 'electronic', delivery: 'online' }
  const response = await fetch(`${county.origin}/api/v1/organs/education/applications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ applicant, content }),
  })
  return ((await response.json()) as { number: string }).number
}

await describeInBrowser('a clerk at a case', (browser) => {
  let address: string
  let number: string
  const come = members(browser, county)

  /** Does a step from its form and is back at the case. */
  async function step(
    page: Page,
    caption: string,
    fill: (page: Page) => Promise<unknown> = async () => null,
  ) {
    await page.getByRole('link', { name: `办理：${caption}`, exact: true }).click()
    await page.getByRole('heading', { name: caption, level: 1 }).waitFor()
    await fill(page)
    await page.getByRole('button', { name: caption, exact: true }).click()
    await page.waitForURL(address).catch(async (fault: Error) => {
      throw new Error(`${caption}: ${await page.getByRole('main').textContent()}`, { cause: fault })
    })
  }

  test('adds papers, and lets an enclosure go, replaces it or holds it back', async () => {
    number = await applied('学校食堂招标材料')
    const page = await come('education.handler')
    await page.goto(`${county.origin}/work?organ=education&view=untouched`)
    await page.getByRole('link', { name: number, exact: true }).click()
    await page.getByRole('heading', { name: '学校食堂招标材料', level: 1 }).waitFor()
    address = page.url()
    await step(page, '确认收到')

    await page.getByRole('link', { name: '添加、核查' }).click()
    await page.getByRole('heading', { name: '材料', level: 1 }).waitFor()
    await page.getByRole('button', { name: '添加', exact: true }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(page, 'papers-wrong')
    const text = '联系人电话13900003333，住址示例县示例路1号2单元301室。'
    const file = { name: '招标公告.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }
    await page.getByLabel(/^文件/).setInputFiles(file)
    await page.getByLabel('随附答复提供的文件').check()
    await page.getByLabel('说明').fill('食堂招标公告')
    await page.getByRole('button', { name: '添加', exact: true }).click()

    await page.getByRole('heading', { name: '核查随附文件', level: 1 }).waitFor()
    await page.getByText('手机号码', { exact: true }).waitFor()
    expect(await page.content()).not.toContain('13900003333')
    await page.getByRole('button', { name: '确认放行' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(page, 'gate-wrong')
    await shot(page, 'clerk-paper-gate', 700)

    await page
      .getByLabel(/^处理后的文件/)
      .setInputFiles({ ...file, buffer: Buffer.from('联系人电话已遮盖。') })
    await page.getByLabel('不提供原文件的理由').first().fill('含联系人的电话和住址')
    await page.getByRole('button', { name: '替换' }).click()
    await page.getByText('没有发现号码').waitFor()
    await looksRight(page, 'gate-clean')
    await page.getByRole('button', { name: '确认放行' }).click()
    await page.getByRole('heading', { name: '材料', level: 1 }).waitFor()
    await page.getByText('放行', { exact: true }).waitFor()
    await page.getByText('不提供', { exact: true }).waitFor()
    await looksRight(page, 'papers')

    await page.getByRole('link', { name: '改为不提供' }).click()
    await page.getByRole('button', { name: '不提供', exact: true }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await page.getByLabel('不提供原文件的理由').last().fill('与申请的信息无关')
    await page.getByRole('button', { name: '不提供', exact: true }).click()
    await page.getByText('与申请的信息无关').waitFor()
    await page.getByRole('link', { name: '重新核查' }).last().click()
    await page.getByRole('button', { name: '确认放行' }).click()
    await page.getByRole('heading', { name: '材料', level: 1 }).waitFor()
    await page.getByText('放行', { exact: true }).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await looksRight(page, 'papers-phone')
    expect(county.log()).not.toContain('招标公告')
  })

  test("writes a note for a colleague, who finds it among the day's work", async () => {
    const page = await come('education.handler')
    await page.goto(address)
    await page.getByRole('button', { name: '写备注' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await page.getByLabel('备注的内容').fill('申请人来电13900002222，请核对年份。')
    await page.getByText('请同事看').click()
    await page.getByRole('checkbox').first().check()
    const colleague = await page.getByRole('checkbox').first().getAttribute('value')
    await page.getByRole('button', { name: '写备注' }).click()
    await page.getByText('请核对年份。').waitFor()
    expect(county.log()).not.toContain('13900002222')
    await looksRight(page, 'notes')

    const role = (colleague ?? '').includes('head') ? 'head' : 'reviewer'
    const other = await come(`education.${role}`)
    await other.getByRole('link', { name: /请您看的备注/ }).click()
    await other.getByRole('link', { name: number, exact: true }).click()
    await other.getByText('有备注请您看').waitFor()
    await looksRight(other, 'mentioned')
    await shot(other, 'clerk-case')
    await other.getByRole('button', { name: '知悉' }).click()
    await other.getByText('有备注请您看').waitFor({ state: 'detached' })
  })

  test('voids a spoilt receipt, and makes it out again', async () => {
    const head = await come('education.head')
    await head.goto(address)
    await head.getByRole('link', { name: '作废、补出' }).click()
    await head.getByRole('heading', { name: '文书', level: 1 }).waitFor()
    await head.getByRole('button', { name: '作废', exact: true }).click()
    await head.getByRole('region', { name: /需要改正/ }).waitFor()
    await head.getByRole('combobox').selectOption({ index: 1 })
    await head.getByLabel('作废的理由').fill('打印有误')
    await head.getByRole('button', { name: '作废', exact: true }).click()
    await head.getByText('打印有误').waitFor()
    await head.getByRole('button', { name: '补出登记回执' }).click()
    await head.getByRole('cell', { name: '有效' }).waitFor()
    await looksRight(head, 'letters')
    await shot(head, 'clerk-letters')
  })

  test('drafts with the letter beside it, and goes on with what the reviewer returned', async () => {
    const page = await come('education.handler')
    await page.goto(`${address}/draft`)
    await page.getByLabel('办理结果').selectOption({ label: '予以公开' })
    await page.getByRole('button', { name: '继续' }).click()
    await page.getByLabel('获取的时间').fill('本告知书送达之日起')
    await page.getByRole('article', { name: /告知书/ }).waitFor()
    await page.getByLabel('查明的事实').fill('所申请的材料由本机关制作')
    await page.getByText('所申请的材料由本机关制作。').waitFor()
    await page.getByText('依法必须写明的内容').click()
    await looksRight(page, 'draft')
    for (const [question, answer] of Object.entries(answersFor('granted') ?? {}))
      await page.getByLabel(sevenQuestions[question as QuestionId].title).selectOption(answer)
    await page.getByRole('button', { name: '拟稿', exact: true }).click()
    await page.waitForURL(address)

    const reviewer = await come('education.reviewer')
    await reviewer.goto(address)
    await step(reviewer, '退回重拟', (form) => form.getByLabel('意见').fill('请写明材料的年份'))
    await page.goto(`${address}/draft`)
    await page.getByText('请写明材料的年份').waitFor()
    expect(await page.getByLabel('查明的事实').inputValue()).toBe('所申请的材料由本机关制作')
    await looksRight(page, 'draft-returned')
    await shot(page, 'clerk-draft')
    await page.getByLabel('查明的事实').fill('所申请的2025年材料由本机关制作')
    await page.getByRole('button', { name: '拟稿', exact: true }).click()
    await page.waitForURL(address)
  })

  test('finds a case by its number, keeps a filter, assigns several at once, takes the list out', async () => {
    const page = await come('education.reviewer')
    await page.getByLabel('查找').fill('王小明')
    await page.getByRole('button', { name: '检索' }).click()
    await page.getByText('只能按登记编号、文号查找').waitFor()
    expect(page.url()).not.toContain('%')
    await page.getByLabel('查找').fill(number)
    await page.getByRole('button', { name: '检索' }).click()
    await page.waitForURL(address)

    await page.getByRole('link', { name: '办件', exact: true }).first().click()
    await page.getByLabel('是否办结').selectOption({ label: '尚未办结' })
    await page.getByRole('button', { name: '筛选' }).click()
    await page.waitForURL(/[?&]open=true/)
    await page.getByLabel('把这一筛选保存为').fill('在办的')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('link', { name: '在办的', exact: true }).waitFor()
    await looksRight(page, 'requests')
    await shot(page, 'clerk-requests')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 XLSX' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('申请件清单.xlsx')

    const boxes = page.getByRole('checkbox', { name: /^选择/ })
    const chosen = await boxes.count()
    for (const box of await boxes.all()) await box.check()
    await page.getByLabel('对选中的申请').selectOption({ label: '归档' })
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('heading', { name: '归档', level: 1 }).waitFor()
    expect(await page.getByText('不办理', { exact: true }).count()).toBe(chosen)
    await looksRight(page, 'bulk-archive')
    await shot(page, 'clerk-bulk')
    await page.goBack()
    await page.getByLabel(`选择 ${number}`).check()
    await page.getByLabel('对选中的申请').selectOption({ label: '分派经办人' })
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: /^确认分派经办人/ }).click()
    await page.getByText(/已办理 [1-9]/).waitFor()
    await looksRight(page, 'bulk-assigned')
    await page.goto(`${county.origin}/work/education/requests?open=true`)
    await page.getByRole('button', { name: '删除筛选 在办的' }).click()
    await page.getByRole('link', { name: '在办的', exact: true }).waitFor({ state: 'detached' })
  })

  test('goes by keys, has words explained, and sees who did what', async () => {
    const page = await come('education.head')
    await page.getByRole('button', { name: '快捷键' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '快捷键' }).waitFor()
    await looksRight(page, 'shortcuts')
    await page.getByRole('button', { name: '停用快捷键' }).click()
    await page.getByRole('button', { name: '关闭' }).click()
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await page.getByRole('button', { name: '快捷键' }).click()
    await page.getByRole('button', { name: '启用快捷键' }).click()
    expect(page.url()).not.toContain('/requests')
    await page.getByRole('button', { name: '关闭' }).click()
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await page.waitForURL('**/education/requests')
    await page.getByRole('heading', { name: '办件', level: 1 }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.locator('tr:has(:focus)').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('gb')
    await expect.poll(() => page.getByLabel('查找').inputValue()).toBe('gb')

    await page.goto(address)
    const term = page.getByRole('button', { name: '工作日', exact: true })
    await page.keyboard.press('Tab')
    await term.focus()
    await page.getByText('收到申请的当天不算').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('收到申请的当天不算').waitFor({ state: 'hidden' })
    await term.hover()
    await page.getByText('收到申请的当天不算').waitFor()
    await page.getByRole('link', { name: '留痕' }).click()
    await page.getByRole('heading', { name: '留痕', level: 1 }).waitFor()
    await page.getByRole('cell', { name: '知悉备注' }).waitFor()
    await looksRight(page, 'audit')
  })

  test('finds on the board as many as each number says', async () => {
    const page = await come('education.head')
    await looksRight(page, 'board')
    await shot(page, 'clerk-today')
    const tiles = page.getByRole('navigation', { name: '在办的申请' }).getByRole('link')
    for (let place = 0; place < (await tiles.count()); place++) {
      const tile = tiles.nth(place)
      const count = Number(await tile.locator('b').textContent())
      await Promise.all([page.waitForURL(/view=/), tile.click()])
      await page.locator(`.panel__aside`, { hasText: `${count} 件` }).waitFor()
      await expect.poll(() => page.locator('main tbody tr').count()).toBe(count)
    }
  })
})
