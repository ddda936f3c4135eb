import { Form } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { byteSize } from '../../ui/byte-size.ts'
import { DueDate } from '../../ui/due-date.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Frame } from './frame.ts'
import type { TrackAnswer } from './track-action.ts'
import { TrackActs } from './track-acts.tsx'
import { TrackRating } from './track-rating.tsx'
import { TrackRemedies } from './track-remedies.tsx'

export type Tracked = AnsweredBy<'readTracking'>

interface TrackViewProps {
  readonly frame: Frame
  readonly view: Tracked
  /** What was given out with the reply. */
  readonly enclosures: AnsweredBy<'listOwnEnclosures'>['rows']
  /** Null where it could not be asked for. */
  readonly rating: AnsweredBy<'readOwnRating'> | null
  /** Said after something was done. */
  readonly done: string | null
  readonly answer: TrackAnswer | undefined
}

/** The day first, then what to do, why, what came, and where to turn. */
export function TrackView({ frame, view, enclosures, rating, done, answer }: TrackViewProps) {
  const errors = answer !== undefined && 'errors' in answer ? answer.errors : undefined
  return (
    <div className="portal track">
      <div className="track__head">
        <h1>登记编号 {view.number}</h1>
        <Form className="noprint" method="post">
          <Button type="submit" name="intent" value="leave" small>
            退出
          </Button>
        </Form>
      </div>
      <div className="track__columns">
        <div className="track__main">
          <ErrorSummary errors={errors} />
          {done !== null && (
            <Note state="ok" live>
              <p>{done}</p>
            </Note>
          )}
          <Panel kind="wide">
            <Day view={view} organ={frame.organ.name} />
          </Panel>
          <TrackActs view={view} answer={answer} />
          <Steps steps={view.clock.steps} />
          <Letters organ={frame.organ.home} letters={view.letters} enclosures={enclosures} />
          {rating !== null && <TrackRating rating={rating} answer={answer} />}
        </div>
        <div className="track__side">
          <TrackRemedies remedies={view.remedies} guide={`${frame.organ.home}/guide`} />
          <Panel title="需要帮助">
            <div className="stack">
              {frame.organ.contacts.map((line) => (
                <p key={line}>{line}</p>
              ))}
              <p>
                <a href={`${frame.organ.home}/contact`}>联系方式和投诉、举报</a>
              </p>
              {view.applicant !== null && (
                <p className="portal__quiet">
                  申请人 {view.applicant.name}
                  {[view.applicant.phone, view.applicant.email].filter(Boolean).map((way) => ` · ${way}`)}
                </p>
              )}
            </div>
          </Panel>
        </div>
      </div>
    </div>
  )
}

/** What stands in place of a due day while there is none. */
const instead: Readonly<Record<Tracked['stage'], string>> = {
  arrived: '尚未起算',
  movedOn: '已转其他渠道',
  handling: '尚未起算',
  waitingForYou: '期限暂停中',
  consulting: '期限暂停中',
  answered: '已经答复',
  ended: '已经办结',
}

function Day({ view, organ }: { readonly view: Tracked; readonly organ: string }) {
  const { due, provisional, overdue, answeredOn } = view.clock
  const because = `${formatChinese(view.arrivedOn)}提出${
    view.receivedOn === null ? '' : `，${formatChinese(view.receivedOn)}收到`
  }。${view.says}`
  if (answeredOn !== null) return <DueDate label="答复日" due={answeredOn} firm because={because} />
  return (
    <DueDate
      label={`${organ}最迟答复日`}
      due={due}
      firm={!provisional}
      instead={instead[view.stage]}
      marks={overdue ? <Badge state="late">逾期</Badge> : undefined}
      because={because}
    />
  )
}

const Steps = ({ steps }: Pick<Tracked['clock'], 'steps'>) =>
  steps.length > 0 && (
    <Panel title="这个日期怎么算出来的" kind="wide">
      <ol className="steps">
        {steps.map(({ on, says, due, cites }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their place
          <li key={index}>
            <div>
              <h3>{formatChinese(on)}</h3>
              <p>{says}</p>
              <p className="steps__cites">
                {cites.map((cite) => (
                  <span className="cite" key={cite}>
                    {cite}
                  </span>
                ))}
              </p>
            </div>
            {due !== null && <span className="steps__result">{formatChinese(due)}届满</span>}
          </li>
        ))}
      </ol>
    </Panel>
  )

interface LettersProps extends Pick<Tracked, 'letters'>, Pick<TrackViewProps, 'enclosures'> {
  readonly organ: string
}

/** Only what can be had: each is a link that fetches it. */
const Letters = ({ organ, letters, enclosures }: LettersProps) => (
  <Panel title="收到的文书" kind="wide">
    {letters.length === 0 ? (
      <p className="portal__quiet">还没有发给您的文书；发出后在这里下载。</p>
    ) : (
      <ul className="rows">
        {letters.map(({ id, title, letterNo, on }) => (
          <li key={id}>
            <div>
              <a href={`${organ}/track/letters/${id}`} download>
                {title}
              </a>
              <p className="rows__small">
                {formatChinese(on)} · {letterNo} · PDF
              </p>
            </div>
          </li>
        ))}
        {enclosures.map(({ id, name, size }) => (
          <li key={id}>
            <div>
              <a href={`${organ}/track/enclosures/${id}`} download>
                {name}
              </a>
              <p className="rows__small">随答复提供 · {byteSize(size)}</p>
            </div>
          </li>
        ))}
      </ul>
    )}
  </Panel>
)
