/**
 * Years past brought in from the register of another system: with their numbers, days and endings, by the verbs that
 * would have made them. A request is made whole or not at all; one that is there already is left as it is, so that a
 * list that broke off can simply be brought in again.
 */

import { yearOf } from '../../law/day.ts'
import type { Letter } from '../../writer/letter.ts'
import { applicantOf } from '../applicants/applicant.ts'
import { hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { handleWithin } from '../handling/handle-request.ts'
import type { RowFault } from '../lists/headed-rows.ts'
import type { ListRefusal } from '../lists/list-file.ts'
import type { CaseId, Moment, Office, Unit } from '../ports.ts'
import { digestOf, sealLetter } from '../replies/sealed-letter.ts'
import { emptyRequest, endings, type RequestState } from '../requests/index.ts'
import { streamOfRequest } from '../streams.ts'
import { applicationEntry } from './application.ts'
import { contentOf } from './content.ts'
import { wishOf } from './duplicates.ts'
import { findOrMakeApplicant } from './find-applicant.ts'
import { readPastList } from './past-columns.ts'
import { letterNumberOf } from './past-ending.ts'
import type { PastRequest } from './past-request.ts'
import { inFile, type Replayed } from './past-steps.ts'
import { type PastImport, type PastPlan, pastHouseOf, planPast } from './plan-past.ts'
import { applicantIn } from './read-past.ts'
import { contextFor, stepsOf } from './replay-past.ts'

export interface ImportApplications extends PastImport {
  readonly bytes: Uint8Array
  /** Moment of recording, ISO 8601: the events say when they happened and when they were written down. */
  readonly at: Moment
  /** A new id, each time another. */
  readonly newId: () => string
  /** Only look at the register and say what would be made of it. */
  readonly dryRun?: boolean
}

export interface ImportedApplications extends PastPlan {
  readonly done: boolean
  readonly made: readonly { readonly line: number; readonly number: string; readonly request: CaseId }[]
}

/**
 * Brings a register in: XLSX or CSV under the heads of `past-columns.ts`. Sound rows are made, faulty ones are named by
 * row and column.
 *
 * @returns what was or would be made; or why the list as a whole is not read
 */
export async function importApplications(
  office: Office,
  { bytes, at, newId, dryRun = false, ...past }: ImportApplications,
): Promise<ImportedApplications | ListRefusal> {
  const grid = await readPastList(bytes)
  const planned = 'refused' in grid ? grid : await planPast(office, grid, past)
  if (!('requests' in planned)) return planned
  const { requests, ...plan } = planned
  if (dryRun) return { ...plan, done: false, made: [] }
  const calendar = await calendarOf(office, past.organ)
  const made: ImportedApplications['made'][number][] = []
  const refused = [...plan.refused]
  for (const [line, row] of requests) {
    const request = newId()
    const ids = { request, applicant: newId(), letter: newId(), thirdParty: newId() }
    const fault = await office.inTransaction(past.organ, async (unit) => {
      const found = await makePast(unit, row, { ...past, calendar, at, ids })
      if (found !== null) unit.abandon()
      return found
    })
    if (fault === null) made.push({ line, number: row.number, request })
    else refused.push({ line, faults: [rowFault(line, fault)] })
  }
  return { ...plan, refused, done: true, made }
}

const rowFault = (line: number, words: string): RowFault => ({
  line,
  column: null,
  message: `第 ${line} 行：${words}`,
})

interface Making extends PastImport, Pick<Replayed, 'calendar'> {
  readonly at: Moment
  readonly ids: Readonly<Record<'request' | 'applicant' | 'letter' | 'thirdParty', string>>
}

/** Makes one request of a row; null when done, else why not, and then the unit is to be abandoned. */
async function makePast(unit: Unit, past: PastRequest, making: Making): Promise<string | null> {
  const { today, calendar, at, ids, importer, head } = making
  const { request } = ids
  // Counts what was brought in, and keeps two units from making one person twice.
  await unit.numbers.next({ kind: 'import', year: yearOf(today) }, streamOfRequest(request), at)
  if ((await unit.cases.byNumber(past.number)) !== null) return '该编号的申请已经存在，没有重复导入。'
  const { applicant } = applicantOf(applicantIn(past), past.arrivedOn)
  const found = await findOrMakeApplicant(unit, { applicant, newId: ids.applicant, overwrite: 'never', at })
  const { content } = contentOf(past)
  await unit.vault.put(
    applicationEntry(request, { ...content, applicant, posting: null }, wishOf(found.id, content)),
    at,
  )
  const { name, ...house } = await pastHouseOf(unit)
  const letter = letterOf(past, name)
  const earlier = past.earlierNumber === null ? null : await unit.cases.byNumber(past.earlierNumber)
  const by: Replayed = {
    ...house,
    calendar,
    importer,
    head,
    applicant: found.id,
    letter: ids.letter,
    digest: digestOf(letter),
    thirdParty: ids.thirdParty,
    earlier: earlier?.id ?? past.earlierNumber ?? inFile,
  }
  let state: RequestState = emptyRequest
  for (const step of stepsOf(past, by)) {
    const context = contextFor(step, by)
    const handling = { organ: unit.organ, request, action: step.action, context, at }
    const command = step.command(state, { ...context, calendar })
    const outcome = await handleWithin(unit, { ...handling, command } as never, calendar)
    if (hasFailed(outcome)) return 'failure' in outcome ? '该申请同时被改动，请重新导入。' : outcome.message
    state = outcome.state
  }
  if (state.letters.length > 0) {
    const series = { kind: 'import', year: yearOf(today) }
    await sealLetter(unit, ids.letter, letter, { series, number: 0, letterNo: letter.number }, at)
  }
  return null
}

/** The letter of a past reply: that there was one, under which number; its text lies in the old file. */
function letterOf(past: PastRequest, organ: string): Letter {
  const on = past.answeredOn ?? past.arrivedOn
  return {
    head: organ,
    number: letterNumberOf(past, on),
    title: past.ending === null ? '' : endings[past.ending].letterTitle,
    addressee: past.name ?? '',
    paragraphs: [inFile],
    attachments: [],
    signature: organ,
    date: on,
    note: '',
    copies: [],
  }
}
