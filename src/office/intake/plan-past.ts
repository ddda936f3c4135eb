/** What bringing a register in would do: what would be made, what is there already, and every fault by row. */
import { type Day, isDay } from '../../law/day.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { cellFault, headedRows, type RowFault } from '../lists/headed-rows.ts'
import type { Grid, ListRefusal } from '../lists/list-file.ts'
import { type OrganRecord, recordOf } from '../organs/organ.ts'
import { remediesOfOrgan } from '../organs/remedies-of-organ.ts'
import type { CaseId, Office, OrganId, Unit } from '../ports.ts'
import type { Actor, Status } from '../requests/index.ts'
import { statusOf } from '../requests/index.ts'
import { pastColumns, pastList } from './past-columns.ts'
import type { PastRequest } from './past-request.ts'
import type { Replayed } from './past-steps.ts'
import { isFaults, readPast } from './read-past.ts'
import { rehearse } from './replay-past.ts'

export interface PastPlan {
  /** What would be made, and how far it would have come. Nothing of whoever asked. */
  readonly toMake: readonly { readonly line: number; readonly number: string; readonly status: Status }[]
  /** Numbers that are there already: left as they are, so that a list can be brought in again. */
  readonly existing: readonly { readonly line: number; readonly number: string; readonly request: CaseId }[]
  readonly refused: readonly { readonly line: number; readonly faults: readonly RowFault[] }[]
  readonly unknownHeads: readonly string[]
}

export interface PastImport {
  readonly organ: OrganId
  /** The civil day of the act: nothing of the past is later. */
  readonly today: Day
  /** Who brings the register in, and the head who answers for it with them. */
  readonly importer: Actor
  readonly head: Actor
}

/** The sound rows of a register with what they were read as. */
export interface PlannedPast extends PastPlan {
  readonly requests: ReadonlyMap<number, PastRequest>
}

/** Looks at a register and says what would be made of it. Nothing is written. */
export async function planPast(
  office: Office,
  grid: Grid,
  { organ, today, importer, head }: PastImport,
): Promise<PlannedPast | ListRefusal> {
  const headed = headedRows(grid, pastList)
  if ('refused' in headed) return headed
  if (importer.id === head.id || head.role !== 'head')
    return { refused: true, message: '历史申请的导入须由经办人提出、负责人确认，两者不能是同一人。' }
  const calendar = await calendarOf(office, organ)
  const { there, house } = await office.inTransaction(organ, async (unit) => ({
    there: await existingIn(
      unit,
      headed.rows.map(({ at }) => at(pastList.heads[0]) ?? ''),
    ),
    house: await pastHouseOf(unit),
  }))
  const plan = { toMake: [], existing: [], refused: [] } as {
    toMake: PastPlan['toMake'][number][]
    existing: PastPlan['existing'][number][]
    refused: PastPlan['refused'][number][]
  }
  const requests = new Map<number, PastRequest>()
  const lines = new Map<string, number>()
  const by = { ...house, ...placeholders, calendar, importer, head }
  for (const row of headed.rows) {
    const { line } = row
    const read = readPast(row)
    const faults = isFaults(read) ? read : faultsIn(read, line, today, lines)
    if (isFaults(read) || faults.length > 0) {
      plan.refused.push({ line, faults })
      continue
    }
    const { number } = read
    lines.set(number, line)
    const request = there.get(number)
    if (request !== undefined) {
      plan.existing.push({ line, number, request })
      continue
    }
    const outcome = rehearse(read, by)
    if (typeof outcome === 'string') {
      plan.refused.push({ line, faults: [{ line, column: null, message: `第 ${line} 行：${outcome}` }] })
      continue
    }
    plan.toMake.push({ line, number, status: statusOf(outcome.progress) })
    requests.set(line, read)
  }
  return { ...plan, requests, unknownHeads: headed.unknownHeads }
}

/** Ids that stand for what the rehearsal does not need. */
const placeholders = { applicant: '-', letter: '-', digest: '-', thirdParty: '-', earlier: '-' }

function faultsIn(
  past: PastRequest,
  line: number,
  today: Day,
  lines: ReadonlyMap<string, number>,
): readonly RowFault[] {
  const before = lines.get(past.number)
  const twice =
    before === undefined ? [] : [cellFault(line, pastList.heads[0], `与第 ${before} 行重复，请只保留一行`)]
  // Periods that were given may still run.
  const later = pastColumns.filter(({ key }) => {
    const value = past[key]
    return key.endsWith('On') && isDay(value) && value > today
  })
  return [...twice, ...later.map(({ head }) => cellFault(line, head, '晚于今天，请核对'))]
}

async function existingIn({ cases }: Unit, numbers: readonly string[]): Promise<ReadonlyMap<string, CaseId>> {
  const there = new Map<string, CaseId>()
  for (const number of new Set(numbers)) {
    const row = number === '' ? null : await cases.byNumber(number)
    if (row !== null) there.set(number, row.id)
  }
  return there
}

/** The organ as its past replies came from it. Throws where there is no such organ. */
export async function pastHouseOf({
  organ,
  organs,
}: Pick<Unit, 'organ' | 'organs'>): Promise<
  Pick<Replayed, 'organ' | 'remedies'> & { readonly name: string }
> {
  const line = await organs.withSuperiors(organ)
  const codes = new Map(line.map(({ id, code }) => [id, code]))
  const records: readonly OrganRecord[] = line.map((row) => recordOf(row, (id) => codes.get(id)))
  const [record] = records
  if (record === undefined) throw new Error(`There is no organ ${organ}`)
  const { review, court } = remediesOfOrgan(record, (code) => records.find((each) => each.code === code))
  return {
    name: record.name,
    organ: record.kind,
    remedies: { reviewOrgans: review.map(({ name }) => name), court: court.name },
  }
}
