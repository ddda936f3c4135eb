import { Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { type PublicationChannelKey, publicationChannels } from '../../../../office/documents/channels.ts'
import { type ConcernLevel, concernLevels } from '../../../../office/documents/records/clocks.ts'
import type { Column } from '../../../ui/data-table.tsx'
import { documentHref } from '../documents/document-href.ts'
import { recordHref } from './disclosure-href.ts'
import { ClockMark, RecordState, type SeenRecord, titleOfRecord } from './record-state.tsx'
import type { ListedKind } from './record-words.ts'

interface Around {
  readonly organ: string
  readonly today: string
}

type RecordColumn = Column<SeenRecord>

const dayOr = (day: SeenRecord['due']): string => (day === null ? '—' : formatChinese(day))

/** The columns of the list of each kind. */
export function recordColumns(kind: ListedKind, { organ, today }: Around): readonly RecordColumn[] {
  const named = (head: string): RecordColumn => ({
    key: 'title',
    head,
    names: true,
    cell: (record) => <Link to={recordHref(organ, kind, record.id)}>{titleOfRecord(record)}</Link>,
  })
  const about = (head: string): RecordColumn => ({
    key: 'about',
    head,
    cell: ({ about: id, aboutTitle }) =>
      id === null ? '不限于某一份' : <Link to={documentHref(organ, id)}>{aboutTitle ?? '查看'}</Link>,
  })
  const state: RecordColumn = {
    key: 'state',
    head: '状态',
    kind: 'keep',
    cell: (record) => <RecordState record={record} today={today} />,
  }
  switch (kind) {
    case 'account':
      return [
        named('账号'),
        {
          key: 'channel',
          head: '渠道',
          kind: 'keep',
          cell: ({ data }) => publicationChannels[data.channel as PublicationChannelKey]?.caption ?? '—',
        },
        { key: 'operator', head: '运营单位', cell: ({ data }) => String(data.operator ?? '—') },
        { key: 'opened', head: '登记', kind: 'keep', cell: ({ openedOn }) => formatChinese(openedOn) },
        { key: 'updated', head: '最近更新', kind: 'keep', cell: ({ updatedOn }) => dayOr(updatedOn) },
        state,
      ]
    case 'concern':
      return [
        named('舆情'),
        {
          key: 'level',
          head: '程度',
          cell: ({ data }) => concernLevels[data.level as ConcernLevel] ?? '—',
        },
        {
          key: 'clocks',
          head: '回应时限',
          cell: ({ clocks }) => (
            <div>
              {clocks.map((clock) => (
                <ClockMark key={clock.caption} clock={clock} />
              ))}
            </div>
          ),
        },
        { key: 'answers', head: '回应', kind: 'number', cell: ({ notes }) => notes.length },
        state,
      ]
    case 'call':
      return [
        named('事项'),
        about('公告'),
        { key: 'until', head: '截止', kind: 'keep', cell: ({ due }) => dayOr(due) },
        state,
      ]
    case 'correction':
      return [
        named('纠错、举报'),
        about('哪一份信息'),
        {
          key: 'text',
          head: '内容',
          cell: ({ text }) => (text === null ? '只有可以答复的人员能够阅看' : short(text)),
        },
        { key: 'due', head: '最迟答复', kind: 'keep', cell: ({ due }) => dayOr(due) },
        state,
      ]
    case 'special':
      return [
        named('专题'),
        { key: 'opened', head: '开设', kind: 'keep', cell: ({ openedOn }) => formatChinese(openedOn) },
        state,
      ]
    case 'appraisal':
      return [
        { ...about('信息'), names: true },
        { key: 'useful', head: '有用', kind: 'number', cell: ({ notes }) => thought(notes, true) },
        { key: 'useless', head: '没有用', kind: 'number', cell: ({ notes }) => thought(notes, false) },
        {
          key: 'last',
          head: '最近评价',
          kind: 'keep',
          cell: ({ notes }) => dayOr(notes.at(-1)?.on ?? null),
        },
      ]
  }
}

const thought = (notes: SeenRecord['notes'], useful: boolean): number =>
  notes.filter(({ data }) => data.useful === useful).length

const short = (text: string): string => {
  const characters = [...text]
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text
}
