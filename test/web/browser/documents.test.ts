/** The life of a normative document, by those who draft, review, sign, publish and end it, in the browser. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addDays, formatChinese } from '../../../src/law/day.ts'
import { grounds } from '../../../src/law/grounds.ts'
import { alive } from './support/alive.ts'
import { beforeScript } from './support/before-script.ts'
import { describeInBrowser } from './support/browser-test.ts'
import { countyOfTests, looks, members, toRoom } from './support/story.ts'
import { thisYear, today } from './support/today.ts'

const county = countyOfTests()
const { looksRight, shot } = looks('documents')

/** As Word puts it on the clipboard: styles, marks of its own, a table with a paragraph in each cell, a picture. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='mso-outline-level:1;text-align:center'><b><span style='font-size:16pt'>第一章　总则<o:p></o:p></span></b></p>
<p class=MsoNormal><span lang=EN-US style='color:red'>第一条　为规范校外培训
收费，制定本办法。</span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;&nbsp; </span></span><![endif]>公开收费标准；</p>
<table class=MsoTable border=1 style='width:100%'><tr><td colspan=2><p class=MsoNormal><b>收费标准</b></p></td></tr><tr><td><p>学科类</p></td><td><p>每课时三十元</p></td></tr></table>
<p onclick="alert(1)">第二条　投诉电话：13800001111。<img src="file:///C:/seal.png"></p><script>alert(1)</script><!--EndFragment--></body></html>`

const paste = (page: Page, html: string) =>
  page.getByRole('textbox', { name: '正文' }).evaluate((editor, pasted) => {
    ;(editor as HTMLElement).focus()
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)

await describeInBrowser('the staff of an organ', (browser) => {
  const come = members(browser, county)
  const title = '示例县校外培训机构收费管理办法'
  let address: string

  /** Does a step from its form and is back at the document. */
  async function step(
    page: Page,
    caption: string,
    fill: (page: Page) => Promise<unknown> = async () => null,
  ) {
    await page.goto(address)
    await page.getByRole('link', { name: `办理：${caption}`, exact: true }).click()
    await page.getByRole('heading', { name: caption, level: 1 }).waitFor()
    await fill(page)
    await page.getByRole('button', { name: caption, exact: true }).click()
    await page.waitForURL(address).catch(async (fault: Error) => {
      throw new Error(`${caption}: ${await page.getByRole('main').textContent()}`, { cause: fault })
    })
    await page.getByRole('heading', { name: '可以做的' }).waitFor()
  }

  const fillMetadata = async (page: Page, number: number) => {
    await page.getByLabel('发文字号').fill(`示教发〔${thisYear}〕${number}号`)
    await page.getByLabel('成文日期', { exact: false }).first().fill(today().replaceAll('-', ''))
    await page.getByLabel('施行日期', { exact: false }).first().fill(addDays(today(), 40))
    await page.getByLabel('主题分类').selectOption({ label: '科技、教育' })
    await page.getByLabel('体裁分类').selectOption({ label: '通知' })
  }

  test('条例§17 起草：从 Word 粘贴，疑似个人信息在旁列出，密级标志不收，附件经核查', async () => {
    const page = await come('education.handler')
    await looksRight(page, 'board')
    await toRoom(page, '主动公开')
    await page.getByRole('heading', { name: '主动公开', level: 1 }).waitFor()
    await looksRight(page, 'list')
    await shot(page, 'documents-list', 640)
    await page.getByRole('link', { name: '起草文件' }).click()
    await page.getByRole('heading', { name: '起草文件', level: 1 }).waitFor()
    await looksRight(page, 'classes')
    await page.getByRole('link', { name: '行政规范性文件', exact: true }).click()
    await page.getByRole('heading', { name: '起草行政规范性文件', level: 1 }).waitFor()

    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(page, 'draft-wrong')
    await page.reload()
    await page.getByLabel('标题', { exact: false }).first().fill(title)
    await page.getByRole('button', { name: '正文', exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('textbox', { name: '正文' }).innerHTML()).toMatch(/^<h2>/)
    await page.getByRole('button', { name: '正文', exact: true }).click()
    await paste(page, fromWord)
    await page.getByText('1 张图片没有带来').waitFor()
    const editor = page.getByRole('textbox', { name: '正文' })
    expect(await editor.innerHTML()).toBe(
      '<h2><strong>第一章　总则</strong></h2><p>第一条　为规范校外培训收费，制定本办法。</p><p>（一） 公开收费标准；</p>' +
        '<table><tbody><tr><td colspan="2"><strong>收费标准</strong></td></tr><tr><td>学科类</td><td>每课时三十元</td></tr></tbody></table>' +
        '<p>第二条　投诉电话：13800001111。</p>',
    )
    await page.getByRole('button', { name: /看原文：手机号码/ }).click()
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('13800001111')
    await fillMetadata(page, 88)
    await page.evaluate(() => scrollTo(0, 0))
    await shot(page, 'documents-draft')
    await looksRight(page, 'draft')
    await page.keyboard.press('Tab')
    // What is typed over a marked number stands in its place.
    await page.getByRole('button', { name: /看原文：手机号码/ }).click()
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('13800001111')
    await page.keyboard.type('0512-00000000')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('草稿已经保存').waitFor()

    await editor.press('ControlOrMeta+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('机密★一年')
    await page.getByText('正文有密级标志').waitFor()
    await page.getByRole('button', { name: '保存并返回' }).click()
    await page.getByText('没有保存', { exact: true }).waitFor()
    await looksRight(page, 'draft-classified')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '主动公开', exact: true }).first().click()
    await page.getByRole('dialog').getByText('离开这一页').waitFor()
    await page.getByRole('button', { name: '离开' }).click()

    await page.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    address = page.url()
    expect(await page.content()).not.toContain('机密')
    await page.getByRole('link', { name: '办理：添加、核查附件' }).click()
    await page.getByRole('button', { name: '添加', exact: true }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(page, 'files-wrong')
    await page.getByLabel(/^文件/).setInputFiles({
      name: '收费备案表.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('备案联系人电话 13900002222'),
    })
    await page.getByRole('button', { name: '添加', exact: true }).click()
    await page.getByRole('heading', { name: '核查附件', level: 1 }).waitFor()
    await page.getByRole('button', { name: '确认放行' }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await looksRight(page, 'gate-wrong')
    await page.getByLabel('仍可公开的理由').fill('备案窗口的值班电话，已经对外公布')
    await page.getByRole('button', { name: '确认放行' }).click()
    await page.getByText('已放行').waitFor()
    await looksRight(page, 'files')
  })

  test('条例§13 确定公开属性要有理由；缺什么逐项列出；解读与文件一并起草', async () => {
    const page = await come('education.handler')
    await page.goto(address)
    await page.getByText('提交审查前还有 1 处需要补充').waitFor()
    await page.getByRole('link', { name: '公开属性', exact: true }).click()
    await page.getByRole('heading', { name: '确定公开属性', level: 1 }).waitFor()
    await page.getByLabel('公开属性').selectOption({ label: '不予公开' })
    await page.getByRole('button', { name: '确定公开属性' }).click()
    await page.getByText('缺少不主动公开的理由').waitFor()
    await looksRight(page, 'attribute-wrong')
    await page.goto(address)
    await step(page, '确定公开属性', (form) =>
      form.getByLabel('公开属性').selectOption({ label: '主动公开' }),
    )
    await page.getByText('需要填写的都已填写').waitFor()

    await page.getByRole('link', { name: '起草解读' }).click()
    await page.getByText(`解读《${title}》，保存后自动关联`).waitFor()
    expect(await page.getByLabel('标题', { exact: false }).first().inputValue()).toBe(`《${title}》政策解读`)
    await page.getByRole('textbox', { name: '正文' }).fill('一、为什么制定？收费标准不一，群众反映集中。')
    await page.getByLabel('成文日期', { exact: false }).first().fill(today().replaceAll('-', ''))
    await page.getByLabel('解读形式').selectOption({ label: '文字解读' })
    await page.getByRole('button', { name: '保存并返回' }).click()
    await page.getByText('解读的文件：').waitFor()
    await page.goto(address)
    await page.getByRole('link', { name: `《${title}》政策解读` }).waitFor()
    await step(page, '提交审查')
    await page.getByText('下一步：').getByText('内容审核').waitFor()
    await looksRight(page, 'reviewing')
  })

  test('条例§17 先审后发：由不同的人逐项审查，退回修改后重来，签发', async () => {
    const reviewer = await come('education.reviewer')
    const head = await come('education.head')
    await reviewer.getByRole('link', { name: /文件：审查/ }).click()
    await reviewer
      .getByText(/轮到您办的|文件/)
      .first()
      .waitFor()
    await reviewer.goto(`${address}/reviewContent`)
    await reviewer.getByText('审查的内容').waitFor()
    await looksRight(reviewer, 'review')
    await shot(reviewer, 'documents-review')
    await step(reviewer, '退回修改', (form) =>
      form.getByLabel('退回的意见').fill('第一条请写明依据的上位法。'),
    )

    const clerk = await come('education.handler')
    await clerk.goto(address)
    await clerk.getByText('第一条请写明依据的上位法。').first().waitFor()
    await looksRight(clerk, 'returned')
    await clerk.getByRole('link', { name: '办理：修改草稿' }).click()
    const editor = clerk.getByRole('textbox', { name: '正文' })
    await editor.press('ControlOrMeta+End')
    await clerk.keyboard.press('Enter')
    await clerk.keyboard.type('第三条　依据《中华人民共和国价格法》制定。')
    await clerk.getByRole('button', { name: '保存并返回' }).click()
    await clerk.waitForURL(address)
    await step(clerk, '提交审查')

    await step(reviewer, '内容审核', (form) => form.getByLabel('意见').fill('同意。'))
    await step(head, '保密审查', (form) => form.getByLabel('意见').fill('不涉密。'))
    await step(reviewer, '个人信息和商业秘密审查')
    await step(head, '合法性审核', (form) => form.getByLabel('意见').fill('合法。'))
    await step(reviewer, '公平竞争审查')
    await step(head, '签发')
    await head.getByText('下一步：').getByText('在政府网站发布').waitFor()
    await looksRight(head, 'signed')
  })

  test('条例§23、§24 一张表上发布到网站和两个新媒体账号，逐项留痕；公众看到的与预览相同', async () => {
    const page = await come('education.handler')
    await page.goto(address)
    await page.getByRole('link', { name: '办理：发布' }).click()
    await page.getByRole('heading', { name: '发布', level: 1 }).waitFor()
    await page.getByLabel('政府网站').uncheck()
    await page.getByLabel(/^政务微信：/).check()
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByText('应当先在政府网站发布').waitFor()
    await looksRight(page, 'publish-wrong')
    await page.getByLabel('政府网站').check()
    await page.getByLabel(/^政务微博：/).check()
    await page.getByLabel('时间').fill('09:30')
    await shot(page, 'documents-publish')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.waitForURL(address)
    const acts = page.getByRole('region', { name: '发布' })
    await acts.getByText('3 次').waitFor()
    expect(await acts.getByRole('listitem').count()).toBe(3)
    await page.getByText('按时公开').waitFor()
    await page.getByRole('img', { name: /^20个工作日中已用/ }).waitFor()
    await looksRight(page, 'published')
    await shot(page, 'documents-document', 640)

    const id = address.split('/').at(-1)
    const published = await fetch(`${county.origin}/api/v1/organs/education/published/documents/${id}`)
    const { document } = (await published.json()) as { document: { html: string; files: object[] } }
    expect(document.html).toContain('0512-00000000')
    expect(document.files).toHaveLength(1)
    await page.getByRole('link', { name: '公众所见的样子' }).click()
    await page.getByText('这是预览').waitFor()
    await looksRight(page, 'preview')
    const sheet = () => page.locator('.document__text').innerHTML()
    const previewed = await sheet()
    await page.goto(`${county.origin}/organs/education/documents/${id}`)
    expect(await sheet()).toBe(previewed)
  })

  test('条例§6 修改形成新版本，两版逐行比较；关联其他文件', async () => {
    const page = await come('education.handler')
    await page.goto(address)
    await page.getByRole('link', { name: /办理：修改/ }).click()
    await page.getByRole('heading', { name: '修改，形成新版本', level: 1 }).waitFor()
    await page.getByRole('textbox', { name: '正文' }).press('ControlOrMeta+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('第四条　本办法')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('草稿已经保存').waitFor()
    // What is typed is kept half a minute after the last key, though nobody presses a button.
    await page.clock.install()
    await page.reload()
    await page.getByRole('button', { name: '正文', exact: true }).waitFor()
    await page.getByRole('textbox', { name: '正文' }).press('ControlOrMeta+End')
    await page.keyboard.type('有效期三年。')
    await page.getByText('有改动，尚未保存').waitFor()
    await page.clock.fastForward(31_000)
    await page.getByText('已自动保存').waitFor()
    await page.clock.resume()
    const text = page.getByRole('textbox', { name: '正文' })
    await beforeScript(page, page.url(), async () => {
      await text.press('ControlOrMeta+End')
      await page.keyboard.insertText('<p>第五条　本办法由县教育局解释。</p>')
    })
    await text.getByText('第四条　本办法有效期三年。').waitFor()
    await text.getByText('第五条　本办法由县教育局解释。').waitFor()
    await page.getByLabel('关键词').evaluate((field) => field.closest('details')?.setAttribute('open', ''))
    await page.getByLabel('关键词').fill('校外培训\n收费')
    await page.getByRole('button', { name: '保存并返回' }).click()
    await page.waitForURL(address)
    await page.getByRole('link', { name: '比较' }).click()
    await page.locator('ins').getByText('第四条　本办法有效期三年。').waitFor()
    await page.getByRole('row', { name: /关键词.*校外培训、收费/ }).waitFor()
    await looksRight(page, 'versions')
    await shot(page, 'documents-versions')

    await page.goto(`${address}/links`)
    await page.getByLabel('文件标题中的文字').fill('义务教育学校招生')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByLabel(/关于印发义务教育学校招生办法的通知/).check()
    await page.getByRole('button', { name: '关联', exact: true }).click()
    await page.getByRole('region', { name: /需要改正/ }).waitFor()
    await page.getByLabel('它是本文件的').selectOption({ label: '制定依据' })
    await looksRight(page, 'links')
    await page.getByRole('button', { name: '关联', exact: true }).click()
    await page.getByRole('button', { name: '取消关联《关于印发义务教育学校招生办法的通知》' }).waitFor()
  })

  test('规范性文件通知 被取代、失效可以恢复，依据的文件边输入边提示，两边互相点开；限制可以解除', async () => {
    const page = await come('education.head')
    const id = address.split('/').at(-1)
    const open = `${county.origin}/organs/education/documents/${id}`
    const seen = async (words: string | RegExp) => {
      await page.goto(open)
      await page.getByText(words).first().waitFor()
    }
    await step(page, '登记被取代', async (form) => {
      await form.getByLabel('依据或者理由').fill('已经重新制定。')
      await form.getByRole('combobox', { name: '依据的文件' }).pressSequentially('义务教育学校招生')
      await form.getByRole('option', { name: /关于印发义务教育学校招生办法的通知/ }).click()
      await looksRight(page, 'supersede')
    })
    await page.getByText(/起被取代$/).waitFor()
    await seen('这份文件已经被取代')
    await page.getByRole('link', { name: '关于印发义务教育学校招生办法的通知' }).first().click()
    await page.getByRole('heading', { name: '取代的文件' }).waitFor()
    await page.getByRole('link', { name: title, exact: true }).first().waitFor()
    await step(page, '恢复效力', (form) => form.getByLabel('恢复效力的依据').fill('登记有误。'))
    await step(page, '登记失效', (form) => form.getByLabel('依据或者理由').fill('任务已经完成。'))
    await seen('这份文件已经失效')
    await step(page, '恢复效力', (form) => form.getByLabel('恢复效力的依据').fill('继续执行。'))
    await step(page, '限制查看', (form) => form.getByLabel('限制查看的理由').fill('核查附件。'))
    await page.getByText(/起限制查看$/).waitFor()
    await seen('暂时限制查看')
    expect(await page.getByText('第一条').count()).toBe(0)
    await step(page, '解除限制', (form) => form.getByLabel('解除限制的理由').fill('核查无误。'))
    await seen('第一条')
    expect(await page.getByText('这份文件已经').count()).toBe(0)
  })

  test('规范性文件通知 废止前要确认，废止后处处写明；撤下只留说明；手机上也能办', async () => {
    const page = await come('education.head')
    await page.goto(`${address}/repealDocument`)
    await alive(page)
    await page.getByLabel('依据或者理由').fill('已有新的规定。')
    await page.getByRole('button', { name: '登记废止' }).click()
    const question = page.getByRole('alertdialog')
    await question.getByText('都标明已经废止').waitFor()
    await looksRight(page, 'repeal-asked')
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '登记废止' }).press('Enter')
    await question.getByRole('button', { name: '确认登记废止' }).click()
    await page.waitForURL(address)
    await page.getByText(/起废止$/).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await looksRight(page, 'repealed-phone')
    await page.goto(`${county.origin}/work/education/documents?validity=repealed`)
    await page.getByRole('link', { name: title }).waitFor()
    await looksRight(page, 'list-phone')

    await page.goto(`${county.origin}/work/education/documents?title=每课时三十元`)
    const said = page.getByRole('region', { name: '正文里有这些词的' })
    await said.getByRole('link', { name: title }).waitFor()
    expect(await said.locator('mark').count()).toBeGreaterThan(0)
    await looksRight(page, 'words-phone')

    await page.goto(`${address}/withdrawDocument`)
    await alive(page)
    await page.getByLabel('原因').selectOption({ label: '内容有误' })
    await page.getByLabel('向公众的说明').fill('附表有误，已经撤下。')
    await looksRight(page, 'withdraw-phone')
    await page.getByRole('button', { name: '撤下', exact: true }).click()
    await question.getByRole('button', { name: '确认撤下' }).click()
    await page.waitForURL(address)
    await page.getByText('公众看到的说明：附表有误，已经撤下。').waitFor()
    const gone = await page.goto(`${county.origin}/organs/education/documents/${address.split('/').at(-1)}`)
    expect(gone?.status()).toBe(410)
    await page.getByText('附表有误，已经撤下。').waitFor()
    expect(county.log()).not.toContain('校外培训')
  })

  test('条例§6 限制查看时解读连同办理，解除时由人勾选', async () => {
    const page = await come('housing.head')
    const rules = `${county.origin}/work/housing/documents/document-housing-rules`
    const reading = page.getByRole('checkbox', { name: '《公共租赁住房分配办法》政策解读' })
    await page.goto(`${rules}/restrictDocument`)
    expect(await reading.isChecked()).toBe(true)
    await page.getByLabel('限制查看的理由').fill('核查附表。')
    await looksRight(page, 'restrict-along')
    await page.getByRole('button', { name: '限制查看', exact: true }).click()
    await page.waitForURL(rules)
    await page.getByText('起限制查看').waitFor()
    expect(await page.getByText('它的解读仍在公开').count()).toBe(0)
    await page.goto(`${rules}/liftRestriction`)
    expect(await reading.isChecked()).toBe(false)
    await reading.check()
    await page.getByLabel('解除限制的理由').fill('核查完毕。')
    await page.getByRole('button', { name: '解除限制', exact: true }).click()
    await page.waitForURL(rules)
    await page.getByRole('link', { name: '《公共租赁住房分配办法》政策解读' }).click()
    await page.getByText('核查完毕').first().waitFor()
  })

  test('没有脚本也能起草；旁人先改了的，不覆盖', async () => {
    const page = await come('education.handler', { script: false })
    await page.goto(`${county.origin}/work/education/documents/new?class=news`)
    await page.getByLabel('标题', { exact: false }).first().fill('示例县中小学冬季运动会')
    await page.getByLabel('正文').fill('第一行。\n第二行。')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('草稿已经保存').waitFor()
    expect(await page.getByLabel('正文').inputValue()).toBe('<p>第一行。</p><p>第二行。</p>')
    const other = await come('education.reviewer', { screen: 'phone' })
    await other.goto(page.url())
    await other.getByRole('textbox', { name: '正文' }).waitFor()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('草稿已经保存').waitFor()
    await other.getByLabel('标题', { exact: false }).first().fill('另一个标题')
    await looksRight(other, 'draft-phone')
    await other.getByRole('button', { name: '保存并返回' }).click()
    await other.getByText('他人先作了改动，没有保存').waitFor()
    expect(await other.getByLabel('标题', { exact: false }).first().inputValue()).toBe('另一个标题')
    address = page.url().replace(/\/edit.*$/, '')
  })

  test('条例§15、§18 不予公开：写明法定理由，定下次评估审查的日期', async () => {
    const page = await come('education.handler')
    await step(page, '确定公开属性', async (form) => {
      await form.getByLabel('公开属性').selectOption({ label: '不予公开' })
      await form.getByLabel('不公开的法定理由').selectOption({ label: grounds.thirdParty.caption })
      await form.getByLabel('理由', { exact: true }).fill('涉及参赛学生的个人隐私。')
      await form.getByRole('textbox', { name: '下次评估审查的日期' }).fill(addDays(today(), 360))
    })
    const note = page.getByText(`下次评估审查：${formatChinese(addDays(today(), 360))}`)
    await note.waitFor()
    await looksRight(page, 'withheld')
    expect((await page.goto(address.replace('/work/', '/organs/')))?.status()).toBe(404)
  })
})
