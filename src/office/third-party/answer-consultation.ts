import type { Day } from '../../law/day.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { handleWithin } from '../handling/handle-request.ts'
import { notifyStaff } from '../messages/notify.ts'
import { inspectPapers, isRefused, type PaperInput, type PaperRefusal } from '../papers/inspect-papers.ts'
import { keepPapersWithin } from '../papers/keep-paper.ts'
import type { Conflict, Office } from '../ports.ts'
import type { Opinion, Refusal } from '../requests/index.ts'
import { type ByCode, type CodeRefusal, openWithin, refuseCode } from './open-consultation.ts'
import { reasonsEntry } from './reasons.ts'

export interface AnswerConsultation extends ByCode {
  readonly opinion: Exclude<Opinion, 'noView'>
  /** Empty where none are given. */
  readonly reasons: string
  /** What bears the reasons out. */
  readonly papers?: readonly Omit<PaperInput, 'purpose'>[]
}

/** The opinion as it was taken. */
export interface Answered {
  readonly refused: false
  readonly opinion: Opinion
  readonly on: Day
}

export type AnswerOutcome = Answered | CodeRefusal | PaperRefusal | Refusal | Conflict

/**
 * Takes a third party's opinion online (条例§32), until its last day. The log keeps which it is; the reasons are
 * sealed, and so are the names of the papers that come with them, which are looked into as an applicant's are. Silence is not recorded here: it means something only when the period is over.
 */
export async function answerConsultation(
  office: Office,
  { opinion, reasons, papers = [], ...by }: AnswerConsultation,
): Promise<AnswerOutcome> {
  const calendar = await calendarOf(office, by.organ)
  const text = reasons.trim()
  const inspected = await inspectPapers(papers.map((paper) => ({ ...paper, purpose: 'evidence' as const })))
  if (isRefused(inspected)) return inspected
  return allOrNothing(office, by.organ, async (unit): Promise<AnswerOutcome> => {
    const opened = await openWithin(unit, by, calendar)
    if (hasFailed(opened)) return opened
    // By its reasons a refusal counts: 不同意公开且有合理理由的.
    if (opinion !== 'agrees' && text === '')
      return refuseCode('reasonsWanted', '不同意公开的，请逐项说明理由；确无理由的，请填写“未说明理由”。')
    const { request, consultation } = opened
    const { id, counterpart } = consultation
    const actor = { id: counterpart, role: 'thirdParty', scope: 'own' } as const
    const context = { ...opened.context, actor }
    const entry = reasonsEntry(request, id, text)
    if (text !== '') await unit.vault.put(entry, by.at)
    const done = await handleWithin(
      unit,
      {
        organ: by.organ,
        request,
        action: 'returnConsultation',
        command: { id, opinion, ...(text !== '' && { reasons: entry.id }) },
        context,
        at: by.at,
      },
      calendar,
    )
    if (hasFailed(done)) return done
    const { today, at } = by
    const kept = await keepPapersWithin(unit, { request, context, at }, inspected, calendar)
    if (kept !== null && hasFailed(kept)) return kept
    const once = String(done.version)
    await notifyStaff(unit, { kind: 'opinionCame', about: request, facts: {}, once, today, at })
    return { refused: false, opinion, on: today }
  })
}
