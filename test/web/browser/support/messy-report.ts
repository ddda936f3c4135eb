/**
 * A report as organs publish them, made up: one page of the web with menus around it, spans that lie, a total that does
 * not agree, cells left empty, struck out or spoilt, and prose that tells other figures than the tables. In its text
 * stands markup that somebody would like to have run. Nothing of it is real.
 */
import { editions } from '../../../../src/report/editions/index.ts'
import { leaves, type Table } from '../../../../src/report/form.ts'
import { layout } from '../../../../src/report/layout.ts'

/** What stands in the text of the report, and must be shown as text. */
export const hostileText = '<img src=x onerror="document.title=\'ran\'"><script>document.title="ran"</script>'

/** Printed figures of the cells that are not 0. */
const printed: Readonly<Record<string, string>> = {
  'documents/normative@issued': '3',
  'documents/normative@inForce': '17',
  'licensing/licence@decisions': '5,216',
  'enforcement/penalty@decisions': '88',
  'charges/fee@amount': '12.50',
  'requests/received@natural': '120',
  'requests/received@legal.business': '15',
  'requests/received@total': '135',
  'requests/carriedIn@natural': '8',
  'requests/carriedIn@total': '8',
  'requests/outcome.granted@natural': '50',
  'requests/outcome.granted@legal.business': '6',
  // The sum is 56: the page was scanned, and a 5 taken for a 6.
  'requests/outcome.granted@total': '66',
  'requests/outcome.denied.stateSecret@natural': '—',
  'requests/outcome.denied.otherLaw@natural': '',
  'requests/outcome.denied.otherLaw@total': '',
  'requests/outcome.unavailable.notHeld@natural': '73',
  'requests/outcome.unavailable.notHeld@legal.business': '9',
  'requests/outcome.unavailable.notHeld@total': '82',
  'requests/outcome.declined.petition@legal.welfare': '○',
  'requests/outcome.total@natural': '123',
  'requests/outcome.total@legal.business': '15',
  'requests/outcome.total@total': '138',
  'requests/carriedOut@natural': '5',
  'requests/carriedOut@total': '5',
  'disputes/cases@reconsideration.upheld': '2',
  'disputes/cases@reconsideration.total': '2',
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

function tableOf(table: Table): string {
  const { rows, boxes } = layout(table)
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = boxes
      .filter((box) => box.row === row)
      .map(({ rowSpan, colSpan, text, key }) => {
        const shown = key === undefined ? text : (printed[key] ?? '0')
        return `<td rowspan="${rowSpan}" colspan="${colSpan}">&nbsp;${escaped(shown)}</td>`
      })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table>${lines.join('\n')}</table>`
}

const tablesOf = (section: number) =>
  (editions['2021'].tables as readonly Table[])
    .filter((table) => table.section === section)
    .map(tableOf)
    .join('\n<p></p>\n')

/** The cells of the form, to know how many there are. */
export const cellCount = (editions['2021'].tables as readonly Table[]).reduce(
  (sum, { rows, columns }) => sum + leaves(rows).length * leaves(columns).length,
  0,
)

/** The page, as bytes of UTF-8. `organ` as it names itself. */
export const messyReport = (organ: string): Buffer =>
  Buffer.from(`<!doctype html><html><head><meta charset="utf-8"><title>${organ}2025年政府信息公开工作年度报告</title></head>
<body><div>首页 &gt; 政府信息公开年报 &gt; 正文</div>
<h1>${organ}2025年政府信息公开工作年度报告</h1>
<p>发布日期：2026-01-28  信息来源：${organ}</p>
<p>本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。</p>
<p>一、总体情况</p>
<p>2025年，本机关主动公开政府信息518条。全年新收政府信息公开申请157件，均在法定期限内答复。没有因政府信息公开被行政复议机关纠正。</p>
<p>${escaped(hostileText)}按要求开展社会评议，工作考核列入全年考核，未发生责任追究情形。</p>
<p>二、主动公开政府信息情况</p>
${tablesOf(2)}
<p>三、收到和处理政府信息公开申请情况</p>
${tablesOf(3)}
<p>四、政府信息公开行政复议、行政诉讼情况</p>
${tablesOf(4)}
<p>五、存在的主要问题及改进情况</p>
<p>政策解读的形式不够丰富。2026年将增加图文解读，加强对下属单位的指导培训。</p>
<p>六、其他需要报告的事项</p>
<p>本年度没有收取信息处理费。没有其他需要报告的事项。</p>
<div>【打印】【关闭】  责任编辑：示例</div></body></html>`)
