/** The sum as a report of its own, for a file: what is not complete is left out, so that nobody takes it for the whole. */
import { editions } from '../../../report/editions/index.ts'
import type { Report } from '../../../report/report.ts'
import { type WriteFormat, write } from '../../../writer/write.ts'
import { type ExportedFile, exportTypes } from '../annual/export-report.ts'
import type { ReportSum } from './sum-reports.ts'

export async function exportSum(
  { year, edition, merged, parts, findings }: ReportSum,
  organ: string,
  format: WriteFormat,
): Promise<ExportedFile> {
  const { sections, tables } = editions[edition]
  const counted = parts.filter(({ source }) => source !== 'none')
  const wanting = parts.filter(({ source }) => source === 'none').map(({ organ: { name } }) => name)
  const partial = merged.cells.filter((cell) => cell.partial).length
  const report: Report = {
    organ: { name: organ, kind: null },
    year,
    edition,
    script: 'simplified',
    preamble: [
      `本表由${counted.length}个机关的年度报告汇总而成。`,
      ...(wanting.length > 0 ? [`没有计入：${wanting.join('、')}。`] : []),
      ...(partial > 0 ? [`有${partial}格缺部分机关的数字，不列合计，不作零。`] : []),
    ].join(''),
    sections: sections.map(({ number, title }) => ({ number, title, text: '' })),
    forms: Object.fromEntries(tables.map(({ key }) => [key, edition])),
    readings: merged.readings,
    claims: [],
    publication: {},
  }
  const name = `${organ}${year}年政府信息公开工作年度报告汇总.${format}`
  return { name, type: exportTypes[format], bytes: await write(report, format, { file: name, findings }) }
}
