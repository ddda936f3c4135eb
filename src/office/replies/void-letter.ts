/** A number that was spent and will not be used stays on record as void, with its reason, and is not given again. */
import type { Calendar } from '../../law/calendar.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { type Handled, handleWithin, type Outcome } from '../handling/handle-request.ts'
import type { Conflict, Office, Unit } from '../ports.ts'
import type { CommandOf, Refusal } from '../requests/index.ts'
import { type CaseFile, guarded, openCase } from './case-file.ts'
import { takenBy } from './sealed-letter.ts'
import type { Acting } from './write-letter.ts'

export interface VoidLetter extends Acting {
  /** 发文字号 of a letter of the request. */
  readonly letterNo: string
  /** Stands in the log: nothing personal. */
  readonly reason: string
}

export interface NotVoided {
  readonly failure: 'unknownLetter' | 'inUse' | 'alreadyVoid'
  readonly message: string
}

const messages: Readonly<Record<NotVoided['failure'], string>> = {
  unknownLetter: '卷内没有这一文号的文书，请核对。',
  inUse: '这一文号用于已用印或者已发出的答复，不能单独作废；尚未发出的，请退回重新拟稿。',
  alreadyVoid: '这一文号已经作废，请勿重复登记。',
}

const notVoided = (failure: NotVoided['failure']): NotVoided => ({ failure, message: messages[failure] })

/** Voids the number of a spoilt letter; who did it and why is noted on the file. */
export async function voidLetter(
  office: Office,
  spoilt: VoidLetter,
): Promise<Handled | Refusal | Conflict | NotVoided> {
  const calendar = await calendarOf(office, spoilt.organ)
  return allOrNothing(office, spoilt.organ, async (unit) => {
    const file = await openCase(unit, spoilt.request, spoilt.context, calendar)
    if (file.state.draft?.seal?.letterNo === spoilt.letterNo) return notVoided('inUse')
    return voidWithin(unit, file, spoilt, calendar)
  })
}

export interface ReturnReply extends Acting {
  readonly command: CommandOf<'returnDraft'>
}

/** 退回: the draft goes back, and where it was sealed already the number of its letter is void. */
export async function returnReply(
  office: Office,
  { command, ...acting }: ReturnReply,
): Promise<Outcome | NotVoided> {
  const calendar = await calendarOf(office, acting.organ)
  return allOrNothing(office, acting.organ, async (unit) => {
    const file = await openCase(unit, acting.request, acting.context, calendar)
    const done = await handleWithin(unit, { ...acting, action: 'returnDraft', command }, calendar)
    const letterNo = file.state.draft?.seal?.letterNo
    if (hasFailed(done) || letterNo === undefined) return done
    const { seen: _, ...rest } = acting
    return voidWithin(unit, file, { ...rest, letterNo, reason: '拟稿退回重拟' }, calendar)
  })
}

async function voidWithin(
  unit: Unit,
  file: CaseFile,
  { letterNo, reason, ...acting }: VoidLetter,
  calendar: Calendar,
): Promise<Handled | Refusal | Conflict | NotVoided> {
  const issued = file.state.letters.find((each) => each.letterNo === letterNo)
  const entry = issued === undefined ? null : await unit.vault.open(issued.letter)
  const taken = entry === null || 'failure' in entry ? null : takenBy(entry)
  if (taken === null) return notVoided('unknownLetter')
  if (!(await unit.numbers.voided(taken.series, taken.number, reason, acting.at)))
    return notVoided('alreadyVoid')
  return handleWithin(
    unit,
    {
      ...acting,
      action: 'annotate',
      command: { text: `文号${letterNo}作废：${reason}` },
      context: await guarded(unit, file, acting.context),
    },
    calendar,
  )
}
