/** 监督保障: a county's supervisor hands out tasks, inspects, tests, has faults mended, and finds the same ones again. */
import { expect, test } from 'vitest'
import { formatChinese } from '../../../src/law/day.ts'
import { alive } from './support/alive.ts'
import { askingApi } from './support/ask-api.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { countyOfTests, looks, members, toRoom } from './support/story.ts'
import { thisYear, today } from './support/today.ts'

const county = countyOfTests()
const { looksRight, shot } = looks('supervision')
const ask = askingApi(county)

const plan = `一、深化主动公开
1. 集中公开现行有效的规范性文件，失效的及时标注（责任单位：县教育局、县农业农村局；完成时限：12月31日）。
2. 规范年度报告编制（责任单位：县卫生健康局；完成时限：年底）
二、提升办理质量
3. 开展依申请公开培训（责任单位：县档案馆；完成时限：第四季度）`

await describeInBrowser('a supervisor', (browser) => {
  const come = members(browser, county)
  const at = (path: string) => `${county.origin}/work/county/${path}`

  test('条例§46：把工作要点分解为任务，责任单位和时限读得出的读出，读不出的由人补上', async () => {
    const page = await come('county.supervisor')
    await toRoom(page, '监督保障')
    await page.getByRole('heading', { name: '监督保障', level: 1 }).waitFor()
    await page.getByRole('link', { name: '工作任务' }).click()
    await page.getByRole('link', { name: '从工作要点分解' }).click()
    await page.getByLabel('粘贴文字').fill(plan)
    await looksRight(page, 'plan')
    await page.getByRole('button', { name: '分解' }).click()
    await page.getByText('分解为 4 项任务').waitFor()
    await page.getByText('其中 1 项的责任单位或者时限没有读出来').waitFor()
    await looksRight(page, 'plan-lines')
    await page.getByRole('button', { name: '交办' }).click()
    await page.getByText('第 4 项：请选择责任单位').first().waitFor()
    await page.locator('select[name="organ-3"]').selectOption('housing')
    await shot(page, 'task-plan')
    await page.getByRole('button', { name: '交办' }).click()
    await page.getByText('已经登记').waitFor()
    for (const organ of ['示例县教育局', '示例县农业农村局', '示例县卫生健康局', '示例县住房和城乡建设局'])
      expect(await page.getByRole('cell', { name: organ, exact: true }).count(), organ).toBeGreaterThan(0)
    await looksRight(page, 'tasks')
    await page.context().close()
  })

  test('被交办的机关报送完成情况，上级退回、再报、验收', async () => {
    const clerk = await come('education.handler')
    await toRoom(clerk, '督办整改')
    await clerk.getByRole('heading', { name: /集中公开现行有效的规范性文件/ }).waitFor()
    expect(await clerk.getByText('示例县农业农村局').count()).toBe(0)
    const report = async (text: string, file?: string) => {
      const panel = clerk
        .locator('section')
        .filter({ has: clerk.getByRole('heading', { name: /集中公开现行有效/ }) })
      await panel.getByRole('link', { name: '报送完成情况' }).click()
      await clerk.getByLabel('办理情况').fill(text)
      if (file !== undefined)
        await clerk.getByLabel('佐证文件').setInputFiles({
          ...{ name: file, mimeType: 'text/plain' },
          buffer: Buffer.from('失效文件：示教发〔2015〕3号等三件'),
        })
      await clerk.getByRole('button', { name: '报送完成情况' }).click()
      await clerk.getByText('已经报送，等待上级机关验收').waitFor()
    }
    await report('已集中公开 12 件，标注失效 3 件。')
    await looksRight(clerk, 'mending')

    const page = await come('county.supervisor')
    await page.goto(at('supervision/task?below=education'))
    await page.getByRole('link', { name: /集中公开现行有效/ }).click()
    await page.getByText('已集中公开 12 件').waitFor()
    await page.getByRole('link', { name: '退回', exact: true }).click()
    await page.getByLabel('理由').fill('请补充失效文件的清单。')
    await page.getByRole('button', { name: '退回', exact: true }).click()
    await page.getByText('已经登记“退回”').waitFor()
    await clerk.goto(`${county.origin}/work/education/mending`)
    await clerk.getByText('请补充失效文件的清单').waitFor()
    await report('已补充清单，见本机关网站。', '失效文件清单.txt')
    await clerk.getByRole('link', { name: '失效文件清单.txt' }).waitFor()
    const filing = clerk.getByRole('link', { name: '归入考核材料' }).first()
    expect(await filing.getAttribute('href')).toMatch(/^\/work\/education\/evidence\?thing=.+#f-placeOf$/)
    await looksRight(clerk, 'mending-file')
    await page.reload()
    const [sent] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '失效文件清单.txt' }).click(),
    ])
    expect(sent.suggestedFilename()).toBe('失效文件清单.txt')
    await page.getByRole('button', { name: '验收' }).click()
    await page.getByText('已经登记“验收”').waitFor()
    await looksRight(page, 'task')
    await page.context().close()
    await clerk.context().close()
  })

  test('条例§47：巡查全部下级机关，把发现的问题通报整改，下一轮重复的排在最前', async () => {
    const page = await come('county.supervisor')
    const inspect = async (round: string) => {
      await page.goto(at('inspections'))
      await page.getByLabel('轮次').fill(round)
      await page.getByRole('button', { name: '巡查全部下级机关' }).click()
      await page.getByRole('heading', { name: '发现的问题' }).waitFor({ timeout: 120_000 })
    }
    const notify = async () => {
      await page.getByRole('button', { name: '通报所选的问题' }).click()
      await page.getByText(/已经通报 \d+ 个问题/).waitFor({ timeout: 120_000 })
    }
    await inspect('第一轮')
    await looksRight(page, 'inspection')
    const number = page.locator('table a').first()
    const count = Number(await number.textContent())
    await number.click()
    await page.getByRole('link', { name: '收起' }).waitFor()
    expect(await page.locator('table').first().locator('tbody tr').count()).toBe(count)
    await page.getByRole('link', { name: '收起' }).click()
    await notify()
    await inspect('第二轮')
    await notify()
    await page.getByText(/其中 \d+ 个上次通报过/).waitFor()
    await page.getByRole('link', { name: '查看问题' }).click()
    await page.getByText(/上次通报、至今没有整改的/).waitFor()
    await looksRight(page, 'findings')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出整改清单' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('第二轮问题整改清单.xlsx')
    await page.context().close()
  })

  test('模拟申请：三个机关各一件，对方看不出来；评分以后告知，失分成为问题', async () => {
    const page = await come('county.supervisor')
    await page.goto(at('mocks'))
    for (const organ of ['示例县教育局', '示例县自然资源局', '示例县东河镇人民政府'])
      await page.getByLabel(organ).check()
    await page.getByLabel('轮次').fill('第二轮')
    await page.getByLabel('检查什么').fill('能否收到登记回执并按期答复')
    await page.getByLabel('应当怎样答复').fill('予以公开，提供文件。')
    await page.getByLabel('申请人姓名').fill('王小明')
    await page.getByLabel('居民身份证号码').fill('110101190001011009')
    await page.getByLabel('联系电话').fill('13900001111')
    await page.getByLabel('电子邮箱').fill('xiaoming@mail.example')
    await page.getByLabel('申请公开的信息名称').fill('年度培训计划')
    await page.getByLabel('文号、年份等特征').fill('最近一年的')
    await looksRight(page, 'mock-form')
    await page.getByRole('button', { name: '以申请人的身份提交' }).click()
    await page.getByText('已经提交 3 件模拟申请').waitFor()
    await looksRight(page, 'mocks')
    const row = page.getByRole('row').filter({ hasText: '示例县教育局' })
    const mockNumber = await row.locator('td').nth(1).textContent()
    await row.getByRole('link').click()
    await page.getByText('以申请人的身份查询').waitFor()

    const clerk = await come('education.handler')
    await clerk.goto(`${county.origin}/work/education/requests`)
    await clerk.getByRole('link', { name: mockNumber!, exact: true }).click()
    await clerk.getByRole('heading', { name: '年度培训计划', level: 1 }).waitFor()
    const said = (await clerk.getByRole('main').textContent()) ?? ''
    expect(said).not.toMatch(/模拟|测20/)
    await clerk.goto(`${county.origin}/work/education/mending`)
    expect((await clerk.getByRole('main').textContent()) ?? '').not.toContain('模拟申请')

    await page.getByLabel('时限：得分的百分比').fill('100')
    await page.getByLabel('形式：得分的百分比').fill('100')
    await page.getByLabel('内容：得分的百分比').fill('60')
    await page.getByRole('button', { name: '评分' }).click()
    await page.getByText('没有得满分的').first().waitFor()
    for (const [key, share, because] of [
      ['渠道', '100', ''],
      ['时限', '100', ''],
      ['形式', '100', ''],
      ['内容', '60', '没有答复所问的年度。'],
    ] as const) {
      await page.getByLabel(`${key}：得分的百分比`).fill(share)
      await page.getByLabel(`${key}：失分的原因`).fill(because)
    }
    await page.getByRole('button', { name: '评分' }).click()
    await page.getByText('88 分').waitFor()
    await looksRight(page, 'mock')
    await shot(page, 'mock')
    await page.getByRole('button', { name: '告知对方' }).click()
    await page.getByText('已经告知对方').waitFor()
    await clerk.reload()
    await clerk.getByText('没有答复所问的年度').waitFor()
    await page.context().close()
    await clerk.context().close()
  })

  test('条例§31：邮寄的模拟申请先登记，对方照常登记以后再指认', async () => {
    const page = await come('county.supervisor')
    await page.goto(at('mocks'))
    await page.getByRole('link', { name: '登记邮寄、当面、传真、邮件提出的' }).click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('请选择以什么方式提出').first().waitFor()
    await looksRight(page, 'sent-form')
    await page.getByLabel('示例县住房和城乡建设局').check()
    await page.getByLabel('渠道').selectOption('registeredPost')
    for (const name of ['提出的日期', '送达的日期'])
      await page.getByRole('textbox', { name }).fill(formatChinese(today()))
    await page.getByLabel('轮次').fill('第二轮')
    await page.getByLabel('检查什么').fill('收到信函当天是否登记')
    await page.getByLabel('应当怎样答复').fill('予以公开。')
    await page.getByLabel('申请人姓名').fill('赵示例')
    await page.getByLabel('申请公开的信息名称').fill('老旧小区改造工程竣工验收报告')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已经登记 1 件').waitFor()
    await page.goto(at(`annual/${thisYear}/filings`))
    const note = page.getByText('示例县住房和城乡建设局 1 件')
    await note.waitFor()
    await note.getByRole('link', { name: '指认' }).click()
    await page.getByRole('heading', { name: '没有指认办件的模拟申请' }).waitFor()
    const row = page.getByRole('row').filter({ hasText: '尚未找到' })
    await row.getByRole('link').click()
    await page.getByRole('heading', { name: '对方的登记还没有找到' }).waitFor()

    const clerk = await come('housing.handler')
    const { number } = await ask(clerk, 'POST', '/organs/housing/requests', {
      ...{ channel: 'registeredPost', arrivedOn: today() },
      applicant: { kind: 'natural', name: '赵示例' },
      content: { title: '老旧小区改造工程竣工验收报告' },
    })
    await clerk.context().close()
    await page.reload()
    await page.getByRole('button', { name: `就是这一件：${number}` }).waitFor()
    await looksRight(page, 'sent-candidates')
    await page.getByLabel('对方的登记编号').fill('没有的')
    await page.getByRole('button', { name: '指认', exact: true }).click()
    await page.getByText('对方没有编号为“没有的”的办件').waitFor()
    await page.getByRole('button', { name: `就是这一件：${number}` }).click()
    await page.getByText('已经指认').first().waitFor()
    expect(await page.getByLabel('渠道：得分的百分比').inputValue()).toBe('100')
    await looksRight(page, 'sent-found')
    await page.context().close()
  })

  test('条例§51：一件投诉从登记、办理到答复，期限看得见；第三方监测的清单先预览再登记', async () => {
    const page = await come('county.supervisor')
    await page.goto(at('supervision/complaint'))
    await page.getByLabel('机关').last().selectOption({ label: '示例县自然资源局' })
    await page.getByLabel('种类').selectOption('art51')
    await page.getByRole('combobox', { name: '方式' }).selectOption('letter')
    await page.getByLabel('事由').fill('申请逾期没有答复')
    await page.getByLabel('来件内容').fill('去年十二月提出的申请至今没有答复。')
    await page.getByLabel('投诉人').fill('钱示例')
    await page.getByRole('textbox', { name: '办结期限' }).fill('2199年12月31日')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已经登记').waitFor()
    await page.getByRole('link', { name: '申请逾期没有答复' }).click()
    await page.getByText('2199年12月31日').waitFor()
    await page.getByText('钱示例').waitFor()
    await page.getByRole('link', { name: '登记办理情况' }).click()
    await page.getByRole('textbox', { name: '办理情况' }).fill('已调取案卷。')
    await page.getByRole('button', { name: '登记办理情况' }).click()
    await page.getByText('已调取案卷').waitFor()
    await page.getByRole('link', { name: '答复', exact: true }).click()
    await page.getByLabel('核查结果').selectOption('upheld')
    await page.getByLabel('处理和答复').fill('经查属实，已责令七日内答复。')
    await page.getByRole('button', { name: '答复', exact: true }).click()
    await page.getByText('已办结').first().waitFor()
    await looksRight(page, 'complaint-done')

    await page.goto(at('supervision/finding'))
    await page.getByRole('link', { name: '导入监测问题' }).click()
    const list =
      '单位,问题类型,问题,位置,依据\n示例县教育局,错链,首页链接打不开,首页,检查指标\n某某局,错链,打不开,首页,\n'
    const choose = async () => {
      await page.getByLabel('问题清单').setInputFiles({
        ...{ name: '监测.csv', mimeType: 'text/csv', buffer: Buffer.from(list) },
      })
    }
    await choose()
    await page.getByLabel('轮次').fill('监测第一期')
    await page.getByRole('button', { name: '预览' }).click()
    await page.getByText('可以登记 1 个问题').waitFor()
    await page.getByText(/某某局/).waitFor()
    await looksRight(page, 'outside-looked')
    await page.getByRole('button', { name: '确认登记 1 个问题' }).click()
    await page.getByText('已经登记 1 个问题').waitFor()
    await page.goto(at(`supervision/finding?during=${encodeURIComponent('监测第一期')}`))
    await page.getByRole('link', { name: '首页链接打不开' }).waitFor()
    await page.context().close()
  })

  test('培训登记一期，年度报告的监督保障一段自己写出来；手机上也看得清', async () => {
    const page = await come('county.supervisor')
    await page.goto(at('supervision/training'))
    await page.getByRole('button', { name: '日期：从日历选择' }).waitFor()
    await page.getByRole('textbox', { name: '日期' }).fill('2026年3月6日')
    await page.getByLabel('课程').fill('政府信息公开条例和依申请办理')
    await page.getByLabel('参加人次').fill('46')
    await page.getByLabel('学时').fill('6')
    await page.getByLabel('参加测试人数').fill('46')
    await page.getByLabel('测试合格人数').fill('44')
    await page.getByRole('button', { name: '登记' }).click()
    await page.getByText('已经登记').waitFor()
    await looksRight(page, 'training')
    for (const kind of ['complaint', 'liaison', 'staffing', 'meeting', 'accountability']) {
      await page.goto(at(`supervision/${kind}`))
      await looksRight(page, kind)
    }
    await page.goto(at('samples'))
    await looksRight(page, 'samples')
    await page.goto(at('supervision'))
    await page.getByRole('heading', { name: '各机关' }).waitFor()
    await looksRight(page, 'glance')
    await shot(page, 'glance', 600)
    await page.context().close()

    const writer = await come('county.handler')
    await writer.goto(at(`annual/${thisYear}/sections/1`))
    await alive(writer)
    await writer.getByRole('button', { name: '写入正文' }).click()
    const prose = writer.getByLabel('正文')
    // Below what is written already, not in the midst of it.
    await expect.poll(() => prose.textContent()).toMatch(/^（二）.*（五）监督保障。.*组织培训/s)
    await looksRight(writer, 'annual-paragraph')
    await writer.context().close()

    const phone = await come('county.supervisor', { screen: 'phone' })
    await toRoom(phone, '监督保障')
    for (const path of ['supervision', 'supervision/finding', 'inspections', 'mocks']) {
      await phone.goto(at(path))
      await looksRight(phone, `phone-${path.replace('/', '-')}`)
    }
    for (const [list, detail] of [
      ['supervision/task', /集中公开现行有效/],
      ['supervision/finding', /首页链接打不开/],
      ['supervision/complaint', /申请逾期没有答复/],
      ['mocks', /测\d+-001/],
      ['inspections', /第二轮/],
    ] as const) {
      await phone.goto(at(list))
      await phone.getByRole('link', { name: detail }).first().click()
      await phone.getByRole('heading', { level: 1 }).first().waitFor()
      await phone.waitForURL((url) => !url.pathname.endsWith(list))
      await looksRight(phone, `phone-one-${list.replace('/', '-')}`)
    }
    await phone.context().close()
  })
})
