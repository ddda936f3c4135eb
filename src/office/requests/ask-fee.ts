import { fee, feeByPiece } from '../../law/fees.ts'
import { event } from './events.ts'
import { clockAllows, isForInformation, isNotApproved, isNotWaiting } from './guards.ts'
import { refuse } from './refusal.ts'
import { missing, says, verb } from './verb.ts'

export interface AskFee {
  /** By piece or by page, one of them (办法§3). */
  readonly pieces?: number
  readonly pages?: number
  /** Pieces of the same applicant counted before in the calendar month (办法§4). */
  readonly alreadyThisMonth?: number
  readonly payHow: string
  readonly letterNo: string
}

/**
 * 办法§6: decided and notified within the handling period, stating basis, standard, amount and how to pay. The head
 * decides. One basis for a request, and one notice: a request once charged is not charged again (办法§3).
 */
export const askFee = verb<AskFee>(
  'askFee',
  [
    isForInformation,
    isNotApproved,
    ({ fee }) =>
      fee === null
        ? null
        : refuse('feeRepeated', '已发过收费通知，同一申请不得再次收费。', '办法§3', '办法§6'),
    isNotWaiting,
    clockAllows((on) => ({ kind: 'feeAsked', on })),
  ],
  (_, { pieces, pages, alreadyThisMonth = 0, payHow, letterNo }, { today }) => {
    const charged =
      pieces !== undefined && pages === undefined
        ? feeByPiece(pieces, alreadyThisMonth)
        : fee({ ...(pieces !== undefined && { pieces }), ...(pages !== undefined && { pages }) })
    if ('refused' in charged)
      return refuse(
        charged.refused === 'bothBases' ? 'bothBases' : 'incomplete',
        charged.message,
        ...charged.cites,
      )
    if (charged.amount === 0)
      return refuse('noFee', '数量未超过免费的范围，不得收费；请直接办理。', '条例§42¶1', ...charged.cites)
    if (!says(payHow)) return missing('缴纳方式', '办法§6')
    if (!says(letterNo)) return missing('收费通知文号', '办法§6')
    return [
      event('feeAsked', today, {
        basis: charged.basis,
        quantity: charged.quantity,
        before: charged.basis === 'piece' ? alreadyThisMonth : 0,
        amount: charged.amount,
        payHow,
        letterNo,
      }),
    ]
  },
)
