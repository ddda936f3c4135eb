/** The citizen's story on the demonstration county: finding the organ, applying, following, acting, answering. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './support/axe.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { visit } from './support/chromium.ts'
import { picture, pictureFolder } from './support/pictures.ts'
import { type ServedCounty, serveCounty } from './support/serve-county.ts'

const textFile = (text: string) => ({
  name: '说明.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

const name = '安然（示例）'
const phone = '13900000000'
const asked = '示例县东河学校近三年校车采购合同'

interface Receipt {
  readonly number: string
  readonly secret: string
}

/** From the form to the receipt, with a fault on the way. */
async function apply(page: Page, look: (name: string) => Promise<void>): Promise<Receipt> {
  await page.getByRole('link', { name: '申请公开', exact: true }).first().click()
  await page.getByLabel('您要什么信息').waitFor()
  await look('apply-look')
  await page.getByLabel('您要什么信息').fill(asked)
  await page.getByRole('button', { name: '查一查' }).click()
  await page.getByRole('heading', { name: '也许由其他机关负责公开' }).waitFor()
  await look('apply-found')
  await page.getByRole('button', { name: '填写申请表' }).click()
  expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe(asked)
  expect(await page.getByText('个人信息处理告知').count()).toBe(1)
  await look('apply-form')

  await page.getByRole('button', { name: '提交申请' }).click()
  const summary = page.getByRole('region', { name: /处需要改正/ })
  await summary.waitFor()
  expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe(asked)
  await look('apply-wrong')
  await page.getByLabel(/姓名/).fill(name)
  await page.getByRole('radio', { name: '居民身份证' }).check()
  await page.getByLabel(/证件号码/).fill('11010519491231002X')
  await page.getByLabel('电话', { exact: true }).fill(phone)
  await page.getByRole('radio', { name: '电子文件' }).check()
  await page.getByRole('radio', { name: '网上获取' }).check()
  await page.getByLabel('其他材料').setInputFiles(textFile('校车线路说明'))
  // What is sent within two seconds is asked about: see the story of the guard.
  await page.waitForTimeout(2000)
  await page.getByRole('button', { name: '提交申请' }).click()

  await page.getByRole('heading', { name: '申请已经提交' }).waitFor()
  await look('receipt')
  const told = page.getByRole('region', { name: '回执' })
  expect(await told.getByRole('img', { name: '二维码：查询办理进度' }).count()).toBe(1)
  const [number = '', secret = ''] = await told.locator('dd').allTextContents()
  expect(number).toMatch(/^\d{4}-\d+$/)
  expect(secret.length).toBeGreaterThan(10)
  expect(page.url()).not.toContain(secret)
  const slip = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载回执（PDF）' }).click()
  expect((await slip).suggestedFilename()).toBe('政府信息公开申请回执.pdf')
  return { number, secret }
}

async function enter(page: Page, { number, secret }: Receipt): Promise<void> {
  await page.getByLabel('登记编号').fill(number)
  await page.getByLabel('查询码').fill(secret)
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('heading', { name: `登记编号 ${number}` }).waitFor()
}

/** A wrong secret is told at its field; the number stays, the secret does not. */
async function refused(page: Page, { number }: Receipt): Promise<void> {
  await page.getByLabel('登记编号').fill(number)
  await page.getByLabel('查询码').fill('wrong-wrong-wrong')
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('region', { name: '有一处需要改正' }).waitFor()
  expect(await page.getByLabel('登记编号').inputValue()).toBe(number)
  expect(await page.getByLabel('查询码').inputValue()).toBe('')
}

async function changeContact(page: Page): Promise<void> {
  await page.getByText('变更联系方式').first().click()
  await page.getByLabel('电子邮箱').fill('anran@shili.example')
  await page.getByRole('button', { name: '变更联系方式' }).click()
  await page.getByText('联系方式已经变更，').waitFor()
}

await describeInBrowser('the citizen', (browser) => {
  let county: ServedCounty
  const folder = pictureFolder('citizen')
  beforeAll(async () => {
    county = await serveCounty({ RATE_FACTOR: '3' })
  })
  afterAll(() => county?.close())

  /** Looks at the page as it stands: a picture, no violation, nothing wider than the screen. */
  const looker = (page: Page, kind: string) => async (title: string) => {
    await picture(page, folder, `${title}-${kind}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    expect(await axe(page)).toEqual([])
  }

  const visitors = [
    { kind: 'phone-plain', screen: 'phone', script: false },
    { kind: 'phone', screen: 'phone', script: true },
    { kind: 'desktop', screen: 'desktop', script: true },
  ] as const

  test.for(visitors)('applies and follows the request: $kind', async ({ kind, screen, script }) => {
    const context = await visit(browser(), { screen, script })
    const page = await context.newPage()
    // Without script the rules cannot be run in the page; the same pages are looked at with it.
    const look = script
      ? looker(page, kind)
      : async (title: string) => void (await picture(page, folder, `${title}-${kind}`))

    await page.goto(county.origin)
    await look('organs')
    await page.getByRole('link', { name: '示例县教育局' }).click()
    await page.waitForURL('**/organs/education')
    await look('organ')
    await page.getByRole('link', { name: '政府信息公开指南' }).click()
    await page.getByRole('heading', { name: '办理期限' }).waitFor()
    await look('guide')
    const receipt = await apply(page, look)

    await page.getByRole('link', { name: '查询办理进度' }).click()
    await page.getByLabel('查询码').waitFor()
    await look('track-door')
    if (!script) await refused(page, receipt)

    await enter(page, receipt)
    await look('track')
    expect(await page.content()).not.toContain(phone)

    if (!script) await changeContact(page)

    await page.getByRole('button', { name: '撤回申请' }).click()
    await page.getByRole('button', { name: '确认撤回' }).waitFor()
    await look('track-ask')
    await page.getByRole('button', { name: '确认撤回' }).click()
    await page.getByText('申请已经撤回。').waitFor()
    await look('track-withdrawn')

    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('heading', { name: '查询办理进度' }).waitFor()
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  async function signIn({ request }: BrowserContext, username: string): Promise<void> {
    const headers = { origin: county.origin }
    const data = { username, password: 'Shili-Xian-2026' }
    const answer = await request.post(`${county.origin}/api/auth/sign-in/username`, { data, headers })
    expect(answer.status()).toBe(200)
  }

  /** The number of a case, as a handler finds it. */
  async function numberOf(organ: string, request: string): Promise<string> {
    const context = await visit(browser())
    await signIn(context, `${organ}.handler`)
    const found = await context.request.get(`${county.origin}/api/v1/organs/${organ}/requests/${request}`)
    const { number } = await found.json()
    await context.close()
    return number
  }

  /** On a phone with script, in front of a case of the county. */
  async function opened(organ: string, request: string) {
    const context = await visit(browser(), { screen: 'phone' })
    const number = await numberOf(organ, request)
    const page = await context.newPage()
    await page.goto(`${county.origin}/organs/${organ}/track`)
    await enter(page, { number, secret: 'SHILI-XIAN-2026' })
    return { context, page, look: looker(page, 'phone') }
  }

  test('条例§33：逾期未答复的，写明届满之日、怎么算出来的、到哪里复议', async () => {
    const { context, page, look } = await opened('xiling', 'now-overdue')
    expect(await page.locator('.due__day').textContent()).toMatch(/^2\d{3}年\d+月\d+日.*逾期$/)
    expect(await page.locator('.cite', { hasText: '第三十三条' }).count()).toBeGreaterThan(0)
    expect(await page.getByText('逾期没有答复的').count()).toBe(1)
    await look('overdue')
    await context.close()
  })

  test('条例§30：凭告知书补正，文书可以下载', async () => {
    const { context, page, look } = await opened('education', 'now-correctionAsked')
    await look('correction')
    const letter = page.getByRole('link', { name: /补正/ }).first()
    const file = await context.request.get(
      new URL((await letter.getAttribute('href')) ?? '', page.url()).href,
    )
    expect(file.headers()['content-type']).toBe('application/pdf')
    await page.getByRole('button', { name: '提交补正申请' }).click()
    await page.getByRole('link', { name: '请填写补正的内容。' }).waitFor()
    await look('correction-wrong')
    await page.getByLabel('补正的内容').fill('指2025年的采购合同。')
    await page.getByRole('button', { name: '提交补正申请' }).click()
    await page.getByText('补正已经提交。').waitFor()
    await context.close()
  })

  test('条例§36(1)：边写边查已经公开的；草稿只在这台设备上，证件号码不留，可以删除', async () => {
    const context = await visit(browser(), { screen: 'phone' })
    const page = await context.newPage()
    page.on('dialog', (dialog) => dialog.accept())
    const look = looker(page, 'phone')
    await page.goto(`${county.origin}/organs/education/apply`)
    const wish = page.getByLabel('您要什么信息')
    await wish.pressSequentially('中小学校车服务管理办法')
    await page.getByRole('link', { name: /示例县中小学校车服务管理办法/ }).waitFor()
    expect(page.url()).not.toContain(encodeURIComponent('校车'))
    await look('found-while-typing')
    await wish.fill('东河镇宅基地审批结果')
    await page.getByRole('heading', { name: '示例县东河镇人民政府' }).waitFor()
    await look('elsewhere')
    await page.getByRole('button', { name: '填写申请表' }).click()
    expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe('东河镇宅基地审批结果')
    await page.getByLabel(/姓名/).fill(name)
    await page.getByRole('radio', { name: '居民身份证' }).check()
    await page.getByLabel(/证件号码/).fill('11010519491231002X')
    await page.getByRole('textbox', { name: '其他特征性描述' }).fill('二〇二五年的')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText(/^草稿已于.*保存在这台设备上。$/).waitFor()
    await look('draft-saved')
    const kept = await page.evaluate(() => JSON.stringify(localStorage))
    expect(kept).toContain('二〇二五年的')
    expect(kept).not.toContain('11010519491231002X')

    await page.goto(`${county.origin}/organs/education/apply`)
    await page.getByText(/^这台设备上有.*保存的草稿。$/).waitFor()
    await look('draft-offered')
    await page.getByRole('button', { name: '继续填写草稿' }).click()
    await page.getByText(/^已恢复/).waitFor()
    expect(await page.getByLabel(/姓名/).inputValue()).toBe(name)
    expect(await page.getByRole('textbox', { name: '其他特征性描述' }).inputValue()).toBe('二〇二五年的')
    expect(await page.getByRole('radio', { name: '居民身份证' }).isChecked()).toBe(true)
    expect(await page.getByLabel(/证件号码/).inputValue()).toBe('')
    await page.getByRole('button', { name: '删除草稿' }).click()
    await page.getByText('草稿已经删除。').waitFor()
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('二〇二五年的')
    await context.close()
  })

  test('办结以后评价一次，意见只有本机关可以阅看；页面上的差错有人处理', async () => {
    const { context, page, look } = await opened('health', 'now-served')
    await page.getByRole('button', { name: '提交评价' }).click()
    await page.getByRole('link', { name: '请选择满意程度。' }).waitFor()
    await page.getByRole('radio', { name: '基本满意' }).check()
    await page.getByLabel('意见', { exact: true }).fill('答复及时，附件字迹不清。')
    await look('rating')
    await page.getByRole('button', { name: '提交评价' }).click()
    await page.getByText('评价已经提交').waitFor()
    expect(await page.getByRole('button', { name: '提交评价' }).count()).toBe(0)
    await page.getByRole('link', { name: '联系方式和投诉、举报' }).first().click()
    await page.getByRole('heading', { name: '上一级行政机关：示例县人民政府' }).waitFor()
    await look('contact')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('link', { name: '请写明哪里有错，应当是什么。' }).waitFor()
    await page.getByLabel('哪里有错，应当是什么').fill('传真号码少了一位。')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('已经收到').waitFor()
    await context.close()

    const office = await visit(browser())
    await signIn(office, 'health.handler')
    const desk = await office.newPage()
    await desk.goto(`${county.origin}/work/health/feedback`)
    await desk.getByText('答复及时，附件字迹不清。').waitFor()
    expect(await desk.getByRole('row', { name: '基本满意 1' }).count()).toBe(1)
    await looker(desk, 'desktop')('feedback')
    await desk.getByRole('button', { name: '登记处理' }).click()
    await desk.getByText('请写明怎样处理。').waitFor()
    await desk.getByLabel('怎样处理').fill('传真号码已经更正')
    await desk.getByRole('button', { name: '登记处理' }).click()
    await desk.getByText(/处理：传真号码已经更正/).waitFor()
    await office.close()

    const other = await visit(browser())
    await signIn(other, 'county.supervisor')
    const words = await other.request.get(`${county.origin}/api/v1/organs/health/feedback`)
    expect(words.status()).toBe(404)
    const counts = await other.request.get(`${county.origin}/api/v1/organs/county/ratings?below=true`)
    const { rows } = await counts.json()
    expect(rows.find(({ organ }: { organ: string }) => organ === 'health').total).toBe(1)
    const above = await other.newPage()
    await above.goto(`${county.origin}/work/county/feedback`)
    await above.getByRole('row', { name: /^示例县卫生健康局 1/ }).waitFor()
    expect(await above.getByText('答复及时').count()).toBe(0)
    await looker(above, 'desktop')('feedback-above')
    await above.goto(`${county.origin}/work/county/supervision`)
    const ownRow = above.getByRole('row', { name: /^示例县卫生健康局/ })
    await ownRow.getByRole('cell').last().getByRole('link', { name: '1' }).click()
    await above.getByRole('heading', { name: '示例县卫生健康局的评价' }).waitFor()
    expect(await above.getByRole('row', { name: /示例县/ }).count()).toBe(1)
    await looker(above, 'desktop')('feedback-of-one')
    await above.getByRole('link', { name: '看全部机关' }).click()
    await above.getByRole('row', { name: /^示例县教育局/ }).waitFor()
    await other.close()
  })

  test('条例§32：第三方用手机、不用脚本也能答复，期限和理由都有说明', async () => {
    const context = await visit(browser(), { screen: 'phone', script: false })
    const page = await context.newPage()
    await page.goto(`${county.origin}/organs/housing/consultations`)
    await page.getByLabel('回复码').fill('DEMO-NOWTHIRDPART-0000')
    await page.getByRole('button', { name: '进入' }).click()
    await page.getByText('提出意见的最后一日').waitFor()
    await page.getByText('逾期未提出意见的，由本机关依照条例的规定决定是否公开。').waitFor()
    await page.getByRole('radio', { name: '不同意全部公开' }).check()
    await page.getByRole('button', { name: '提交意见' }).click()
    await page.getByRole('region', { name: '有一处需要改正' }).waitFor()
    expect(await page.getByRole('radio', { name: '不同意全部公开' }).isChecked()).toBe(true)
    await picture(page, folder, 'consultation-phone-plain')
    // A paper is sent without a script too; one that may not come in is refused, and what was typed stays.
    await page.getByLabel('理由', { exact: true }).fill('单价属于商业秘密。')
    await page.getByLabel('证明材料').setInputFiles(textFile('机密★10年 单价分析'))
    await page.getByRole('button', { name: '提交意见' }).click()
    await page
      .getByText(/有密级标志/)
      .first()
      .waitFor()
    expect(await page.getByLabel('理由', { exact: true }).inputValue()).toBe('单价属于商业秘密。')
    // At its own field, and not of the form alone.
    expect(await page.getByLabel('证明材料').getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('.field__error').textContent()).toContain('有密级标志')
    await picture(page, folder, 'consultation-paper-refused')
    await context.close()
  })

  test('条例§32：第三方凭回复码提出意见，不同意的要写理由', async () => {
    const context = await visit(browser(), { screen: 'phone' })
    const page = await context.newPage()
    const look = looker(page, 'phone')
    await page.goto(`${county.origin}/organs/housing/consultations`)
    await look('consultation-door')
    await page.getByLabel('回复码').fill('DEMO-NOWTHIRDPART-0000')
    await page.getByRole('button', { name: '进入' }).click()
    await page.getByRole('radio', { name: '不同意公开' }).check()
    await look('consultation')
    await page.getByRole('button', { name: '提交意见' }).click()
    await page.getByRole('region', { name: '有一处需要改正' }).waitFor()
    expect(await page.getByRole('radio', { name: '不同意公开' }).isChecked()).toBe(true)
    await page.getByLabel('理由', { exact: true }).fill('单价属于商业秘密。')
    await page.getByLabel('证明材料').setInputFiles(textFile('单价的构成'))
    await page.getByRole('button', { name: '提交意见' }).click()
    await page.getByText('意见已经收到').waitFor()
    await look('consultation-done')
    await context.close()
  })

  test('a form sent like a program would is asked about, too many are refused, and nothing typed is lost', async () => {
    const context = await visit(browser(), { screen: 'phone', script: false })
    const page = await context.newPage()
    await page.goto(`${county.origin}/organs/land/apply`)
    await page.getByRole('button', { name: '填写申请表' }).click()
    await page.getByLabel(/姓名/).fill(name)
    await page.locator('input[name=website]').fill('https://spam.example', { force: true })
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('看不见的栏目被填写了').first().waitFor()
    expect(await page.locator('input[name=website]').inputValue()).toBe('')
    expect(await page.getByLabel(/姓名/).inputValue()).toBe(name)
    await picture(page, folder, 'doubt-phone-plain')

    const body = { page: 'other', text: '差错' }
    const statuses: number[] = []
    while (!statuses.includes(429) && statuses.length < 60) {
      const path = `${county.origin}/api/v1/organs/land/fault-reports`
      statuses.push((await context.request.post(path, { data: body })).status())
    }
    expect(statuses).toContain(429)
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByRole('button', { name: '按现在的内容提交' }).click()
    await page.getByRole('region', { name: '有一处需要改正' }).waitFor()
    expect(await page.getByLabel(/姓名/).inputValue()).toBe(name)
    await picture(page, folder, 'too-many-phone-plain')
    await context.close()
  })

  test('what was written and chosen stays out of the log and the addresses', () => {
    for (const personal of [name, phone, '11010519491231002X', encodeURIComponent(asked), asked])
      expect(county.log()).not.toContain(personal)
  })
})
