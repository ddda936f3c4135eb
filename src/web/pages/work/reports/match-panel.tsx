import type { AnsweredBy } from '../../../desk/api.ts'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { type MatchAttempt, MatchForm } from './match-form.tsx'
import type { NamedOrgan } from './organs-below.ts'

type Whole = AnsweredBy<'readExaminedReport'>

interface MatchPanelProps extends Pick<Whole, 'row' | 'proposals'> {
  readonly organs: readonly NamedOrgan[]
  readonly attempt: MatchAttempt | undefined
}

const certainties: Readonly<Record<Whole['proposals'][number]['certainty'], string>> = {
  code: '统一社会信用代码相符',
  name: '名称相同',
  nearName: '名称大体相同',
  similar: '名称相近',
}

/** Asks whose report it is: what is printed, what it is taken for and why, and the question to a person. */
export function MatchPanel({ row, proposals, organs, attempt }: MatchPanelProps) {
  const [best] = proposals
  return (
    <Panel title="这是哪个机关、哪一年度的报告？" aside="确认后进入汇总和跨年核对">
      <div className="stack">
        <Note state="prov">
          原文写的是{row.printedOrgan === null ? '（没有认出机关名称）' : `“${row.printedOrgan}”`}，
          {row.year === null ? '没有认出年度' : `${row.year}年度`}。
          {best === undefined
            ? '名录里没有相近的机关。'
            : `可能是${best.name}（${certainties[best.certainty]}）。`}
        </Note>
        <MatchForm row={row} proposals={proposals} organs={organs} attempt={attempt} label="确认" primary />
      </div>
    </Panel>
  )
}
