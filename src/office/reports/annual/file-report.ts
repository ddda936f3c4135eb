/** Submitted, returned, accepted, published, revised (条例§49): each a step of `steps.ts`, with what it records. */

import { composeForStaff } from '../../messages/compose-message.ts'
import { messageHouseOf } from '../../messages/message-house.ts'
import { addressBookOf } from '../../messages/recipients.ts'
import type { Unit } from '../../ports.ts'
import {
  type AnnualAsk,
  type AnnualHouse,
  type ChangeOutcome,
  changeReport,
  type Desk,
  draftAt,
  noForm,
  registerFor,
} from './desk.ts'
import { countFindings } from './draft.ts'
import type { ReturnReason } from './events.ts'
import { personalTextIn } from './personal-text.ts'
import { refuse } from './refusal.ts'
import { bytesOf, snapshotOf } from './snapshot.ts'

/** Submits the report as it stands: what is wanting is told all at once, and then nothing is kept. */
export async function submitReport(
  house: AnnualHouse,
  ask: AnnualAsk,
  seen?: number,
): Promise<ChangeOutcome> {
  const register = await registerFor(house, ask)
  return changeReport(
    house,
    ask,
    'submit',
    async (desk, unit) => {
      const draft = await draftAt(unit, desk, register)
      if (draft === null) return noForm(ask.year)
      const { obstacles, report, compiled, findings } = draft
      if (obstacles.length > 0)
        return {
          ...refuse(
            'reportNotReady',
            `还有 ${obstacles.length} 处需要补充或者修改，不能报送：${obstacles[0]!.message}`,
            '条例§49',
            '条例§50',
          ),
          obstacles,
        }
      const { id, code } = ask.organ
      const { name, kind } = desk.organ
      const snapshot = snapshotOf({ id, code, name, kind }, report, compiled.cells, desk.texts)
      const { hash } = await unit.blobs.put(bytesOf(snapshot), 'application/json', ask.at)
      return {
        refused: false,
        events: [
          {
            kind: 'reportSubmitted',
            on: ask.today,
            data: { snapshot: hash, edition: compiled.edition.id, findings: countFindings(findings) },
          },
        ],
      }
    },
    seen,
  )
}

/** The superior organ gives the report back, with reasons. */
export const returnReport = (
  house: AnnualHouse,
  ask: AnnualAsk,
  reasons: readonly ReturnReason[],
  seen?: number,
): Promise<ChangeOutcome> =>
  changeReport(
    house,
    ask,
    'return',
    async (desk, unit) => {
      if (reasons.length === 0) return refuse('noReason', '退回年度报告应当写明理由。', '条例§49')
      const personal = personalTextIn(reasons.map(({ text }) => text))
      if (personal !== null) return personal
      await tellHeads(unit, desk, 'reportReturned')
      return { refused: false, events: [{ kind: 'reportReturned', on: ask.today, data: { reasons } }] }
    },
    seen,
  )

/** The superior organ finds nothing against it. */
export const acceptReport = (
  house: AnnualHouse,
  ask: AnnualAsk,
  note: string | null,
): Promise<ChangeOutcome> =>
  changeReport(house, ask, 'accept', async (desk, unit) => {
    const personal = personalTextIn([note])
    if (personal !== null) return personal
    await tellHeads(unit, desk, 'reportAccepted')
    return { refused: false, events: [{ kind: 'reportAccepted', on: ask.today, data: { note } }] }
  })

/** Puts a mail to the heads of the organ into the outbox; it goes out if the step is kept. */
async function tellHeads(
  unit: Unit,
  { ask, state }: Desk,
  kind: 'reportReturned' | 'reportAccepted',
): Promise<void> {
  const { year, today, at } = ask
  const facts = { act: `${year}年政府信息公开工作年度报告` }
  const notice = { kind, about: unit.organ, number: '', facts, once: `${year}/${state.version}`, today, at }
  const book = await addressBookOf(unit.staff, unit.organ)
  const messages = composeForStaff(await messageHouseOf(unit), notice, book.holders('head'))
  await unit.outbox.putAll(messages, at)
}

/** Makes public what was submitted, to the letter. */
export const publishReport = (house: AnnualHouse, ask: AnnualAsk, seen?: number): Promise<ChangeOutcome> =>
  changeReport(
    house,
    ask,
    'publish',
    ({ state }) => ({
      refused: false,
      events: [
        {
          kind: 'reportPublished',
          on: ask.today,
          data: { snapshot: state.submission!.snapshot, number: state.publications.length + 1 },
        },
      ],
    }),
    seen,
  )

/** Opens a published report again. What was public stays so, beside its correction. */
export const reviseReport = (
  house: AnnualHouse,
  ask: AnnualAsk,
  reason: string,
  seen?: number,
): Promise<ChangeOutcome> =>
  changeReport(
    house,
    ask,
    'revise',
    () => {
      if (reason.trim() === '')
        return refuse(
          'noReason',
          '更正已经公布的年度报告应当写明理由，理由随更正后的报告一并公布。',
          '条例§6',
          '条例§49',
        )
      return (
        personalTextIn([reason]) ?? {
          refused: false,
          events: [{ kind: 'revisionBegun', on: ask.today, data: { reason: reason.trim() } }],
        }
      )
    },
    seen,
  )
