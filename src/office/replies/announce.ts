/** That a letter is there is told by mail or SMS too, so that nobody waits for what lies in a box. */
import { type Day, formatChinese } from '../../law/day.ts'
import { type CaseNotice, notifyApplicant, notifyThirdParty } from '../messages/notify.ts'
import type { Unit } from '../ports.ts'
import type { Consultation } from '../requests/index.ts'
import type { CaseFile } from './case-file.ts'
import type { NoticeAction } from './notices.ts'

/** What is known of the step when it is told. */
interface Told {
  readonly unit: Unit
  readonly file: CaseFile
  readonly consultation: Consultation | undefined
  readonly letterNo: string
  readonly occasion: Pick<CaseNotice<'received'>, 'about' | 'once' | 'today' | 'at'>
}

const chinese = (day: Day | null | undefined): string => (day ? formatChinese(day) : '文书载明的日期')

/** For each step the message that it puts into the outbox of its unit; organs are written to and need none. */
export const announcements: { readonly [Action in NoticeAction]?: (told: Told) => Promise<unknown> } = {
  askCorrection: ({ unit, file, occasion }) =>
    notifyApplicant(unit, {
      ...occasion,
      kind: 'correctionAsked',
      facts: { by: chinese(file.state.correction?.by) },
    }),
  askReasons: ({ unit, file, occasion }) =>
    notifyApplicant(unit, {
      ...occasion,
      kind: 'reasonsAsked',
      facts: { by: chinese(file.state.reasons?.by) },
    }),
  defer: ({ unit, file, occasion }) =>
    notifyApplicant(unit, {
      ...occasion,
      kind: 'deferred',
      facts: { due: chinese(file.state.reasons?.deferredUntil) },
    }),
  approveExtension: ({ unit, file, occasion }) =>
    notifyApplicant(unit, { ...occasion, kind: 'extended', facts: { due: chinese(file.clock.due) } }),
  askFee: ({ unit, occasion }) => notifyApplicant(unit, { ...occasion, kind: 'feeAsked', facts: {} }),
  moveOn: ({ unit, occasion }) => notifyApplicant(unit, { ...occasion, kind: 'movedOn', facts: {} }),
  withdraw: ({ unit, occasion }) => notifyApplicant(unit, { ...occasion, kind: 'withdrawn', facts: {} }),
  consultThirdParty: ({ unit, occasion, consultation, letterNo }) =>
    notifyThirdParty(
      unit,
      { ...occasion, kind: 'opinionAsked', facts: { letterNo } },
      consultation!.counterpart,
    ),
  tellThirdParty: ({ unit, occasion, consultation, letterNo }) =>
    notifyThirdParty(
      unit,
      { ...occasion, kind: 'disclosureTold', facts: { letterNo } },
      consultation!.counterpart,
    ),
}
