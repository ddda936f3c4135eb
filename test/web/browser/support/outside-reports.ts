/** Reports of organs that do not work here, as they come in: Word, PDF, and a page of the web that was mended by hand. */
import { editions } from '../../../../src/report/editions/index.ts'
import { cells } from '../../../../src/report/form.ts'
import { entered, type Reading, type Readings } from '../../../../src/report/reading.ts'
import type { Report } from '../../../../src/report/report.ts'
import { write } from '../../../../src/writer/write.ts'
import { lastYear } from './today.ts'

export interface Outside {
  readonly name: string
  readonly organ: string
  readonly bytes: Uint8Array
  /** The figures printed, by cell; those that are not figures are left out. */
  readonly figures: Readonly<Record<string, number>>
}

const { tables, sections } = editions['2021']

/** `received` requests of natural persons, all granted. */
function figuresOf(received: number): Readonly<Record<string, number>> {
  const own: Readonly<Record<string, number>> = {
    'documents/normative@issued': 1,
    'documents/normative@inForce': 4,
    'licensing/licence@decisions': 1024,
    'requests/received@natural': received,
    'requests/received@total': received,
    'requests/outcome.granted@natural': received,
    'requests/outcome.granted@total': received,
    'requests/outcome.total@natural': received,
    'requests/outcome.total@total': received,
  }
  return Object.fromEntries(cells(tables).map(({ key }) => [key, own[key] ?? 0]))
}

function reportOf(
  organ: string,
  figures: Readonly<Record<string, number>>,
  struck: readonly string[],
): Report {
  const readings: Readings = Object.fromEntries(
    Object.entries(figures).map(([key, value]): readonly [string, Reading] => [
      key,
      struck.includes(key) ? { kind: 'dash', raw: '—' } : entered(value),
    ]),
  )
  const texts: Readonly<Record<number, string>> = {
    1: '主动公开规范性文件，管理目录，建设平台，开展监督和培训。',
    5: '存在的主要问题是目录更新不够及时。下一步将完善目录。',
    6: '本年度未收取信息处理费。',
  }
  return {
    organ: { name: organ, kind: 'department' },
    year: lastYear,
    edition: '2021',
    script: 'simplified',
    preamble: `根据条例第五十条编制。统计期限自${lastYear}年1月1日起至${lastYear}年12月31日止。`,
    sections: sections.map(({ number, title }) => ({ number, title, text: texts[number] ?? '' })),
    forms: Object.fromEntries(tables.map(({ key }) => [key, '2021'])),
    readings,
    claims: [],
    publication: {},
  }
}

/** What editors do to a page: heads that are none, spaces that do not break, menus around it, another word for 总计. */
const mended = (page: string): string =>
  page
    .replaceAll(/<(\/?)th\b/g, '<$1td')
    .replaceAll(/ (?:scope|headers|id|class)="[^"]*"/g, '')
    .replaceAll(/<td([^>]*)>/g, '<td$1>&nbsp;')
    .replaceAll('总计', '合计')
    .replace('<body>', '<body><div>首页 &gt; 政府信息公开年报 &gt; 正文 【字体：大 中 小】</div>')
    .replace('</body>', '<div>【打印】【关闭】 责任编辑：示例</div></body>')

/** The cell that the Word file strikes out: no figure, and no zero either. */
export const struckCell = 'documents/rules@issued'

export async function outsideReports(organs: readonly [string, string, string]): Promise<readonly Outside[]> {
  const [word, pdf, page] = organs.map((organ, at) => {
    const all = figuresOf(10 * (at + 1))
    const struck = at === 0 ? [struckCell] : []
    const figures = Object.fromEntries(Object.entries(all).filter(([key]) => !struck.includes(key)))
    return { organ, figures, report: reportOf(organ, all, struck) }
  }) as [Made, Made, Made]
  const html = new TextDecoder().decode(await write(page.report, 'html'))
  return [
    { ...word, name: '年报.docx', bytes: await write(word.report, 'docx') },
    { ...pdf, name: '年报.pdf', bytes: await write(pdf.report, 'pdf') },
    { ...page, name: '年报.html', bytes: new TextEncoder().encode(mended(html)) },
  ]
}

type Made = Pick<Outside, 'organ' | 'figures'> & { readonly report: Report }
