import { formatChinese } from '../../../../law/day.ts'
import { reviews } from '../../../../office/documents/reviews.ts'
import { Badge } from '../../../ui/badge.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { nextReviewOf, nextStep } from './document-stage.ts'
import { type Member, type StaffDocument, whoMay } from './open-document.ts'

interface ChainProps {
  readonly document: StaffDocument
  readonly names: Readonly<Record<string, string>>
  readonly members: readonly Member[]
}

interface Link {
  readonly key: string
  readonly caption: string
  readonly asks: string
  readonly state: 'ok' | 'wait' | 'plain'
  readonly word: string
  readonly who: string
  readonly on: string
  readonly remark: string
}

/** 谁提供、谁审核、谁负责: everybody through whose hands it goes, with day and remark. */
export function DocumentChain({ document, names, members }: ChainProps) {
  const { chain, work, versions } = document
  const of = work ?? versions.at(-1)!
  const { drafters, passed } = of
  const nameOf = (id: string | null) => (id === null ? '' : (names[id] ?? '其他人员'))
  const submitted = work === null || work.submittedOn !== null
  const next = submitted ? nextReviewOf(chain, passed) : null
  const signed = work === null ? versions.at(-1)! : null
  const waiting = (review: (typeof chain)[number]) =>
    whoMay(members, nextStep('reviewing', review)!.action, drafters).join('、')
  const rows: readonly Link[] = [
    {
      key: 'drafted',
      caption: '起草',
      asks: '谁提供',
      state: submitted ? 'ok' : 'wait',
      word: submitted ? '已提交' : '起草中',
      who: drafters.map(nameOf).join('、'),
      on: work === null ? '' : formatChinese(work.submittedOn ?? work.draftedOn),
      remark: '',
    },
    ...chain.map((review): Link => {
      const done = passed.find((each) => each.review === review)
      const { caption, asks } = reviews[review]
      return {
        key: review,
        caption,
        asks: next === review ? asks : '',
        state: done !== undefined ? 'ok' : next === review ? 'wait' : 'plain',
        word: done !== undefined ? '通过' : next === review ? '等待' : '未到',
        who: done !== undefined ? nameOf(done.by) : waiting(review),
        on: done === undefined ? '' : formatChinese(done.on),
        remark: done?.remark ?? '',
      }
    }),
    {
      key: 'signed',
      caption: '签发',
      asks: '谁负责',
      state: signed !== null ? 'ok' : submitted && next === null ? 'wait' : 'plain',
      word: signed !== null ? '已签发' : submitted && next === null ? '等待' : '未到',
      who: signed !== null ? nameOf(signed.signedBy) : whoMay(members, 'signDocument', drafters).join('、'),
      on: signed?.signedOn == null ? '' : formatChinese(signed.signedOn),
      remark: '',
    },
  ]
  const columns: readonly Column<Link>[] = [
    {
      key: 'caption',
      head: '环节',
      names: true,
      cell: ({ caption, asks }) => (
        <>
          {caption}
          {asks !== '' && (
            <>
              <br />
              <span className="doc__under">{asks}</span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'state',
      head: '结果',
      kind: 'keep',
      cell: ({ state, word }) => <Badge state={state}>{word}</Badge>,
    },
    {
      key: 'who',
      head: '人员',
      cell: ({ who, state }) =>
        state === 'ok' || who === '' ? who : <span className="text-ink-2">可由 {who} 办理</span>,
    },
    { key: 'on', head: '日期', kind: 'keep', cell: ({ on }) => on },
    { key: 'remark', head: '意见', cell: ({ remark }) => remark },
  ]
  return (
    <Panel
      kind="list"
      title="起草、审查和签发"
      aside={work === null ? `第 ${versions.length} 版` : `第 ${versions.length + 1} 版（办理中）`}
    >
      <DataTable
        caption="起草、审查和签发"
        columns={columns}
        groups={[{ key: 'all', rows }]}
        keyOf={({ key }) => key}
        empty={null}
      />
    </Panel>
  )
}
