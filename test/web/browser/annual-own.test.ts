import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { writeListCsv } from '../../../src/office/lists/list-file.ts'
import { alive } from './support/alive.ts'
import { askingApi } from './support/ask-api.ts'
import { beforeScript } from './support/before-script.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { countyOfTests, looks, members, toRoom } from './support/story.ts'
import { lastYear as year } from './support/today.ts'

const county = countyOfTests()
const { looksRight, shot } = looks('annual-own')

const at = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const cell = (page: Page, key: string) => at(page, `cell-${key}`)
const field = (page: Page, key: string) => page.locator(`input[name="cell:${key}"]`)
const received = 'requests/received@natural'
const licences = 'licensing/licence@decisions'

await describeInBrowser('the clerk of an organ', (browser) => {
  const come = members(browser, county)
  const address = (organ: string, rest = '') => `${county.origin}/work/${organ}/annual/${year}${rest}`

  test('条例§49 sees the years, when each is due, and begins this year’s', async () => {
    const page = await come('nantang.handler')
    await toRoom(page, '年度报告')
    await page.getByRole('row', { name: new RegExp(`${year}年度.*已退回.*按退回的理由修改`) }).waitFor()
    await looksRight(page, 'years')
    await shot(page, 'years')
    await page.getByRole('link', { name: `${year + 1}年度` }).click()
    await page.getByRole('heading', { name: `${year + 1}年度报告` }).waitFor()
    await page.getByText('报送年度报告由').waitFor()
    await looksRight(page, 'report-begun')
  })

  test('条例§50 each cell opens onto what is behind it; a correction keeps both figures', async () => {
    const page = await come('nantang.handler')
    await page.goto(address('nantang'))
    await page.getByText('被退回，请按下列理由修改').waitFor()
    await looksRight(page, 'report')
    await alive(page)
    await cell(page, 'requests/carriedIn@natural').getByRole('link').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowUp')
    await page.locator(`[id="cell-${received}"]:has(:focus)`).waitFor()
    await page.keyboard.press('Enter')
    const behind = at(page, 'behind')
    await behind.getByText('由申请件计数').first().waitFor()
    const figure = Number(await behind.locator('.annual__figure b').textContent())
    await looksRight(page, 'cell-computed')
    await shot(page, 'cell')
    await behind.getByText('更改这个计数').click()
    await behind.getByLabel('更改为').fill(String(figure + 1))
    await behind.getByRole('button', { name: '更改', exact: true }).click()
    await behind.getByText('请写明为什么与计数不同').first().waitFor()
    await behind.getByLabel('理由').fill('另有一件在旧系统登记，尚未导入')
    await behind.getByRole('button', { name: '更改', exact: true }).click()
    await behind.getByText(`计数为 ${figure}，更改为 ${figure + 1}`).waitFor()
    await cell(page, received).getByText(`计数 ${figure}`).waitFor()
    await looksRight(page, 'cell-corrected')
    await behind.getByRole('button', { name: `恢复为计数 ${figure}` }).click()
    await behind.getByText('这一格的办理记录（2）').waitFor()
    if (figure > 0) {
      await behind.getByRole('link', { name: '全部清单' }).click()
      await expect.poll(() => page.locator('tbody tr').count()).toBe(figure)
      await looksRight(page, 'cases')
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载 CSV' }).click(),
      ])
      expect(file.suggestedFilename()).toContain('申请件清单')
    }
  })

  test('enters figures like in a worksheet: blank, dash and zero differ, a block is pasted, undone, and kept', async () => {
    const page = await come('nantang.handler')
    await beforeScript(page, address('nantang', '/figures'), () => field(page, licences).fill('130'))
    await page.getByText('方向键、回车移动').first().waitFor()
    await page.getByText('改动 1 格').waitFor()
    await field(page, licences).press('Enter')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).not.toBe(
      `cell:${licences}`,
    )
    const first = field(page, 'documents/normative@issued')
    await first.focus()
    await first.evaluate((input) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '3\t—\t空\n')
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await page.getByText('改动 4 格').waitFor()
    await page.getByRole('button', { name: '撤销一步' }).click()
    await page.getByText('改动 1 格').waitFor()
    await field(page, 'licensing/licence@decisions').fill('很多')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('不是数字').first().waitFor()
    await looksRight(page, 'figures-wrong')
    await field(page, licences).fill('130')
    await page.getByLabel('统一来源').fill('便民服务中心许可台账')
    await page.evaluate(() => scrollTo(0, 0))
    await shot(page, 'figures')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已经记下').waitFor()
    await looksRight(page, 'figures')
    await countsAreCorrectedWithAReason(page)
    await page.getByRole('link', { name: '从 Excel 导入' }).click()
    const kind = { what: '填报表', heads: ['项目编码', '项目', '数字', '来源', '备注'] } as const
    const list = (value: string) => ({
      name: '填报表.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(writeListCsv(kind, [[licences, '行政许可', value, '政务服务中心台账', '']])),
    })
    await page.setInputFiles('input[name=list]', [list('不少')])
    await page.getByRole('button', { name: '预览' }).click()
    await page.getByText('有 1 处需要改正').waitFor()
    await page.setInputFiles('input[name=list]', [list('131')])
    await page.getByRole('button', { name: '预览' }).click()
    await page.getByText('可以导入 1 格').waitFor()
    await looksRight(page, 'import')
    await page.getByRole('button', { name: '确认导入 1 格' }).click()
    await page.getByText('已经导入 1 格').waitFor()
  })

  /** In the tables that are counted a change needs a reason; a block with its totals falls into place. */
  async function countsAreCorrectedWithAReason(page: Page): Promise<void> {
    const upheld = field(page, 'disputes/cases@reconsideration.upheld')
    await upheld.focus()
    await upheld.evaluate((input) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '1\t0\t0\t0\t1\t2\n')
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await page.getByText('改动 2 格').waitFor()
    expect(await field(page, 'disputes/cases@litigation.direct.upheld').inputValue()).toBe('2')
    expect(await cell(page, 'disputes/cases@reconsideration.total').textContent()).toBe('1')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('link', { name: '改了由申请件计数的格，请写明为什么与计数不同。' }).waitFor()
    await looksRight(page, 'figures-counts')
    await page.getByLabel('更改计数的理由').fill('旧系统登记的两件复议、诉讼尚未导入')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已经记下 2 格').waitFor()
    for (const column of ['reconsideration.upheld', 'litigation.direct.upheld'])
      await field(page, `disputes/cases@${column}`).fill('0')
    await page.getByText('改动 2 格').waitFor()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    // That two were kept stands there from before: it is kept when nothing is changed any more.
    await page.getByText('还没有改动').waitFor()
    await page.getByText('已经记下 2 格').waitFor()
  }

  test('writes prose with live figures that cannot drift, and sees every finding beside its sentence', async () => {
    const page = await come('nantang.handler')
    await page.goto(address('nantang', '/sections/1'))
    const editor = page.getByRole('textbox', { name: /总体情况/ })
    await editor.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('全年新收政府信息公开申请')
    await page.getByLabel('找一个数字').fill('新收')
    await page
      .getByRole('button', { name: /^插入本年/ })
      .first()
      .click()
    await page.keyboard.type('件。经核对，本年新收政府信息公开申请987件。')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText(/已保存 \d\d:\d\d/).waitFor()
    await looksRight(page, 'section')
    await page.getByText('987').nth(1).waitFor()
    await shot(page, 'section', 480)
    await page.goto(address('nantang', '/findings'))
    const finding = page.locator('.finding', { hasText: '987' }).first()
    await finding.getByRole('link', { name: '看这一格' }).click()
    await page.locator('td[data-on]:has(:focus)').waitFor()
    await page.goBack()
    await finding.getByRole('link', { name: '改这一句' }).click()
    const selected = () => page.evaluate(() => String(getSelection()))
    await expect.poll(selected, { timeout: 20_000 }).toContain('987')
    await looksRight(page, 'section-from-finding')
    const bind = page.getByRole('button', { name: /^改为相连/ }).first()
    await bind.click()
    await expect.poll(() => editor.textContent()).not.toContain('987')
    await page.getByText(/已保存 \d\d:\d\d/).waitFor({ timeout: 20_000 })
    await page.reload()
    expect(await editor.textContent()).not.toContain('987')
    await page.goto(address('nantang', '/sections/5'))
    const problems = page.getByRole('textbox', { name: /存在的主要问题/ })
    await page.getByText('与其他机关的报告相同').waitFor()
    await looksRight(page, 'section-alike')
    await beforeScript(page, page.url(), () =>
      page
        .getByLabel('正文')
        .fill(
          '存在的主要问题：惠农补贴到户名单只贴在村委会门口，外出务工的村民看不到。改进情况：自六月起同时在镇政府网站和村民微信群发布，并标明核对电话。',
        ),
    )
    await problems.getByText('外出务工的村民看不到').waitFor()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText(/已保存 \d\d:\d\d/).waitFor()
  })

  test('where two write at once, both texts are kept and put side by side', async () => {
    const page = await come('nantang.handler')
    const other = await come('nantang.head')
    for (const each of [page, other]) await each.goto(address('nantang', '/sections/6'))
    const type = async (who: Page, words: string) => {
      const editor = who.getByRole('textbox', { name: /其他需要报告/ })
      await editor.click()
      await who.keyboard.press('Control+End')
      await who.keyboard.type(words)
      await who.getByRole('button', { name: '保存', exact: true }).click()
    }
    await type(page, '本年度举办培训一次。')
    await page.getByText(/已保存 \d\d:\d\d/).waitFor()
    await type(other, '本年度接待咨询三十人次。')
    await other.getByText('有两个人同时写了这一部分').waitFor()
    await other.getByText('本年度举办培训一次。').first().waitFor()
    await looksRight(other, 'section-conflict')
    await other.getByRole('button', { name: '按编辑框的文字保存' }).click()
    await other.getByText('有两个人同时写了这一部分').waitFor({ state: 'detached' })
    await other.reload()
    expect(await other.getByRole('textbox', { name: /其他需要报告/ }).textContent()).toContain('三十人次')
  })

  test('without script the text is written with braces, previewed and kept', async () => {
    const page = await come('nantang.handler', { script: false })
    await page.goto(address('nantang', '/sections/1'))
    const text = page.getByLabel('正文')
    await text.fill(`${await text.inputValue()}上年结转{requests/carriedIn@total}件。`)
    await page.getByRole('button', { name: '预览', exact: true }).click()
    await page
      .getByText(/上年结转\d+件。/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已经保存。').waitFor()
  })

  test('条例§49 the head sees what remains, submits, and what is kept no longer moves', async () => {
    const page = await come('nantang.head')
    await page.goto(address('nantang', '/findings'))
    await looksRight(page, 'findings')
    await shot(page, 'findings')
    await page.goto(address('nantang', '/compare'))
    await looksRight(page, 'compare-last-year')
    await page.goto(address('nantang'))
    await page.getByRole('link', { name: '报送', exact: true }).click()
    await page.getByText('报送时固定下来的内容').waitFor()
    await looksRight(page, 'submit')
    await shot(page, 'submit')
    await page.getByRole('button', { name: '确认报送' }).click()
    await page.getByText('现在的状态是“已报送”').waitFor()
    await page.getByText('报送时的存档，不随此后的办理变化').waitFor()
    await page.getByRole('link', { name: '与现在的数字比较' }).click()
    await page.getByText('没有变化').first().waitFor()
    await looksRight(page, 'compare-snapshot')
    await page.goto(address('nantang', '/history'))
    await page.getByText('年度报告退回').waitFor()
    await looksRight(page, 'history')
    await page.goto(address('nantang', '/sections/1'))
    await page.getByText('现在不能撰写').waitFor()
    await looksRight(page, 'section-closed')
  })

  test('条例§49 an accepted report is published; a published one is revised with its reason', async () => {
    const page = await come('xiling.head')
    await page.goto(address('xiling'))
    await page.getByRole('link', { name: '公布', exact: true }).click()
    await page.getByRole('button', { name: '确认公布' }).waitFor()
    await looksRight(page, 'publish')
    await page.getByRole('button', { name: '确认公布' }).click()
    await page.getByText('现在的状态是“已公布”').waitFor()
    await page.getByRole('link', { name: '更正', exact: true }).click()
    await page.getByRole('button', { name: '确认更正' }).click()
    await page.getByText('请写明更正的理由').first().waitFor()
    await looksRight(page, 'revise')
    await page.getByLabel('更正的理由').fill('行政处罚的数量漏计一件')
    await page.getByRole('button', { name: '确认更正' }).click()
    await page.getByText('正在更正已经公布的报告').waitFor()
    await looksRight(page, 'revising')
    await page.goto(address('xiling', '/history'))
    await page.getByText('第 1 版，').first().waitFor()
  })

  test('年报格式2019：an earlier year is made on the form of its year, and compared across the forms', async () => {
    const asks = askingApi(county)
    const page = await come('nantang.head')
    await page.goto(`${county.origin}/work/nantang/annual`)
    await page.getByText('补编更早的年度').click()
    await page.getByRole('link', { name: '2020年度' }).click()
    await page.getByText('2019 年表式').waitFor()
    await looksRight(page, 'report-2019')
    await page.getByRole('link', { name: /^填报数字/ }).click()
    const first = field(page, 'procurement/central@amount')
    await first.fill('12.345')
    await first.press('Enter')
    await looksRight(page, 'figures-2019')
    await shot(page, 'figures-2019')
    const report = '/organs/nantang/annual/2020/report'
    const { asked } = await asks(page, 'GET', report)
    const figures = asked.map(({ key }: { key: string }) => ({ key, value: 0, document: '旧台账' }))
    await asks(page, 'POST', '/organs/nantang/annual/2020/figures', { figures })
    for (const [section, text] of [
      ['1', '主动公开规范性文件，管理目录，建设平台，开展监督和培训。'],
      ['5', '存在的主要问题是目录更新不够及时。下一步将完善目录。'],
      ['6', '本年度未收取信息处理费。'],
    ] as const)
      await asks(page, 'PUT', `/organs/nantang/annual/2020/sections/${section}`, { text }, 0)
    const { version } = await asks(page, 'GET', report)
    await asks(page, 'POST', '/organs/nantang/annual/2020/submission', {}, version)
    await page.goto(`${county.origin}/work/nantang/annual/2021/compare?all`)
    await page.getByRole('columnheader', { name: '2020年' }).first().waitFor()
    await page.getByRole('row', { name: /本年新收政府信息公开申请数量.*总计 0 0/ }).waitFor()
    await looksRight(page, 'compare-forms')
  })

  test('年报格式：the administrator settles how the organ counts, with a reason; the report says so', async () => {
    const admin = await come('admin.system')
    await admin.goto(`${county.origin}/work/nantang/settings`)
    await admin.getByLabel('申请人撤回的申请').selectOption({ label: '不计入' })
    await admin.getByRole('button', { name: '保存：年度报告的计数口径' }).click()
    await admin.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(admin, 'counting-policy')
    const panel = admin.locator('form', { has: admin.getByLabel('申请人撤回的申请') })
    await panel.getByLabel('理由').fill('按市政府办公室的填报要求')
    await admin.getByRole('button', { name: '保存：年度报告的计数口径' }).click()
    await admin.getByText('已经保存。').waitFor()
    const page = await come('nantang.handler')
    await page.goto(address('nantang'))
    await page.getByText('本机关自定的计数口径：申请人撤回申请的不计入').waitFor()
  })

  test('hands out the report in every format, and reads on a phone', async () => {
    const page = await come('education.handler')
    await page.goto(address('education', '/preview'))
    await looksRight(page, 'preview')
    await shot(page, 'preview')
    for (const format of ['docx', 'pdf', 'xlsx', 'csv', 'html', 'json']) {
      // A machine that is busy with other tests may say so once.
      const get = async () => {
        const reply = await page.request.get(address('education', `/files/${format}`))
        return [format, reply.status(), (await reply.body()).length > 500]
      }
      await expect.poll(get, { timeout: 60_000 }).toEqual([format, 200, true])
    }
    const phone = await come('education.handler', { screen: 'phone' })
    for (const [rest, name] of [
      ['', 'report'],
      [`?cell=${encodeURIComponent(received)}`, 'cell'],
      ['/preview', 'preview'],
      ['/findings', 'findings'],
      ['/history', 'history'],
      ['/compare', 'compare'],
      ['/figures', 'figures'],
      ['/sections/1', 'section'],
    ] as const) {
      await phone.goto(address('education', rest))
      await looksRight(phone, `phone-${name}`)
    }
    const editor = await come('nantang.handler', { screen: 'phone' })
    await editor.goto(`${county.origin}/work/nantang/annual/${year + 1}/figures`)
    await editor.getByRole('button', { name: '保存', exact: true }).waitFor()
    await looksRight(editor, 'phone-grid')
    await phone.goto(`${county.origin}/work/education/annual`)
    await looksRight(phone, 'phone-years')
    expect(county.log()).not.toContain('三十人次')
  })
})
