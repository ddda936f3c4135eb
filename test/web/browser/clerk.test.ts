/** A clerk's days: an application is taken through correction, draft, review, seal, service and archive, in the browser. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/law/day.ts'
import { demonstrationPassword } from '../../../src/office/demonstration/county.ts'
import { answersFor, type QuestionId, sevenQuestions } from '../../../src/office/requests/index.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { countyOfTests, looks, members, toRoom } from './support/story.ts'
import { today } from './support/today.ts'

const county = countyOfTests()
const { looksRight } = looks('clerk')

const applicant = {
  kind: 'natural',
  name: '王小明',
  idKind: 'residentId',
  idNumber: '110101190001011009',
  contact: { phone: '13900001111', email: 'xiaoming@mail.example' },
}

/** What the applicant sends, over the API as the public pages do. */
async function post(path: string, body: object, token?: string) {
  const response = await fetch(`${county.origin}/api/v1/organs/education/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as Record<string, string>
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
  return answer
}

/** Opens the form of a step from the case, fills it in, does it, and is back at the case. */
async function step(page: Page, caption: string, fill: (page: Page) => Promise<unknown> = async () => null) {
  await page.getByRole('link', { name: `办理：${caption}`, exact: true }).click()
  await page.getByRole('heading', { name: caption, level: 1 }).waitFor()
  await fill(page)
  const address = page.url().replace(/\/[^/]+$/, '')
  await page.getByRole('button', { name: caption, exact: true }).click()
  await page.waitForURL(address).catch(async (fault: Error) => {
    throw new Error(`${caption}: ${await page.getByRole('main').textContent()}`, { cause: fault })
  })
  await page.getByRole('heading', { name: '可以做的' }).waitFor()
}

await describeInBrowser('a clerk', (browser) => {
  let number: string
  let secret: string
  let address: string
  const come = members(browser, county)

  test('takes an application in hand, asks for a correction and gets it', async () => {
    const content = { title: '校车材料', features: '全部', provision: 'electronic', delivery: 'online' }
    const applied = await post('applications', { applicant, content })
    number = applied.number!
    secret = applied.secret!

    const page = await come('education.handler')
    await looksRight(page, 'board')
    await page.getByRole('link', { name: /尚未分派/ }).click()
    await page.getByRole('link', { name: number, exact: true }).click()
    await page.getByRole('heading', { name: '校车材料', level: 1 }).waitFor()
    address = page.url()
    await step(page, '确认收到')
    await step(page, '分派经办人', (form) => form.getByLabel('经办人').selectOption({ index: 1 }))

    await page.getByRole('link', { name: '办理：告知补正' }).click()
    await page.getByRole('button', { name: '告知补正' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(page, 'correction-wrong')
    await page.getByRole('link', { name: '返回该件' }).click()
    await page.getByRole('heading', { name: '可以做的' }).waitFor()
    const by = addDays(today(), 21)
    await step(page, '告知补正', async (form) => {
      await form.getByLabel('所缺的内容').selectOption({ index: 1 })
      await form.getByLabel('需要补正的事项').fill('请写明所需材料的名称和年份')
      await form
        .getByLabel(/^补正期限/)
        .first()
        .fill(by)
      await form.getByText('随该步骤发出的文书').click()
      await form.getByText('文书的内容项').click()
      await form.getByLabel('补正的指导和说明').fill('可以写明校车服务的学年和学校')
    })
    await looksRight(page, 'case-waiting')

    const { token } = await post('tracking/sessions', { number, secret })
    await post('tracking/correction', { text: '2025年校车安全检查情况通报，全县各学校' }, token)
    await page.reload()
    await page.getByText('收到补正', { exact: true }).waitFor()
  })

  test('is told what happened meanwhile, and loses nothing of what was typed', async () => {
    const page = await come('education.handler')
    const other = await come('education.handler')
    await page.goto(`${address}/annotate`)
    await page.getByLabel('备注的内容').fill('已经电话联系。')
    await other.goto(address)
    await other.getByLabel('备注的内容').fill('材料在档案室。')
    await other.getByRole('button', { name: '写备注' }).click()
    await other.getByText('材料在档案室。').waitFor()
    await page.getByRole('button', { name: '备注', exact: true }).click()
    await page.getByText('已经有人先办了一步').waitFor()
    expect(await page.getByText('材料在档案室。').count()).toBe(1)
    expect(await page.getByLabel('备注的内容').inputValue()).toBe('已经电话联系。')
    await looksRight(page, 'conflict')
    await page.getByRole('button', { name: '备注', exact: true }).click()
    await page.waitForURL(address)
    await page.getByText('已经电话联系。').waitFor()
  })

  test('sees the masked only for a purpose and a reason', async () => {
    const page = await come('education.handler')
    await page.goto(address)
    expect(await page.content()).not.toContain(applicant.contact.phone)
    await page.getByText('查看被遮蔽的信息').click()
    await page.getByLabel('电话', { exact: true }).check()
    await page.getByLabel('查看的目的').selectOption({ label: '与申请人联系' })
    await page.getByRole('button', { name: '记录并查看' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await page.getByLabel('查看的理由').fill('电话核对所需材料')
    await page.getByRole('button', { name: '记录并查看' }).click()
    await page.getByText(applicant.contact.phone).waitFor()
    expect(page.url()).toBe(address)
    expect(county.log()).not.toContain(applicant.contact.phone)
    await looksRight(page, 'revealed')
  })

  test('answers: draft with a preview, review, approval and seal by others, service, archive', async () => {
    const handler = await come('education.handler')
    await handler.goto(`${address}/draft`)
    await handler.getByLabel('办理结果').selectOption({ label: '予以公开' })
    await handler.getByRole('button', { name: '继续' }).click()
    await handler.getByText('文书的内容项').first().waitFor()
    await handler.getByRole('button', { name: '预览文书' }).click()
    await handler.getByRole('link', { name: /获取的时间/ }).waitFor()
    await handler.getByLabel('获取的时间').fill('本告知书送达之日起')
    await handler.getByLabel('查明的事实').fill('所申请的通报由本机关制作')
    for (const [question, answer] of Object.entries(answersFor('granted') ?? {}))
      await handler.getByLabel(sevenQuestions[question as QuestionId].title).selectOption(answer)
    await handler.getByRole('button', { name: '预览文书' }).click()
    await handler.getByRole('article', { name: /告知书/ }).waitFor()
    await looksRight(handler, 'draft')
    await handler.getByRole('button', { name: '拟稿', exact: true }).click()
    await handler.waitForURL(address)

    const reviewer = await come('education.reviewer')
    await reviewer.goto(address)
    await step(reviewer, '审核', (form) => form.getByLabel('意见').fill('事实清楚，同意'))
    const head = await come('education.head')
    await head.goto(address)
    await step(head, '签发')
    await step(head, '编号用印', (form) => form.getByLabel('所用的印章').fill('示例县教育局印章'))

    await handler.reload()
    await step(handler, '发出', async (form) => {
      await form.getByLabel('送达方式').selectOption({ label: '邮寄' })
      await form.getByLabel('邮寄由谁承运').selectOption({ label: '邮政企业' })
      await form.getByLabel('邮件号码').fill('XA00000000111')
    })
    await step(handler, '登记送达', async (form) => {
      await form.getByLabel('送达凭证的种类').selectOption({ label: '邮寄回执' })
      await form.getByLabel('凭证的编号或者存放处').fill('回执一')
    })
    await step(handler, '归档', async (form) => {
      await form.getByLabel('保管期限').selectOption({ label: '30年' })
      await form.getByLabel('档号').fill('示教-2026-1')
    })
    await handler.getByText('已归档').first().waitFor()
    await looksRight(handler, 'case-archived')

    const [file] = await Promise.all([
      handler.waitForEvent('download'),
      handler.getByRole('link', { name: /PDF$/ }).last().click(),
    ])
    expect(file.suggestedFilename()).toMatch(/\.pdf$/)
  })

  test('finds it in the list, on a phone too', async () => {
    const page = await come('education.handler', { screen: 'phone' })
    await looksRight(page, 'board-phone')
    await toRoom(page, '办件')
    await page.getByLabel('环节').selectOption({ label: '已归档' })
    await page.getByRole('button', { name: '筛选' }).click()
    await page.waitForURL(/\?.*=/)
    await page.getByRole('link', { name: number, exact: true }).waitFor()
    await looksRight(page, 'requests-phone')
    await page.getByLabel('收到之日起于').fill('哪天')
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByText('筛选的条件需要改正').waitFor()
    await page.goto(address)
    await looksRight(page, 'case-phone')
    await page.goto(`${address}/annotate`)
    await looksRight(page, 'deed-phone')
  })

  test('changes the password, and leaves', async () => {
    const page = await come('beishan.handler')
    await page.getByRole('link', { name: /示例$/ }).click()
    await page.getByRole('link', { name: '修改密码' }).click()
    await page.getByLabel('原密码').fill(demonstrationPassword)
    await page.getByLabel('新密码', { exact: true }).fill('Beishan-2026-neu')
    await page.getByLabel('再填一次新密码').fill('Beishan-2026-alt')
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.getByRole('link', { name: /两次填写的新密码不一样/ }).waitFor()
    await looksRight(page, 'password-wrong')
    await page.getByLabel('原密码').fill(demonstrationPassword)
    await page.getByLabel('新密码', { exact: true }).fill('Beishan-2026-neu')
    await page.getByLabel('再填一次新密码').fill('Beishan-2026-neu')
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.getByRole('heading', { name: '今日', level: 1 }).waitFor()
    await page.getByRole('button', { name: '退出' }).click()
    await page.waitForURL('**/sign-in')
    await page.goto(address)
    await page.waitForURL('**/sign-in')
  })
})
