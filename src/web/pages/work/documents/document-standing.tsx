import { Link } from 'react-router'
import { attributes } from '../../../../law/classification.ts'
import { formatChinese } from '../../../../law/day.ts'
import { grounds } from '../../../../law/grounds.ts'
import { withdrawalReasons } from '../../../../office/documents/life/events.ts'
import { stages } from '../../../../office/documents/life/state.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { DueDate } from '../../../ui/due-date.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { Ruler } from '../../../ui/ruler.ts'
import { WorkingDayRuler } from '../../../ui/working-day-ruler.tsx'
import { publicInterpretations } from './along-field.ts'
import { documentHref, documentPageHref } from './document-href.ts'
import { nextReviewOf, nextStep, notByDrafter, stageMarks } from './document-stage.ts'
import { endingWords } from './document-words.ts'
import { type Member, type StaffDocument, whoMay } from './open-document.ts'

interface StandingProps {
  readonly document: StaffDocument
  readonly names: Readonly<Record<string, string>>
  readonly members: readonly Member[]
  /** The period within which it has to be public; null where it is not counted in working days. */
  readonly ruler: Ruler | null
}

/** Where it stands and who is next; then whatever everybody has to know of it. */
export function DocumentStanding({ document, names, members, ruler }: StandingProps) {
  const { stage, work, versions, chain, ending, restricted, withdrawn, imported } = document
  const next = nextStep(stage, work === null ? null : nextReviewOf(chain, work.passed))
  const drafters = work?.drafters ?? []
  const who = next === null ? [] : whoMay(members, next.action, notByDrafter.has(next.action) ? drafters : [])
  const attribute = (work ?? versions.at(-1)!).attribute
  return (
    <Panel>
      <div className="stack">
        <p className="doc-stage">
          <Badge state={stageMarks[stage]}>{stages[stage]}</Badge>
          {next !== null && (
            <span>
              下一步：<strong>{next.caption}</strong>
              {who.length > 0 && <>，可由 {who.join('、')} 办理</>}
            </span>
          )}
        </p>
        {work?.returned != null && (
          <Note
            state="late"
            title={`${formatChinese(work.returned.on)}被${names[work.returned.by] ?? '审查人'}退回`}
          >
            {work.returned.remark}
          </Note>
        )}
        {work !== null && work.submittedOn === null && <Wanting document={document} />}
        {attribute !== null && attribute.attribute !== 'proactive' && (
          <Note state="info" title={attributes[attribute.attribute]}>
            {attribute.ground !== null && `${grounds[attribute.ground].caption}。`}
            {attribute.law !== null && `${attribute.law}。`}
            {attribute.because}
            {attribute.reviewOn !== null && ` 下次评估审查：${formatChinese(attribute.reviewOn)}。`}{' '}
            <Cites of={['条例§18']} audience="staff" />
          </Note>
        )}
        {ending !== null && (
          <Note state="soon" title={`自${formatChinese(ending.on)}起${endingWords[ending.as]}`}>
            {ending.because}
            {ending.by !== null && `（${ending.by}）`}
          </Note>
        )}
        {restricted !== null && (
          <Note state="late" title={`${formatChinese(restricted.on)}起限制查看`}>
            {restricted.because}
          </Note>
        )}
        {withdrawn !== null && (
          <Note
            state="late"
            title={`${formatChinese(withdrawn.on)}撤下：${withdrawalReasons[withdrawn.reason]}`}
          >
            公众看到的说明：{withdrawn.told}
          </Note>
        )}
        {(ending ?? restricted ?? withdrawn) !== null && <StillExplained document={document} />}
        {imported !== null && <Note>从旧站点导入，原网址 {imported.address}；没有在本系统审查过。</Note>}
        <Meter meter={document.meter} ruler={ruler} />
      </div>
    </Panel>
  )
}

/** What explains a document that is gone, or that no longer binds and does not say so, as long as everybody reads it. */
function StillExplained({ document }: Pick<StandingProps, 'document'>) {
  const { organ } = document
  const gone = document.restricted !== null || document.withdrawn !== null
  const readings = publicInterpretations(document).filter(({ ended }) => gone || !ended)
  return (
    readings.length > 0 && (
      <Note state="soon" title="它的解读仍在公开，请一并处理">
        {readings.map(({ id, title }) => (
          <p key={id}>
            <Link to={documentHref(organ, id)}>{title}</Link>
          </p>
        ))}
      </Note>
    )
  )
}

/** What has to be mended before it can be handed over, in sight while it is drafted. */
function Wanting({ document: { organ, id, work } }: Pick<StandingProps, 'document'>) {
  const { content, attribute, files } = work!
  const open = files.filter(({ cleared }) => !cleared)
  const wanting = [
    ...content.missing.map(({ caption }) => ({ caption, href: documentPageHref(organ, id, 'edit') })),
    ...(attribute === null
      ? [{ caption: '公开属性', href: documentPageHref(organ, id, 'decideAttribute') }]
      : []),
    ...(open.length > 0
      ? [{ caption: `核查附件（${open.length} 份）`, href: documentPageHref(organ, id, 'files') }]
      : []),
  ]
  if (wanting.length === 0) return <Note state="ok">需要填写的都已填写，可以提交审查。</Note>
  return (
    <Note state="soon" title={`提交审查前还有 ${wanting.length} 处需要补充`}>
      <ul className="doc-wanting">
        {wanting.map(({ caption, href }) => (
          <li key={caption}>
            <Link to={href}>{caption}</Link>
          </li>
        ))}
      </ul>
    </Note>
  )
}

const verdicts = {
  waiting: null,
  unknown: null,
  onTime: ['ok', '按时公开'],
  late: ['late', '超期公开'],
  overdue: ['late', '已经超期'],
  premature: ['late', '早于签发'],
} as const

/** 二十个工作日: the day by which it has to be public, and how that was counted. */
function Meter({ meter, ruler }: Pick<StandingProps, 'ruler'> & { readonly meter: StaffDocument['meter'] }) {
  const { due, verdict, because, cites, publishedOn } = meter
  if (verdict === 'unknown')
    return (
      <p className="text-ink-2">
        {because} <Cites of={cites as never} audience="staff" />
      </p>
    )
  const mark = verdicts[verdict]
  return (
    <>
      <DueDate
        label="公开期限"
        due={due}
        firm
        marks={mark !== null && <Badge state={mark[0]}>{mark[1]}</Badge>}
        because={
          <>
            {because} <Cites of={cites as never} audience="staff" />
          </>
        }
      />
      {ruler !== null && <WorkingDayRuler ruler={ruler} {...(publishedOn !== null && { mark: '公开' })} />}
    </>
  )
}
