/** The administrators' days: a county is kept in order by its three administrators, in the browser. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dayOf, weekdayOf } from '../../../src/law/day.ts'
import { looksRight } from './support/administration.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { countyOfTests, members, roomsOf, signIn, toRoom, visitors } from './support/story.ts'
import { thisYear } from './support/today.ts'

await describeInBrowser('a county is administered', (browser) => {
  const county = countyOfTests()
  const come = members(browser, county)
  const opened = visitors(browser)
  const enter = async (page: Page, room: string) => {
    await toRoom(page, room)
    await page
      .getByRole('heading', { name: room, level: 1, exact: true })
      .waitFor()
      .catch(async (fault: Error) => {
        throw new Error(
          `${room}: ${await page.getByRole('main').textContent()} ${county.log().slice(-2500)}`,
          { cause: fault },
        )
      })
  }

  test('三员各看各的：系统管理员管机关，新增、修改、名录先看后导入、撤销', async () => {
    const page = await come('admin.system')
    expect(await roomsOf(page)).toEqual(['机关', '放假安排', '文书', '编号', '设置', '运行'])
    await page.getByRole('heading', { name: '机关', level: 1 }).waitFor()
    await looksRight(page, 'organs')
    await page.getByRole('link', { name: '新增下级机关' }).click()
    await page.getByLabel('机构代码').fill('1133010000000000BL')
    await page.getByLabel('机关名称').fill('示例县统计局')
    await page.getByLabel('机关性质').selectOption({ label: '政府工作部门' })
    await page.getByLabel('行政层级').selectOption({ label: '县级' })
    await page.getByRole('button', { name: '新增', exact: true }).click()
    await page.getByRole('link', { name: /机构代码.*校验码不符/ }).waitFor()
    await looksRight(page, 'organ-new-wrong')
    await page.getByLabel('机构代码').fill('1133010000000000BK')
    await page.getByRole('button', { name: '新增', exact: true }).click()
    await page.getByRole('link', { name: '示例县统计局' }).click()
    await page.getByLabel('电话').fill('0571-00000066')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已经保存').waitFor()
    await looksRight(page, 'organ-record')

    await page.getByRole('link', { name: '机关', exact: true }).first().click()
    await page.getByRole('link', { name: '导入、导出名录' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ])
    const csv = await readFile((await file.path())!, 'utf8')
    const changed = csv.replace('0571-00000066', '0571-00000077').replace('示例县教育局,', '示例县教育局,x')
    await page.getByLabel('名录文件').setInputFiles({
      name: '机关名录.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(changed),
    })
    await page.getByRole('button', { name: '看会有什么变化' }).click()
    await page.getByText('还没有导入').waitFor()
    await looksRight(page, 'organ-import')
    await page.getByRole('button', { name: /^导入这 1 个机关/ }).click()
    await page.getByText('已经导入').waitFor()

    await enter(page, '机关')
    await page.getByRole('link', { name: '示例县统计局' }).click()
    expect(await page.getByLabel('电话').inputValue()).toBe('0571-00000077')
    await page.getByLabel('理由').fill('示例县机构改革方案，职责并入县政府')
    await page.getByLabel('职责由哪个机关承接').selectOption({ label: '示例县人民政府' })
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('机关已经撤销').waitFor()
    const own = page.url()
    await page.goto(`${county.origin}/`)
    await page.getByRole('link', { name: '示例县统计局' }).click()
    await page.getByText('公开的信息仍可查看').waitFor()
    expect(await page.getByRole('link', { name: '依申请公开' }).count()).toBe(0)
    await looksRight(page, 'closed-organ')
    await page.goto(own)
    await enter(page, '机关')
    await page.getByText('已撤销').waitFor()
  })

  test('安全管理员登记人员、授予身份、重设密码、停用恢复；三员不能兼任', async () => {
    const page = await come('admin.security')
    expect(await roomsOf(page)).toEqual(['人员'])
    await looksRight(page, 'staff')
    await page.getByRole('link', { name: '各身份可以做什么' }).click()
    await page.getByRole('heading', { name: '各身份可以做什么' }).waitFor()
    await looksRight(page, 'roles')
    await enter(page, '人员')
    await page.getByLabel('机关', { exact: true }).selectOption({ label: '示例县教育局' })
    await page.getByRole('button', { name: '切换' }).click()
    await page.waitForURL('**/education/staff')
    await page.getByLabel('姓名').fill('赵新人')
    await page.getByLabel('账号').fill('education.new')
    await page.getByLabel('经办人').check()
    await page.getByRole('button', { name: '登记并生成初始密码' }).click()
    await page.getByText('初始密码只显示这一次').waitFor()
    const password = (await page.locator('.note code').first().textContent())!
    await looksRight(page, 'staff-added')

    const newcomer = await opened()
    await signIn(newcomer, county.origin, 'education.new', password)
    await newcomer.waitForURL('**/work/password')

    await page.getByRole('link', { name: '赵新人' }).click()
    await page.getByLabel('再授予').selectOption({ label: '审计管理员' })
    await page.getByRole('button', { name: '授予', exact: true }).click()
    await page.getByText('不能既是').waitFor()
    await looksRight(page, 'member-refused')
    await page.getByRole('button', { name: '重设密码' }).click()
    await page.getByRole('button', { name: '重设', exact: true }).click()
    await page.getByText('密码已经重设').waitFor()
    await page.getByRole('button', { name: '停用账号' }).click()
    await page.getByText('账号已经停用').waitFor()
    await page.getByRole('button', { name: '恢复账号' }).click()
    await page.getByText('账号已经恢复').waitFor()
    await page.getByLabel('到哪个机关').selectOption({ label: '示例县卫生健康局' })
    await page.getByRole('button', { name: /^授予并收回/ }).click()
    await page.getByText('已在新的机关授予身份').waitFor()
    const phone = await come('admin.security', { screen: 'phone' })
    await looksRight(phone, 'staff-phone')
  })

  const next = thisYear + 1
  /** The Saturday of the second week, which is worked on. */
  const madeUp = Array.from({ length: 7 }, (_, day) => dayOf(next, 1, 8 + day)).find(
    (day) => weekdayOf(day) === 'saturday',
  )!
  test('条例§33 放假安排：先看哪些期限会变，再公布；文书正文、编号、设置、运行', async () => {
    const page = await come('admin.system')
    const phone = await come('admin.system', { screen: 'phone' })
    await phone.goto(`${county.origin}/work/county/calendar`)
    await phone.getByRole('heading', { name: '放假安排', level: 1 }).waitFor()
    await looksRight(phone, 'calendar-phone')
    await enter(page, '放假安排')
    await looksRight(page, 'calendar')
    await page.getByRole('link', { name: `${next}年` }).click()
    await page.getByText(`${next}年放假安排尚未公布`).waitFor()
    await page.getByLabel('文号').fill('示例发明电〔2026〕9号')
    await page.getByLabel('哪一年的安排').fill(String(next))
    await page.getByLabel('放假', { exact: true }).fill(`元旦 ${next}-1-3 ${next}-1-1`)
    await page.getByRole('button', { name: '看哪些期限会变' }).click()
    await page.getByRole('link', { name: /止日早于起日/ }).waitFor()
    await page.getByLabel('放假', { exact: true }).fill(`元旦 ${next}-1-1 ${next}-1-3`)
    await page.getByLabel('调休上班').fill(madeUp)
    await page.getByRole('button', { name: '看哪些期限会变' }).click()
    await page.getByText('还没有公布').waitFor()
    await looksRight(page, 'calendar-preview')
    await page.getByRole('button', { name: '公布', exact: true }).click()
    await page.getByText('已经公布').waitFor()
    await page.getByText('示例发明电〔2026〕9号（全国）').waitFor()

    await enter(page, '文书')
    await looksRight(page, 'templates')
    await page.getByRole('link', { name: '政府信息公开申请补正告知书' }).first().click()
    await page.getByRole('article').waitFor()
    const words = await page.getByRole('textbox', { name: '正文' }).inputValue()
    await page.getByRole('textbox', { name: '正文' }).fill('请补正。')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('法律要求写明的不能缺').waitFor()
    await looksRight(page, 'template-wrong')
    await page.getByRole('textbox', { name: '正文' }).fill(`${words}\n如有疑问，请来电。`)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已经保存').waitFor()
    await page.getByText('改为自定的正文').waitFor()
    await looksRight(page, 'template')
    await page.getByRole('button', { name: '恢复系统的正文' }).click()
    await page.getByRole('button', { name: '恢复', exact: true }).click()
    await page.getByText('已经恢复系统的正文').waitFor()

    await enter(page, '编号')
    await looksRight(page, 'numbering')
    await enter(page, '设置')
    const review = page.getByRole('group', { name: '签发前须经审核' })
    await review.waitFor()
    await looksRight(page, 'settings')
    await review.getByLabel('否', { exact: true }).check()
    await page.getByRole('button', { name: '保存：办理规则' }).click()
    await page.getByRole('link', { name: /理由/ }).waitFor()
    await page
      .getByRole('textbox', { name: /^理由/, description: /如何依法/ })
      .fill('本机关没有审核人，由负责人直接签发')
    await page.getByRole('button', { name: '保存：办理规则' }).click()
    await page.getByText('办理规则已经保存').waitFor()
    await enter(page, '运行')
    await page.getByText('没有设置自动备份').waitFor()
    await looksRight(page, 'installation')
  })

  test('审计管理员查日志：按日期、事项查找，校验，导出', async () => {
    const page = await come('admin.audit')
    expect(await roomsOf(page)).toEqual(['日志'])
    await looksRight(page, 'log')
    const kinds = await page.locator('tbody th').allTextContents()
    expect(kinds.filter((kind) => /[A-Za-z]{3}/.test(kind))).toEqual([])
    await page.getByLabel('事项').selectOption({ label: '修改设置' })
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByText('本机关没有审核人，由负责人直接签发').waitFor()
    const clear = page.getByRole('link', { name: '清除' })
    await clear.click()
    await clear.waitFor({ state: 'detached' })
    await page.getByLabel('事项').selectOption({ label: '公布放假安排' })
    await page.getByRole('button', { name: '查找' }).click()
    await clear.waitFor()
    await page.getByRole('cell', { name: /示例发明电/ }).waitFor()
    await page.getByRole('button', { name: '校验' }).click()
    await page.getByText('校验通过，日志完整').waitFor()
    await looksRight(page, 'log-verified')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出全部' }).click(),
    ])
    const lines = (await readFile((await file.path())!, 'utf8')).trim().split('\n')
    expect(JSON.parse(lines.at(-1)!).seq).toBe(lines.length)
    const phone = await come('admin.audit', { screen: 'phone' })
    await looksRight(phone, 'log-phone')
  })
})
