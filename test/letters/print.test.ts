import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { formatChinese } from '../../src/law/day.ts'
import { compose, type LetterContext } from '../../src/office/letters/compose.ts'
import { type LetterKind, letterKinds } from '../../src/office/letters/letters.ts'
import { headSize, type Letter, titleLines, widthOf } from '../../src/writer/letter.ts'
import { writeLetterDocx } from '../../src/writer/letter-docx.ts'
import { writeLetterPdf } from '../../src/writer/letter-pdf.ts'
import { context, facts, organ, windows } from './samples.ts'

const letterOf = (kind: LetterKind, more: Partial<LetterContext> = {}): Letter => {
  const letter = compose(kind, facts, organ, context(more))
  if (!('paragraphs' in letter)) throw new Error(JSON.stringify(letter))
  return letter
}

/** Line ends and the spaces of setting are no part of what is said. */
const bare = (text: string): string => text.replace(/\s+/g, '')

const wordText = async (bytes: Uint8Array): Promise<string> =>
  bare((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value)

interface Page {
  readonly text: string
  readonly items: readonly {
    readonly text: string
    readonly x: number
    readonly y: number
    readonly width: number
  }[]
}

const pdfPages = async (bytes: Uint8Array): Promise<readonly Page[]> => {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => {
      const { items } = await (await document.getPage(i + 1)).getTextContent()
      const found = items.flatMap((item) =>
        'str' in item
          ? [
              {
                text: item.str,
                x: item.transform[4] as number,
                y: item.transform[5] as number,
                width: item.width,
              },
            ]
          : [],
      )
      return { text: bare(found.map(({ text }) => text).join('')), items: found }
    }),
  )
  return pages
}

const everything = (letter: Letter): readonly string[] =>
  [
    letter.head,
    letter.number,
    letter.title,
    `${letter.addressee}：`,
    ...letter.paragraphs,
    ...letter.attachments,
    letter.signature,
    formatChinese(letter.date),
    letter.note,
    ...letter.copies,
  ].map(bare)

/** Page numbers stand among the lines of a text that runs on. */
const withoutNumbers = (text: string): string => text.replace(/—\d+—/g, '')

describe('每种文书都能写成DOCX和PDF，所写一字不少', () => {
  test.each(letterKinds)('%s', async (kind) => {
    for (const date of Object.values(windows)) {
      const letter = letterOf(kind, {
        date,
        servedOnline: true,
        attachments: ['补偿安置方案'],
        copies: ['示例县司法局'],
      })
      const [word, pages] = [
        await wordText(await writeLetterDocx(letter)),
        await pdfPages(await writeLetterPdf(letter)),
      ]
      const print = withoutNumbers(pages.map(({ text }) => text).join(''))
      for (const words of everything(letter)) {
        expect(word).toContain(words)
        expect(print).toContain(words)
      }
    }
  })
})

const mm = (points: number): number => (points / 72) * 25.4

describe('公文格式 信函格式', () => {
  const find = (page: Page, text: string) => {
    const item = page.items.find((found) => bare(found.text).includes(text))
    if (item === undefined) throw new Error(`no ${text}`)
    return item
  }

  test('文号居右，标题居中，主送顶格，正文首行空二字', async () => {
    const [first] = (await pdfPages(await writeLetterPdf(letterOf('notExist')))) as [Page]
    const number = find(first, '12号')
    expect(mm(number.x + number.width)).toBeCloseTo(184, 0)
    const title = find(first, '政府信息不存在告知书')
    expect(mm(title.x + title.width / 2)).toBeCloseTo(28 + 78, 0)
    expect(mm(find(first, '张某某').x)).toBeCloseTo(28, 0)
    expect(mm(find(first, '本机关于').x)).toBeCloseTo(28 + 2 * 5.6, 0)
  })

  test('PDF是PDF/A-2b，载明标题、机关和成文日期', async () => {
    const text = Buffer.from(await writeLetterPdf(letterOf('notExist'))).toString('utf8')
    expect(text).toMatch(/pdfaid:part>2<.*pdfaid:conformance>B</s)
    expect(text).toContain('政府信息不存在告知书')
    expect(text).toContain('2026-08-03')
  })

  test('成文日期右空四字，署名以成文日期为准居中', async () => {
    const pages = await pdfPages(await writeLetterPdf(letterOf('petition')))
    const last = pages.at(-1) as Page
    const date = last.items.filter(({ y }) => Math.abs(y - find(last, '2026年8月3日').y) < 1)
    const end = Math.max(...date.map(({ x, width }) => x + width))
    const start = Math.min(...date.map(({ x }) => x))
    expect(mm(end)).toBeCloseTo(184 - mm(64), 0)
    const name = last.items.findLast(({ text }) => text === '示例县自然资源局')
    expect(name && name.x + name.width / 2).toBeCloseTo((start + end) / 2, 0)
  })

  test('首页不显示页码，次页单右双左', async () => {
    const pages = await pdfPages(await writeLetterPdf(letterOf('partial')))
    expect(pages.length).toBeGreaterThanOrEqual(3)
    expect(pages[0]?.text).not.toMatch(/—\d—/)
    expect(pages[1]?.text).toMatch(/—2—/)
    expect(mm(find(pages[1] as Page, '—').x)).toBeLessThan(40)
    expect(mm(find(pages[2] as Page, '—').x)).toBeGreaterThan(160)
  })

  test('有署名的一页必有正文', async () => {
    for (let length = 1; length < 16; length++) {
      const long = { ...letterOf('otherEnding'), paragraphs: Array<string>(length).fill('正文'.repeat(30)) }
      const last = (await pdfPages(await writeLetterPdf(long))).at(-1) as Page
      expect(last.text).toMatch(/正文.*示例县自然资源局2026年8月3日/)
    }
  })

  test('长名称的机关标志不超出版心，长标题分行而不断词', () => {
    const name = '示例壮族瑶族自治县人民政府政务服务和大数据管理局'
    expect(headSize(name) * widthOf(name)).toBeLessThan((170 / 25.4) * 72 * 1.15)
    const lines = titleLines('示例县人民政府办公室关于征求政府信息公开申请所涉共同制作机关意见的函')
    expect(lines.length).toBe(2)
    expect(lines.every((line) => widthOf(line) <= 20)).toBe(true)
    expect(titleLines('')).toEqual([''])
    expect(titleLines('告'.repeat(45)).join('')).toBe('告'.repeat(45))
  })
})

describe('内容只作为文字', () => {
  const hostile =
    '#panic("x") $x$ *粗* _斜_ `码` <标签> @引 [框] \\ // <w:p/> ]]> & \u{1f600} 𠮷 \ud800 {{organ}}'

  test('记号照印，不执行', async () => {
    const letter = compose('notExist', { ...facts, content: hostile }, organ, context())
    if (!('paragraphs' in letter)) throw new Error(JSON.stringify(letter))
    const pages = await pdfPages(await writeLetterPdf(letter))
    expect(pages.map(({ text }) => text).join('')).toContain(
      '#panic("x")$x$*粗*_斜_`码`<标签>@引[框]\\//<w:p/>]]>&',
    )
    expect(await wordText(await writeLetterDocx(letter))).toContain('`码`<标签>@引[框]\\//<w:p/>]]>&😀𠮷')
  })

  test('很长的内容照样成文', async () => {
    const letter = compose('notExist', { ...facts, content: '很长的申请内容'.repeat(3000) }, organ, context())
    if (!('paragraphs' in letter)) throw new Error(JSON.stringify(letter))
    expect((await pdfPages(await writeLetterPdf(letter))).length).toBeGreaterThan(30)
  })
})
