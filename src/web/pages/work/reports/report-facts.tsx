import { formatChinese } from '../../../../law/day.ts'
import { dayAt } from '../../../../office/beijing-time.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { formatWords } from './format-words.ts'

type Whole = AnsweredBy<'readExaminedReport'>

interface ReportFactsProps extends Pick<Whole, 'row' | 'readings' | 'reading'> {
  readonly names: Readonly<Record<string, string>>
  readonly here: string
}

/** Who read or corrected: 系统 is the program. */
export const byWhom = (by: string, names: Readonly<Record<string, string>>): string =>
  by === 'system' ? '系统' : (names[by] ?? '其他人员')

/** The file, who put it in and when, which reading is shown; and the files to be had of it. */
export function ReportFacts({ row, readings, reading, names, here }: ReportFactsProps) {
  const shown = readings.find(({ number }) => number === reading)
  const query = reading === null || reading === readings.length ? '' : `?reading=${reading}`
  return (
    <div className="report__acts">
      <Facts
        facts={[
          { label: '文件', value: row.name },
          { label: '收存', value: `${formatChinese(dayAt(row.keptAt))}，${byWhom(row.keptBy, names)}` },
          ...(row.confirmed ? [{ label: '对应机关', value: row.organName }] : []),
          ...(shown === undefined
            ? []
            : [
                {
                  label: '读数',
                  value: (
                    <>
                      第 {shown.number} 次，共 {readings.length} 次（
                      {shown.kind === 'machine' ? '系统读取' : `${byWhom(shown.by, names)}更正`}）{' '}
                      {readings.length > 1 && <a href="#readings">历次读数</a>}
                    </>
                  ),
                },
                { label: '读到', value: `${row.cells.read} / ${row.cells.total} 格` },
              ]),
        ]}
      />
      <span className="report__acts report__files noprint">
        <a className={buttonClass()} href={`${here}/original`}>
          下载原件
        </a>
        {shown !== undefined && (
          <Menu
            label="导出"
            entries={Object.entries(formatWords).map(([format, label]) => ({
              key: format,
              label,
              href: `${here}/export/${format}${query}`,
            }))}
          />
        )}
      </span>
    </div>
  )
}
