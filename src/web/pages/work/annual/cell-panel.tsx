import { Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { Badge } from '../../../ui/badge.tsx'
import { buttonClass } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SumParts } from '../filings/sum-parts.tsx'
import { annualYearHref, requestHref } from '../rooms.ts'
import type { AnnualCell } from './annual-words.ts'
import type { CellAnswer } from './cell-action.ts'
import { CellForms } from './cell-forms.tsx'
import { happeningsOf } from './happenings.ts'
import type { Behind } from './open-cell.ts'
import { figureWords, originLooks } from './origins.tsx'

interface CellPanelProps {
  readonly organ: string
  readonly year: string
  readonly behind: Behind
  readonly names: Readonly<Record<string, string>>
  readonly mayWrite: boolean
  readonly answer: CellAnswer | undefined
}

/** What stands behind a figure: the cases, the entry or the documents it comes from, and what may be done to it. */
export function CellPanel({ organ, year, behind, names, mayWrite, answer }: CellPanelProps) {
  const { cell, cases, history, parts } = behind
  const here = annualYearHref(organ, year)
  const own = answer?.key === cell.key ? answer : undefined
  return (
    <Panel
      title={cell.caption}
      aside={
        <Link to="?" preventScrollReset className="noprint">
          关闭
        </Link>
      }
    >
      <div className="stack">
        {own?.errors === null && (
          <Note state="ok" live>
            已经记下。
          </Note>
        )}
        <p className="annual__figure">
          <b>{figureWords(cell)}</b>{' '}
          <Badge state={originLooks[cell.origin].badge}>{cell.originCaption}</Badge>
        </p>
        <Source cell={cell} names={names} />
        {parts !== null && (
          <section aria-label="各机关现在的数">
            <h3>各机关现在的数</h3>
            <SumParts {...parts} total={cell.value} />
            {cell.value !== null && parts.behind.missing.length === 0 && parts.sum !== cell.value && (
              <p>采用以后下级的报告有变化，需要重新采用汇总。</p>
            )}
          </section>
        )}
        {cases !== null && <Cases behind={behind} organ={organ} here={here} />}
        {mayWrite && <CellForms cell={cell} answer={own?.errors == null ? undefined : own} />}
        {history.length > 0 && (
          <details>
            <summary>这一格的办理记录（{history.length}）</summary>
            <ul className="annual__history">
              {happeningsOf(history, names, [cell])
                .toReversed()
                .map(({ key, on, title, what, detail }) => (
                  <li key={key}>
                    {formatChinese(on)} {title}
                    {what !== undefined && <> · {what}</>}
                    {detail !== undefined && <small className="annual__small">{detail}</small>}
                  </li>
                ))}
            </ul>
          </details>
        )}
      </div>
    </Panel>
  )
}

/** Where the figure comes from, in words. */
function Source({ cell, names }: { readonly cell: AnnualCell; readonly names: CellPanelProps['names'] }) {
  const { origin, correction, entry, computed, note, source } = cell
  const who = (by: string) => names[by] ?? '其他人员'
  const facts = [
    ...(entry === null
      ? []
      : [
          { label: '来源', value: entry.document ?? '没有写明' },
          ...(entry.note === null ? [] : [{ label: '备注', value: entry.note }]),
          {
            label: entry.from === 'list' ? '导入' : '填报',
            value: `${who(entry.by)}，${formatChinese(entry.on)}`,
          },
        ]),
    ...(entry === null && source !== null && origin !== 'summed' ? [{ label: '统计自', value: source }] : []),
    ...(note === null ? [] : [{ label: '说明', value: `${note.note}（${who(note.by)}）` }]),
  ]
  return (
    <>
      {correction !== null && (
        <Note state="soon" title={`计数为 ${correction.computed}，更改为 ${correction.value}`}>
          <p>
            理由：{correction.reason}（{who(correction.by)}，{formatChinese(correction.on)}）
          </p>
          {computed !== null && computed !== correction.computed && <p>此后计数变为 {computed}，请核对。</p>}
        </Note>
      )}
      {origin === 'summed' && (
        <p>
          {source}得出。{computed !== null && `本机关自己的为 ${computed}，在其中计一次。`}
        </p>
      )}
      {correction === null && computed !== null && origin !== 'summed' && (
        <Note state="soon">由申请件、目录统计为 {computed}，与格中的数字不同。</Note>
      )}
      {origin === 'sum' && <p>合计由各分项相加得出，不直接填写；有误的，请改分项。</p>}
      {origin === 'asked' && (
        <p>系统中没有这个数字，需要从业务部门的台账取得。没有发生的填 0；没有填的不当作 0，不能报送。</p>
      )}
      {facts.length > 0 && <Facts facts={facts} grid />}
    </>
  )
}

function Cases({
  behind,
  organ,
  here,
}: {
  readonly behind: Behind
  readonly organ: string
  readonly here: string
}) {
  const { cell, cases } = behind
  const rows = cases?.rows ?? []
  if (rows.length === 0) return <p>没有申请件计入这一格。</p>
  return (
    <section aria-label="计入这一格的申请件">
      <h3>计入这一格的申请件</h3>
      <ul className="annual__cases">
        {rows.map(({ id, number, statusCaption, dispute }) => (
          <li key={`${id}${dispute?.id ?? ''}`}>
            <Link to={requestHref(organ, id)}>{number ?? '未编号'}</Link>
            <span>{dispute === null ? statusCaption : dispute.caseNo}</span>
          </li>
        ))}
        {cases?.next !== null && <li>……</li>}
      </ul>
      <p className="annual__acts">
        <Link className={buttonClass({ small: true })} to={`${here}/cells/${cell.key}`}>
          全部清单
        </Link>
        <a className={buttonClass({ small: true })} href={`${here}/lists/${cell.key}`}>
          下载 CSV
        </a>
      </p>
    </section>
  )
}
