/** A quarter's assessment in the browser: scored, objected to, closed, told of; and what readers think. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { formatChinese } from '../../../src/law/day.ts'
import { askingApi } from './support/ask-api.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { countyOfTests, looks, members, toRoom, visitors } from './support/story.ts'
import { today } from './support/today.ts'

const county = countyOfTests()
const { looksRight, shot } = looks('assessment')
const ask = askingApi(county)
const phone = { screen: 'phone' } as const

/** Organs in the round; the others are left out. */
const assessed = ['示例县教育局', '示例县自然资源局', '示例县东河镇人民政府']

const part = (page: Page, name: string) =>
  page.locator('details', { has: page.locator('summary', { hasText: name }) })

await describeInBrowser('考核评议', (browser) => {
  const come = members(browser, county)
  const opened = visitors(browser)
  let round = ''
  let survey = ''

  test('条例§46 the system is changed on its page, checked, and kept as a version', async () => {
    const page = await come('county.supervisor')
    await toRoom(page, '考核评议')
    await page.getByRole('heading', { name: '考核评议', level: 1 }).waitFor()
    await page.getByText('还没有开展考核').waitFor()
    await looksRight(page, 'room')
    await page.getByRole('link', { name: '政务公开指数绩效考评（鲤城区2020年）', exact: true }).click()
    await page.getByLabel('8 指标（补足）').waitFor()
    await looksRight(page, 'system')
    await shot(page, 'system')
    await page.locator('[name="weight:8"]').fill('12')
    await page.getByRole('button', { name: '检查分值' }).click()
    await page.getByText('合计 99 分，应为 100 分').first().waitFor()
    await looksRight(page, 'system-fault')
    await page.locator('[name="weight:8"]').fill('十三')
    await page.getByRole('button', { name: '加扣分的问题：政务新媒体' }).click()
    await page.getByText('“十三”不是数字').first().waitFor()
    await page.locator('[name="weight:8"]').fill('13')
    const added = page.locator('[name="caption:8.f1"]')
    await added.fill('账号没有审核发布内容')
    // By keyboard alone: a limit of one indicator, and where one goes on.
    await page.locator('summary', { hasText: '政务新媒体' }).press('Enter')
    await page
      .getByRole('group', { name: '限制得分' })
      .getByRole('button', { name: '加一条限制' })
      .press('Enter')
    const limited = page.locator('[name="limits:8.0.fault"]')
    await limited.waitFor()
    await expect.poll(() => limited.evaluate((field) => field === document.activeElement)).toBe(true)
    await limited.selectOption({ label: '账号没有审核发布内容' })
    await page.locator('[name="limits:8.0.effect"]').selectOption('times')
    await page.locator('[name="limits:8.0.share"]').fill('50')
    await page.locator('[name="composite:own"]').fill('60')
    await page.locator('[name="composite:quarters"]').fill('50')
    await page.getByRole('button', { name: '检查分值' }).click()
    await page.getByText('综合得分各部分合计 110%').first().waitFor()
    await page.locator('[name="composite:quarters"]').fill('40')
    await page.getByRole('button', { name: '检查分值' }).click()
    await page.getByText('分值相符').waitFor()
    await looksRight(page, 'system-edited')
    await page.getByLabel('修改的说明').fill('按今年的考评表调整')
    await page.getByRole('button', { name: '保存为新的版本' }).click()
    await page.getByText('已经保存为新的版本').waitFor()
    expect(await page.locator('[name="caption:8.f1"]').inputValue()).toBe('账号没有审核发布内容')
    await page.getByText('有“账号没有审核发布内容”的，得分乘以 0.5').waitFor()
    const small = await come('county.supervisor', phone)
    await small.goto(page.url())
    await small.locator('summary', { hasText: '政务新媒体' }).click()
    await looksRight(small, 'system-phone')
    await small.context().close()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 Excel' }).click(),
    ])
    expect(file.suggestedFilename()).toContain('政务公开指数')
  })

  test('条例§46 a round is opened over organs by class', async () => {
    const page = await come('county.supervisor')
    await page.goto(`${county.origin}/work/county/assessment/new?system=licheng-2020`)
    const classes = page.locator('select[name^="class:"]')
    const names = await page.locator('.assess__classes label').allTextContents()
    for (const [at, name] of names.entries())
      if (!assessed.includes(name.trim())) await classes.nth(at).selectOption('')
    await looksRight(page, 'new-round')
    await page.getByRole('button', { name: '开展考核' }).click()
    await page.getByText('还有 3 个机关没有评分').waitFor()
    round = page.url().split('/').at(-1)!
    await looksRight(page, 'round-open')
    await toRoom(page, '监督保障')
    await page.getByText('正在进行的考核').waitFor()
    await looksRight(page, 'glance-of-round')
    await page.getByRole('link', { name: /鲤城区2020年/ }).click()
    await page.getByText('还有 3 个机关没有评分').waitFor()
  })

  test('条例§46 the organ scores itself and files evidence as it comes', async () => {
    const page = await come('education.head')
    await toRoom(page, '考核评议')
    await page.getByRole('link', { name: /鲤城区2020年/ }).click()
    await page.getByRole('heading', { name: '自评' }).first().waitFor()
    const leaf = part(page, '1 政府信息主动公开')
    await leaf.locator('summary').click()
    await leaf.getByLabel('问题').selectOption({ label: '标题、索引号等要素未规范录入' })
    await leaf.getByLabel('是什么').fill('两份通知没有索引号')
    await page.getByRole('button', { name: '报送自评' }).click()
    await page.getByText('应当写明是什么、在哪里').waitFor()
    expect(await leaf.getByLabel('是什么').first().inputValue()).toBe('两份通知没有索引号')
    await leaf.getByLabel('在哪里').first().fill('通知公告栏目')
    await leaf.getByLabel('次数').first().fill('2')
    await page.getByRole('button', { name: '报送自评' }).click()
    await page.getByText('自评已经报送').waitFor()
    await looksRight(page, 'own-self')
    await page.getByRole('link', { name: '留存和查看' }).click()
    const upload = page.locator('form', { has: page.getByRole('heading', { name: '上传文件' }) })
    await upload.getByLabel('对应的指标').selectOption('licheng-2020|9')
    await upload.getByLabel('材料名称').fill('政务公开业务培训通知')
    await upload.locator('input[type=file]').setInputFiles({
      name: '培训通知.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('示例县教育局关于举办政务公开培训的通知'),
    })
    await upload.getByRole('button', { name: '留存文件' }).click()
    await page.getByRole('rowheader', { name: '政务公开业务培训通知' }).waitFor()
    const known = page.locator('form', { has: page.getByRole('heading', { name: '系统里已有的' }) })
    await known.getByLabel('这份材料对应的指标').selectOption('licheng-2020|9')
    // Not by what it stands in: while its list is open nothing else is there for those who hear the page.
    const thing = page.getByRole('combobox', { name: '办件、文件、任务或者年度报告' })
    await thing.fill('没有这样的')
    await thing.press('Escape')
    await known.getByRole('button', { name: '留存' }).click()
    await page.getByText('没有找到“没有这样的”').waitFor()
    await thing.fill('招生')
    await page.getByRole('option', { name: /公开义务教育招生入学政策/ }).click()
    await known.getByRole('button', { name: '留存' }).click()
    await page.getByRole('rowheader', { name: '公开义务教育招生入学政策' }).waitFor()
    await looksRight(page, 'evidence')
    await shot(page, 'evidence')
    for (const room of ['requests', 'documents'] as const) {
      await page.goto(`${county.origin}/work/education/${room}`)
      const numbered = page.getByRole('rowheader').getByRole('link').filter({ hasNotText: '未编号' }).first()
      const number = (await numbered.textContent())!.trim()
      await numbered.click()
      await page.getByRole('link', { name: '归入考核材料' }).waitFor()
      const title = (await page.getByRole('heading', { level: 1 }).textContent())!.trim()
      const name = room === 'requests' ? `办件 ${number}` : title
      await looksRight(page, `filing-from-${room}`)
      await page.getByRole('link', { name: '归入考核材料' }).click()
      await page.getByRole('heading', { name: '系统里已有的' }).waitFor()
      await expect.poll(() => thing.inputValue()).toContain(name)
      await known.getByLabel('这份材料对应的指标').selectOption('licheng-2020|9')
      await known.getByRole('button', { name: '留存' }).click()
      await page.getByRole('rowheader', { name }).first().waitFor()
    }
    const [pack] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '打包下载' }).click(),
    ])
    expect(pack.suggestedFilename()).toContain('佐证材料.zip')
  })

  test('条例§46 the assessor scores each organ and feeds it back', async () => {
    const page = await come('county.supervisor')
    for (const [at, organ] of ['education', 'land', 'donghe'].entries()) {
      await page.goto(`${county.origin}/work/county/assessment/rounds/${round}/sheets/${organ}`)
      const leaf = part(page, '1 政府信息主动公开').first()
      await leaf.locator('summary').click()
      await leaf.getByLabel('问题').last().selectOption({ label: '标题、索引号等要素未规范录入' })
      await leaf.getByLabel('是什么').last().fill('抽查的文件没有索引号')
      await leaf.getByLabel('在哪里').last().fill('政策文件栏目')
      await leaf
        .getByLabel('次数')
        .last()
        .fill(String(at + 2))
      if (at === 0) await looksRight(page, 'sheet')
      await page.getByRole('button', { name: '保存评分' }).click()
      await page.getByText('各项都已评定').waitFor()
    }
    await page.goto(`${county.origin}/work/county/assessment/rounds/${round}/sheets/education`)
    await looksRight(page, 'sheet-scored')
    await shot(page, 'sheet')
    await page.goto(`${county.origin}/work/county/assessment/rounds/${round}`)
    await page.getByRole('textbox', { name: '异议可以提到' }).fill(formatChinese(today()))
    await page.getByRole('button', { name: '向各机关反馈' }).click()
    await page.getByText('下一步：办结').waitFor()
    await looksRight(page, 'round-fed-back')
  })

  test('条例§46 the organ sees its own losses and objects; it is answered', async () => {
    const page = await come('education.head', phone)
    await page.goto(`${county.origin}/work/education/assessments/${round}`)
    await page.getByText('抽查的文件没有索引号').first().waitFor()
    await looksRight(page, 'own-losses-phone')
    await page.getByRole('button', { name: '提出异议' }).click()
    await page.getByText('请选择对哪一处有异议。').first().waitFor()
    await page.getByLabel('对哪一处有异议').selectOption({ index: 1 })
    await page.getByLabel('理由').fill('索引号当日已经补录')
    await page.getByRole('button', { name: '提出异议' }).click()
    await page.getByText('异议已经提出').waitFor()
    const desk = await come('county.supervisor')
    await desk.goto(`${county.origin}/work/county/assessment/rounds/${round}/sheets/education`)
    await desk.getByLabel('答复的理由').fill('经核查，抽查时尚未补录')
    const declined = desk.getByRole('button', { name: '异议不成立' })
    await declined.click()
    await declined.waitFor({ state: 'detached' })
    await desk.getByText('异议不成立').first().waitFor()
    const other = await come('land.head')
    const reply = await other.goto(`${county.origin}/work/education/assessments/${round}`)
    expect(reply?.status()).toBe(404)
  })

  test('条例§46 the round is closed, ranked like with like, told of in public', async () => {
    const page = await come('county.supervisor')
    await page.goto(`${county.origin}/work/county/assessment/rounds/${round}`)
    await page.getByRole('textbox', { name: '问题应当整改到' }).fill('2199年12月31日')
    await page.getByRole('button', { name: '办结并转入整改' }).click()
    await page.getByText('结果已经封存').waitFor()
    await looksRight(page, 'round-closed')
    await shot(page, 'round')
    await page.getByRole('button', { name: '告知各机关失分' }).click()
    await page.getByRole('button', { name: '确认告知' }).click()
    await page.getByText('示例县教育局：已经告知').waitFor()
    await page.getByRole('link', { name: '考核通报' }).click()
    await page.getByLabel('正文').waitFor()
    await looksRight(page, 'notice')
    await shot(page, 'notice')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 Word' }).click(),
    ])
    expect(file.suggestedFilename()).toContain('通报')
    await page.getByRole('button', { name: '公布', exact: true }).click()
    await page.getByText('通报在公开网页上可以查阅').waitFor()
    const citizen = await opened(phone)
    await citizen.goto(`${county.origin}/organs/county/assessments`)
    await citizen.getByRole('link', { name: /政务公开考核情况的通报/ }).click()
    await citizen.getByText('第1名，示例县教育局，98分').waitFor()
    await looksRight(citizen, 'public-notice')
  })

  test('条例§46 readers answer ten questions without script or name, and see the results', async () => {
    const page = await come('county.supervisor')
    await page.goto(`${county.origin}/work/county/surveys/new`)
    await looksRight(page, 'new-survey')
    await page.getByRole('button', { name: '开展社会评议' }).click()
    await page.getByText('0 份答卷').waitFor()
    survey = page.url().split('/').at(-1)!
    const citizen = await opened({ ...phone, script: false })
    const reader = await opened(phone)
    const questionnaire = `${county.origin}/organs/county/surveys/${survey}`
    await reader.goto(questionnaire)
    await looksRight(reader, 'public-survey')
    await citizen.goto(questionnaire)
    await citizen.getByLabel('评议哪个机关').selectOption({ label: '示例县教育局' })
    await citizen.getByRole('button', { name: '提交' }).click()
    await citizen.getByText('有 10 处需要改正').waitFor()
    for (const group of await citizen.getByRole('radio', { name: '良' }).all()) await group.check()
    await citizen.getByRole('button', { name: '提交' }).click()
    await citizen.getByText('已经收到，谢谢').waitFor()
    await page.reload()
    await page.getByRole('row', { name: /示例县教育局.*1.*80/ }).waitFor()
    await looksRight(page, 'survey')
    await shot(page, 'survey')
    await page.getByRole('button', { name: '结束并公布结果' }).click()
    await page.getByText('已公布').waitFor()
    await reader.reload()
    await reader.getByRole('row', { name: /示例县教育局.*80/ }).waitFor()
    await looksRight(reader, 'public-results')
  })

  test('条例§46 a changed system is tried on the facts of the last round', async () => {
    const page = await come('county.supervisor')
    await page.goto(`${county.origin}/work/county/assessment/systems/licheng-2020`)
    await page.locator('[name="each:1.elements"]').fill('2')
    await page.getByRole('button', { name: '试算' }).click()
    await page.getByRole('row', { name: /示例县教育局.*98.*96.*−2/ }).waitFor()
    await looksRight(page, 'simulated')
  })

  test('条例§46 the year is composed of two periods, sealed, and says what it is made of', async () => {
    const page = await come('county.supervisor')
    const path = '/organs/county/assessment/rounds'
    const before = await ask(page, 'GET', `${path}/${round}`)
    const { year, quarter } = before.period
    const { id } = await ask(page, 'POST', path, {
      ...{ system: 'licheng-2020', period: { year, quarter: null } },
      organs: [{ organ: 'education', class: 'department' }],
    })
    const found = [{ id: 'a', kind: '1.elements', what: '通知没有索引号', where: '通知栏目', times: 8 }]
    await ask(page, 'POST', `${path}/${id}/sheets/education`, {
      findings: { marks: { 1: { found } }, vetoes: [] },
    })
    await ask(page, 'POST', `${path}/${id}/feedback`, { objectBy: today() })
    await page.goto(`${county.origin}/work/county/assessment/rounds/${id}`)
    await page.getByRole('textbox', { name: '问题应当整改到' }).fill('2199年12月31日')
    await page.getByRole('button', { name: '办结并转入整改' }).click()
    await page.getByText('结果已经封存').waitFor()
    // 92 × 60% + 98 × 40%, where the first round was of a quarter.
    expect(quarter).not.toBeNull()
    await page.getByRole('row', { name: /示例县教育局.*94\.4（本次 92）/ }).waitFor()
    const own = await come('education.head', phone)
    await own.goto(`${county.origin}/work/education/assessments/${id}`)
    await own.getByRole('row', { name: /各季度得分平均.*98.*40%.*39\.2/ }).waitFor()
    await looksRight(own, 'composite-phone')
    await page.goto(`${county.origin}/work/county/assessment/rounds/${id}/sheets/education`)
    await page.getByRole('row', { name: /本次考核得分.*92.*60%.*55\.2/ }).waitFor()
    await looksRight(page, 'composite')
  })
})
