/** Annual reports of invented organs, each with a fault such as is met, put in and read at the county. */
import { addDays, type Day, yearOf } from '../../law/day.ts'
import { editions } from '../../report/editions/index.ts'
import { fill } from '../../report/fill.ts'
import type { Edition, EditionId } from '../../report/form.ts'
import type { Reading, Readings } from '../../report/reading.ts'
import type { Report } from '../../report/report.ts'
import { type WriteFormat, write } from '../../writer/write.ts'
import type { ActorId, Moment, Office } from '../ports.ts'
import { correctCells } from '../reports/examined/correct-cells.ts'
import { keepSources } from '../reports/examined/keep-sources.ts'
import { matchReport } from '../reports/examined/match-report.ts'
import { readWaiting } from '../reports/examined/read-waiting.ts'
import { readingJobs } from '../reports/examined/reading-jobs.ts'
import { countyId, demonstrationOrgans } from './county.ts'
import { must } from './walk-office.ts'

interface InventedReport {
  /** Id of the organ of the county whose report it is. */
  readonly organ: string
  readonly year: number
  readonly edition: EditionId
  readonly format: WriteFormat
  /** Figures that are entered; all others are 0, totals are made of them. */
  readonly figures: Readonly<Record<string, number>>
  /** What is printed otherwise: the fault. */
  readonly printed?: Readonly<Record<string, Reading>>
  /** What became of the page on its way. */
  readonly spoilt?: (page: string) => string
  /** What staff of the county did about it. */
  readonly confirmed?: true
  readonly corrected?: { readonly cells: Readonly<Record<string, number>>; readonly reason: string }
}

const misprint = (value: number): Reading => ({ kind: 'number', value, raw: String(value) })
const dash: Reading = { kind: 'dash', raw: '—' }

const upheld = 'disputes/cases@reconsideration.upheld'

const inventedReports = (year: number): readonly InventedReport[] => [
  {
    organ: 'education',
    year,
    edition: '2021',
    format: 'docx',
    figures: {
      ...{ 'documents/normative@issued': 2, 'documents/normative@inForce': 11 },
      ...{ 'licensing/licence@decisions': 418, 'enforcement/penalty@decisions': 6 },
      ...{ 'requests/received@natural': 21, 'requests/received@legal.business': 4 },
      ...{ 'requests/outcome.granted@natural': 16, 'requests/outcome.unavailable.notHeld@natural': 5 },
      ...{ 'requests/outcome.granted@legal.business': 4, [upheld]: 1 },
    },
    // A total that is not the sum of its parts.
    printed: { 'requests/outcome.total@natural': misprint(20) },
    confirmed: true,
  },
  {
    organ: 'housing',
    year,
    edition: '2021',
    format: 'html',
    figures: {
      ...{ 'documents/normative@issued': 9, 'documents/normative@repealed': 1 },
      // More was issued in the year than is in force or was repealed.
      ...{ 'documents/normative@inForce': 5, 'licensing/licence@decisions': 1306 },
      ...{ 'enforcement/penalty@decisions': 57, 'charges/fee@amount': 128.56 },
      ...{ 'requests/received@natural': 48, 'requests/carriedIn@natural': 3 },
      ...{ 'requests/outcome.granted@natural': 30, 'requests/outcome.partial@natural': 9 },
      ...{
        'requests/outcome.denied.thirdParty@natural': 4,
        'requests/outcome.unavailable.notHeld@natural': 6,
      },
      ...{ 'requests/carriedOut@natural': 2, [upheld]: 2 },
    },
  },
  {
    organ: 'donghe',
    year,
    edition: '2021',
    format: 'md',
    figures: {
      ...{ 'requests/received@natural': 7, 'requests/outcome.granted@natural': 5 },
      ...{ 'requests/outcome.declined.petition@natural': 2, 'enforcement/penalty@decisions': 12 },
    },
    // The form wants a figure in every cell, 0 too.
    printed: { 'charges/fee@amount': dash, 'documents/rules@issued': dash },
    confirmed: true,
    corrected: {
      cells: { 'charges/fee@amount': 0, 'documents/rules@issued': 0 },
      reason: '经与报送单位核实，划线处均为零。',
    },
  },
  {
    organ: 'xiling',
    year: 2020,
    edition: '2019',
    format: 'html',
    figures: {
      ...{ 'documents/normative@made': 3, 'documents/normative@disclosed': 3 },
      ...{ 'documents/normative@totalDisclosed': 17, 'requests/received@natural': 5 },
      ...{ 'requests/outcome.granted@natural': 4, 'requests/carriedOut@natural': 1 },
    },
    confirmed: true,
  },
  {
    organ: 'beishan',
    year,
    edition: '2021',
    format: 'html',
    figures: {
      ...{ 'requests/received@natural': 3, 'requests/outcome.granted@natural': 2 },
      ...{ 'requests/outcome.declined.repeat@natural': 1, 'enforcement/penalty@decisions': 4 },
    },
    spoilt: withPinyin,
  },
]

const sounds = { 数: 'shù', 据: 'jù', 请: 'qǐng', 处: 'chù', 机: 'jī', 关: 'guān', 项: 'xiàng' } as const

/** As a page converter leaves it: pinyin behind characters, in the middle of captions. */
function withPinyin(page: string): string {
  return page.replace(
    /[数据请处机关项]/g,
    (character) => `${character}(${sounds[character as keyof typeof sounds]})`,
  )
}

const nameOf = (organ: string): string => demonstrationOrgans.find(({ id }) => id === organ)!.record.name

const prose: Readonly<Record<number, (received: number) => string>> = {
  1: (received) =>
    `本年度坚持以公开为常态、不公开为例外，新收政府信息公开申请${received}件，均在法定期限内办理。\n政府网站信息发布前均经保密审查。`,
  5: () => '存在的问题：主动公开的内容还不够及时。\n改进情况：按月核对公开清单，明确专人负责更新。',
  6: () => '本年度未收取信息处理费。',
}

function reportOf({ organ, year, edition: id, figures, printed }: InventedReport): Report {
  const edition: Edition = editions[id]
  const of = (table: string) =>
    Object.entries(figures)
      .filter(([key]) => key.startsWith(`${table}/`))
      .map(([key, count]) => {
        const [row = '', column = ''] = key.slice(table.length + 1).split('@')
        return { row, column, count }
      })
  const readings: Readings = {
    ...Object.assign({}, ...edition.tables.map((table) => fill(table, of(table.key)))),
    ...printed,
  }
  const received = figures['requests/received@natural'] ?? 0
  const others = figures['requests/received@legal.business'] ?? 0
  return {
    organ: { name: nameOf(organ), kind: null },
    ...{ year, edition: id, script: 'simplified', readings, claims: [], publication: {} },
    preamble: `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    sections: edition.sections.map(({ number, title }) => ({
      number,
      title,
      text: prose[number]?.(received + others) ?? '',
    })),
    forms: Object.fromEntries(edition.tables.map(({ key }) => [key, id])),
  }
}

async function fileOf(invented: InventedReport, on: Day) {
  const { organ, year, format, spoilt } = invented
  const bytes = await write(reportOf(invented), format, { on })
  return {
    // Copied out of a page, as text is: nobody names a report after Markdown.
    name: `${nameOf(organ)}${year}年政府信息公开工作年度报告.${format === 'md' ? 'txt' : format}`,
    bytes: spoilt ? new TextEncoder().encode(spoilt(new TextDecoder().decode(bytes))) : bytes,
  }
}

export interface ReportsParts {
  readonly office: Office
  /** Who puts them in. */
  readonly actor: ActorId
  readonly today: Day
  readonly at: (day: Day) => Moment
}

/** Puts the reports in, one a day up to today, has them read, and does about them what has been done so far. */
export async function makeReports({ office, actor, today, at }: ReportsParts): Promise<void> {
  const all = inventedReports(yearOf(today) - 1)
  for (const [place, invented] of all.entries()) {
    const on = addDays(today, place + 1 - all.length)
    const by = { actor, at: at(on) }
    const id = `examined-${place + 1}`
    const files = [await fileOf(invented, on)]
    await keepSources(office, { organ: countyId, files, by, on, newId: () => id, room: readingJobs })
    await readWaiting(office, { room: readingJobs, now: () => by.at })
    const deed = { organ: countyId, id, by, on }
    const { organ: match, year, confirmed, corrected } = invented
    if (confirmed) must('matchReport', await matchReport(office, { ...deed, match, organName: '', year }))
    if (corrected) must('correctCells', await correctCells(office, { ...deed, ...corrected }))
  }
}
