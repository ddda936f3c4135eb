/** How an organ counts where the form leaves it open (年报格式): read, and settled with a reason. */
import { z } from 'zod'
import { dispositions } from '../../../../law/dispositions.ts'
import { settleSetting } from '../../../../office/organs/settle-setting.ts'
import {
  chosenRow,
  countingPolicyKey,
  countingPolicyOf,
  openRows,
  withdrawnWords,
} from '../../../../office/reports/annual/counting-policy.ts'
import { type CountingPolicy, matters, unsettled } from '../../../../office/requests/annual.ts'
import { answer } from '../../../http/route.ts'
import { captionsOf, okSchema, textOf } from '../../../http/schemas.ts'
import { problemIn } from '../../refusals.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'

/** As what a matter that came by the wrong door is counted. */
const movedOnWords = {
  petition: `计为“${dispositions.petition.caption}”`,
  otherEnding: `计为“${dispositions.otherEnding.caption}”`,
  none: '不是政府信息公开申请，不计入',
} as const

const eachOf = <Key extends string, Schema extends z.ZodType>(
  keys: readonly Key[],
  schemaOf: (key: Key) => Schema,
) => z.strictObject(Object.fromEntries(keys.map((key) => [key, schemaOf(key)])) as Record<Key, Schema>)

const policyShape = {
  withdrawn: captionsOf(withdrawnWords).meta({ title: '申请人撤回的申请' }),
  movedOn: eachOf(Object.keys(matters) as (keyof typeof matters)[], (matter) =>
    captionsOf(movedOnWords).meta({ title: matters[matter] }),
  ).meta({ title: '以申请形式提出、收到之前已经转其他渠道的' }),
  rows: eachOf(unsettled, (ending) =>
    captionsOf(openRows).meta({ title: dispositions[ending].caption }),
  ).meta({ title: '填报说明没有写明的结果，计入哪一行' }),
}

const shown = (policy: CountingPolicy) => ({
  withdrawn: policy.withdrawn,
  movedOn: Object.fromEntries(
    Object.entries(policy.movedOn).map(([matter, ending]) => [matter, ending ?? 'none']),
  ) as Record<keyof typeof matters, keyof typeof movedOnWords>,
  rows: Object.fromEntries(unsettled.map((ending) => [ending, chosenRow(policy, ending)])) as never,
})

export const countingRoutes = [
  organRoute(atOrgan('manageSettings'), {
    id: 'readCountingPolicy',
    method: 'GET',
    url: '/organs/:organ/counting-policy',
    summary: '年度报告的计数口径：填报说明没有写明、由机关自定的',
    tag: '年报',
    rate: 'read',
    params: organParams,
    answers: { 200: z.object(policyShape) },
    async handle({ parts: { office }, organ }) {
      return answer(200, shown(await office.inTransaction(organ.id, countingPolicyOf)))
    },
  }),
  organRoute(atOrgan('manageSettings'), {
    id: 'settleCountingPolicy',
    method: 'PUT',
    url: '/organs/:organ/counting-policy',
    summary: '自定计数口径，理由记入日志',
    about: '编制中的报告随即按新口径计数；已经报送、公布的存档不变。',
    tag: '年报',
    rate: 'write',
    params: organParams,
    body: z.strictObject({
      ...policyShape,
      // Named otherwise than that of the request policy, beside which it stands on one page.
      reason: textOf('理由', 500).meta({
        title: '理由',
        description: '依据哪个通知、上级怎样要求。记入日志，不写个人信息。已经报送、公布的报告不变。',
      }),
    }),
    problems: [409, 422],
    answers: { 200: okSchema },
    async handle({ parts: { office }, organ, actor, at, body: { reason, movedOn, ...rest } }) {
      const ending = (of: keyof typeof movedOnWords) => (of === 'none' ? null : of)
      const { petition, complaint, inquiry } = movedOn
      const value: CountingPolicy = {
        ...rest,
        movedOn: { petition: ending(petition), complaint: ending(complaint), inquiry: ending(inquiry) },
      }
      const by = { actor: actor.id, at }
      const settling = { organ: organ.id, key: countingPolicyKey, value, because: reason, by }
      const conflict = await settleSetting(office, settling)
      return conflict === null ? answer(200, { done: true as const }) : problemIn(conflict)!
    },
  }),
]
