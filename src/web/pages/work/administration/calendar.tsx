import { type CalendarDay, works } from '../../../../law/calendar.ts'
import {
  addDays,
  type Day,
  dayOf,
  formatChinese,
  formatMonthDay,
  partsOf,
  yearOf,
} from '../../../../law/day.ts'
import { calendarAfter } from '../../../../office/handling/calendar-of.ts'
import type { CalendarPaper } from '../../../../office/ports.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { weeksOf } from '../../../ui/month-grid.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { WeekHead } from '../../../ui/week-head.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/calendar.ts'
import { readPaper } from './calendar-paper.ts'
import { CalendarPaperForm } from './calendar-paper-form.tsx'
import { OrganSwitch } from './organ-switch.tsx'
import { type Outcome, refusedBy, Said } from './outcome.tsx'
import { openRoom } from './room.ts'
import { YearLinks } from './year-links.tsx'

export async function loader(args: Route.LoaderArgs) {
  const { api, organ, organs } = await openRoom(args, 'manageCalendar')
  const params = { organ: organ.id }
  const [listed, subordinates] = await Promise.all([
    api.call('listCalendarPapers', { params }),
    api.call('listOrgans', { params }),
  ])
  const { rows, asOf: today } = told(listed)
  const papers = rows as readonly CalendarPaper[]
  const calendar = calendarAfter(papers)
  const asked = Number(new URL(args.request.url).searchParams.get('year'))
  const year = asked >= 2019 && asked <= 2100 ? asked : yearOf(today)
  const entryAt = (day: Day): CalendarDay | undefined => calendar.overlays[day] ?? calendar.days[day]
  const months = Array.from({ length: 12 }, (_, index) => monthOf(dayOf(year, index + 1, 1)))
  function monthOf(first: Day) {
    return {
      first,
      weeks: sixWeeks(weeksOf(first)).map((days) =>
        days.map((day) =>
          day === null ? null : { day, works: works(calendar, day), mark: entryAt(day)?.kind ?? null },
        ),
      ),
    }
  }
  const marked = Object.entries({ ...calendar.days, ...calendar.overlays })
    .filter(([day]) => yearOf(day as Day) === year)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([day, entry]) => ({ day: day as Day, ...entry }))
  const highest = told(subordinates).rows[0]?.parent === null
  return {
    organ,
    organs,
    year,
    months,
    runs: runsOf(marked),
    notices: calendar.notices[year] ?? [],
    coveredThrough: calendar.coveredThrough,
    papers,
    highest,
  }
}

/** As many rows for every month, so that the months of a year stand in line. */
const sixWeeks = (weeks: ReturnType<typeof weeksOf>) => [
  ...weeks,
  ...Array.from({ length: 6 - weeks.length }, () => Array<null>(7).fill(null)),
]

/** Days of one holiday that follow one another, as a run. */
function runsOf(days: readonly (CalendarDay & { readonly day: Day })[]) {
  const runs: (CalendarDay & { readonly from: Day; readonly to: Day })[] = []
  for (const { day, ...entry } of days) {
    const last = runs.at(-1)
    const goesOn =
      last !== undefined &&
      addDays(last.to, 1) === day &&
      last.kind === entry.kind &&
      last.name === entry.name &&
      last.number === entry.number
    if (goesOn) runs[runs.length - 1] = { ...last, to: day }
    else runs.push({ ...entry, from: day, to: day })
  }
  return runs
}

interface Answer extends Outcome {
  readonly counted?: AnsweredBy<'publishCalendarPaper'>
}

export async function action(args: Route.ActionArgs) {
  const { api, organ } = await openRoom(args, 'manageCalendar')
  const form = await args.request.formData()
  const body = readPaper(form) as never
  const query = { do: form.get('intent') === 'publish' ? 'true' : 'false' } as const
  const called = await api.call('publishCalendarPaper', { params: { organ: organ.id }, query, body })
  if (!called.ok) {
    const { problem } = called
    const errors = (problem.errors ?? []).map((each) => ({
      ...each,
      field: /\.(holidays|makeUpDays)|^(holidays|makeUpDays)/.test(each.field)
        ? /makeUpDays/.test(each.field)
          ? 'makeUpDays'
          : 'holidays'
        : each.field.replace(/^paper\./, ''),
    }))
    const fields = ['number', 'name', 'year', 'holidays', 'makeUpDays'].map(
      (name) => ({ name, label: name, hint: null, required: false, kind: 'text', limit: null }) as const,
    )
    return refusedBy({ ...problem, errors }, form, fields)
  }
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name).map(String)]))
  const answer: Answer = { counted: called.body, ...(query.do === 'false' && { typed }) }
  return answer
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `放假安排 · ${loaderData?.organ.name ?? ''}` },
]

/** The year as it counts here, by which papers, and a form for the next one. */
export default function CalendarPage({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, organs, year, months, runs, notices, coveredThrough, papers, highest } = loaderData
  const answer = actionData as Answer | undefined
  return (
    <div className="stack">
      <PageHead
        title="放假安排"
        note={`${organ.name} · ${coveredThrough === null ? '没有已知的年份' : `已知到${formatChinese(coveredThrough)}`}`}
      />
      <OrganSwitch organ={organ} organs={organs} />
      <YearLinks year={year} />
      {notices.length === 0 ? (
        <Note state="prov" title={`${year}年放假安排尚未公布`}>
          届满日落在这一年的，标为“暂定”，按法定节假日估算；录入国务院办公厅的通知后自动重算。
        </Note>
      ) : (
        <p>依据：{notices.join('、')}</p>
      )}
      <div className="year">
        {months.map(({ first, weeks }) => (
          <Month key={first} first={first} weeks={weeks} />
        ))}
      </div>
      <Panel kind="list" title="放假和调休" aside={`${year}年`}>
        <DataTable
          caption="放假和调休"
          columns={[
            {
              key: 'day',
              head: '日期',
              names: true,
              cell: ({ from, to }) =>
                from === to ? formatChinese(from) : `${formatChinese(from)}至${formatMonthDay(to)}`,
            },
            { key: 'kind', head: '安排', cell: ({ kind }) => (kind === 'holiday' ? '放假' : '调休上班') },
            { key: 'name', head: '名称', cell: ({ name }) => name },
            { key: 'number', head: '依据', cell: ({ number }) => number },
          ]}
          groups={[{ key: 'all', rows: runs }]}
          keyOf={({ from }) => from}
          empty={<p className="panel__foot">这一年还没有已知的安排。</p>}
        />
      </Panel>
      {papers.length > 0 && (
        <Panel title="本系统录入的文件">
          <ul className="plain-list">
            {papers.map(({ scope, paper }) => (
              <li key={`${scope} ${paper.number}`}>
                {paper.number}（{scope === 'national' ? '全国' : '地方或者本机关'}）
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title="录入放假安排">
        <div className="stack work-narrow">
          <ErrorSummary errors={answer?.errors} />
          <Said outcome={answer} />
          {answer?.counted !== undefined && <Moved {...answer.counted} />}
          <CalendarPaperForm
            key={answer?.counted?.done ? 'done' : 'open'}
            highest={highest}
            year={notices.length === 0 ? year : year + 1}
            typed={answer?.typed ?? {}}
            errors={answer?.errors ?? {}}
            previewed={answer?.counted?.done === false}
          />
        </div>
      </Panel>
    </div>
  )
}

interface MonthProps {
  readonly first: Day
  readonly weeks: readonly (readonly ({
    readonly day: Day
    readonly works: boolean
    readonly mark: CalendarDay['kind'] | null
  } | null)[])[]
}

/** A month to be read: what is off is said by ground, mark and word. */
const Month = ({ first, weeks }: MonthProps) => (
  <table className="year__month">
    <caption>{partsOf(first).month}月</caption>
    <WeekHead />
    <tbody>
      {weeks.map((days, week) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a week is known by its place in the month
        <tr key={week}>
          {days.map((each, place) =>
            each === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has no other name
              <td key={place} />
            ) : (
              <td key={each.day} data-off={each.works ? undefined : true}>
                {partsOf(each.day).day}
                {each.mark !== null && <small>{each.mark === 'holiday' ? '休' : '班'}</small>}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)

const dueText = ({ due, firm }: { readonly due: string | null; readonly firm: boolean }) =>
  due === null ? '没有' : `${formatChinese(due as Day)}${firm ? '' : '（暂定）'}`

/** Which due days move, before or after the paper is published. */
function Moved({ done, counted, moved }: AnsweredBy<'publishCalendarPaper'>) {
  return (
    <div className="stack">
      <Note state={done ? 'ok' : 'info'} title={done ? '已经公布' : '还没有公布'} live>
        {done ? '重算了' : '公布后将重算'}在办件 {counted} 件，期限变动 {moved.length} 件
        {done ? '，已经记入日志。' : '，核对后在下面公布。'}
      </Note>
      {moved.length > 0 && (
        <DataTable
          caption="期限变动的在办件"
          columns={[
            { key: 'number', head: '申请件', names: true, cell: ({ number }) => number ?? '未编号' },
            { key: 'before', head: '原届满日', cell: ({ before }) => dueText(before) },
            { key: 'after', head: '新届满日', cell: ({ after }) => dueText(after) },
          ]}
          groups={[{ key: 'all', rows: moved }]}
          keyOf={({ organ, request }) => `${organ} ${request}`}
          empty={null}
        />
      )}
    </div>
  )
}
