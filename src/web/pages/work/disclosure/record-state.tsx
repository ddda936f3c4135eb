import { formatChinese } from '../../../../law/day.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { momentText } from '../../../ui/moment-text.ts'
import type { StateMark } from '../../../ui/state.ts'
import { recordWords } from './record-words.ts'

export type SeenRecord = AnsweredBy<'readRecord'>

const verdicts: Readonly<
  Record<SeenRecord['clocks'][number]['verdict'], readonly [mark: StateMark, word: string]>
> = {
  waiting: ['soon', '待回应'],
  onTime: ['ok', '按时'],
  late: ['late', '迟于时限'],
  overdue: ['late', '超时'],
}

/** One clock of a concern: by when it wants an answer, and whether it got one. */
export const ClockMark = ({ clock }: { readonly clock: SeenRecord['clocks'][number] }) => {
  const [mark, word] = verdicts[clock.verdict]
  return (
    <div>
      <Badge state={mark}>{word}</Badge>{' '}
      <span className="watch__small">
        {clock.answeredAt === null
          ? `最迟 ${momentText(clock.due)}`
          : `${momentText(clock.answeredAt)}回应，最迟 ${momentText(clock.due)}`}
      </span>
    </div>
  )
}

/** How a record stands on a day, and how urgent that is. */
export function standingOf(record: SeenRecord, today: string): readonly [mark: StateMark, word: string] {
  const { kind, state, due, idle, clocks } = record
  if (state === 'closed') return ['plain', recordWords[kind].closed]
  const isPast = due !== null && due < today
  switch (kind) {
    case 'account':
      return idle ? ['late', '超过两周'] : ['ok', '正常']
    case 'concern':
      if (clocks.some(({ verdict }) => verdict === 'overdue')) return ['late', '超时']
      return clocks.some(({ verdict }) => verdict === 'waiting') ? ['soon', '待回应'] : ['wait', '已回应']
    case 'call':
      return isPast ? ['soon', '待反馈'] : ['ok', '征求中']
    case 'special':
      return ['ok', '公开中']
    case 'opinion':
      return ['soon', '待答复']
    default:
      return isPast ? ['late', '超期'] : ['soon', '待答复']
  }
}

export const RecordState = ({ record, today }: { readonly record: SeenRecord; readonly today: string }) => {
  const [mark, word] = standingOf(record, today)
  return <Badge state={mark}>{word}</Badge>
}

/** What a record is called: what it was told to be, or when it came. */
export const titleOfRecord = ({ data, openedOn }: SeenRecord): string =>
  typeof data.title === 'string' ? data.title : `${formatChinese(openedOn)}收到`
