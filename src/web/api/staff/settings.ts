/** What an organ settles for itself, each setting with its own form and its own check. */
import { z } from 'zod'
import { defaultRetention } from '../../../office/applicants/retention.ts'
import { requestNumbering } from '../../../office/intake/registration-number.ts'
import { letterKinds, letters } from '../../../office/letters/letters.ts'
import { type HookEvent, hookEvents } from '../../../office/messages/hook-events.ts'
import { type Hook, hooksOf, settleHooks } from '../../../office/messages/hooks.ts'
import { messageKinds, messages } from '../../../office/messages/kinds.ts'
import { type MessageSettings, settleMessages } from '../../../office/messages/message-house.ts'
import { type Mourning, mourningSetting } from '../../../office/organs/mourning.ts'
import { settleSetting, tellSettled } from '../../../office/organs/settle-setting.ts'
import type { Act, Unit } from '../../../office/ports.ts'
import type { LetterSettings } from '../../../office/replies/letter-organ.ts'
import { settleLetters } from '../../../office/replies/settle-letters.ts'
import { type Problem, problem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { captionsOf, daySchema, okSchema, textOf, wordsOf } from '../../http/schemas.ts'
import type { OrganCaller } from '../admission.ts'
import { type AnyFault, faultsProblem, problemIn } from '../refusals.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

/** Something for each of the keys, as far as it is said. `titled`: what that is, by the caption of the key. */
const forEach = <Key extends string>(
  keys: readonly Key[],
  captionOf: (key: Key) => string,
  titled: (title: string) => z.ZodType,
) => z.strictObject(Object.fromEntries(keys.map((key) => [key, titled(captionOf(key)).optional()])))

const months = (title: string) => z.number().int().min(0).max(1200).meta({ title })

interface Setting {
  readonly caption: string
  readonly schema: z.ZodType
  /** Null when settled. */
  readonly settle: (call: OrganCaller, value: never) => Promise<Problem | null>
}

/** Every setting by the key that it lies under. */
const settings = {
  letters: {
    caption: '文书编号所用的类型字、网上复议的地址',
    schema: z.strictObject({
      words: forEach(
        letterKinds,
        (kind) => letters[kind].title,
        (title) => z.string().max(20).meta({ title }),
      )
        .exactOptional()
        .meta({ title: '类型字' }),
      onlineReview: textOf('网上复议的地址', 300).exactOptional(),
    }),
    async settle({ parts, organ, actor, at }, settled: LetterSettings) {
      const fault = await settleLetters(parts.office, { organ: organ.id, actor, at, settled })
      return fault && problemIn(fault)
    },
  },
  requestNumbering: {
    caption: '申请登记编号的规则',
    schema: z.string().max(100).meta({ title: '编号规则' }),
    settle: (call, pattern: string) =>
      kept(call, requestNumbering.setting, pattern, requestNumbering.check(pattern)),
  },
  retention: {
    caption: '个人信息的保存期限',
    schema: z.strictObject({
      identityPaperMonths: months('证件复印件：办结后几个月').default(defaultRetention.identityPaperMonths),
      draftDays: months('未提交的表单：几天').default(defaultRetention.draftDays),
    }),
    settle: (call, policy: object) => kept(call, 'retention', policy, null),
  },
  messages: {
    caption: '短信、邮件的用语',
    schema: z.strictObject({
      where: textOf('在哪里查询申请', 300).exactOptional(),
      words: forEach(
        messageKinds,
        (kind) => messages[kind].caption,
        (title) =>
          z
            .strictObject({
              subject: z.string().max(200).exactOptional().meta({ title: '邮件的标题' }),
              mail: z.string().max(5000).exactOptional().meta({ title: '邮件的正文' }),
              sms: z.string().max(500).exactOptional().meta({ title: '短信' }),
            })
            .meta({ title }),
      )
        .exactOptional()
        .meta({ title: '用语' }),
      silent: z
        .array(wordsOf(messageKinds, (kind) => messages[kind].caption))
        .exactOptional()
        .meta({ title: '不发送的通知' }),
    }),
    settle: (call, settled: MessageSettings) =>
      checked(call, 'messages', (unit, by) => settleMessages(unit, settled, by)),
  },
  mourning: {
    caption: '哀悼日：全部页面变为灰色',
    schema: z
      .strictObject({
        from: daySchema.nullable().meta({ title: '从哪一天起' }),
        to: daySchema.nullable().meta({ title: '到哪一天止' }),
      })
      .refine(({ from, to }) => from === null || to === null || from <= to, {
        message: '止的日期不能早于起的日期',
        path: ['to'],
      }),
    settle: async (call, days: Mourning) =>
      call.organ.parent === null
        ? kept(call, mourningSetting, days, null)
        : problem('not-permitted', {
            detail: '哀悼日由最高一级机关的系统管理员设置，对各机关的页面都有效。',
          }),
  },
  webhooks: {
    caption: '有办理进展时通知的其他系统',
    schema: z.strictObject({
      addresses: z
        .array(
          z.strictObject({
            url: textOf('网址', 300),
            events: z
              .array(captionsOf<HookEvent>(hookEvents))
              .min(1)
              .exactOptional()
              .meta({ title: '通知哪些步骤', description: '不选的，全部通知' }),
          }),
        )
        .max(20)
        .default([])
        .meta({
          title: '推送地址',
          description: '只告知编号、步骤和日期，没有申请的内容；收方凭编号到接口读取。',
        }),
    }),
    settle: (call, { addresses }: { readonly addresses: readonly Hook[] }) =>
      checked(call, 'webhooks', async (unit, by) => {
        const faults = await settleHooks(unit, addresses, by)
        return faults?.map(({ place, message }) => ({ name: `addresses.${place}.url`, message })) ?? null
      }),
  },
} satisfies Readonly<Record<string, Setting>>

/** A setting that the office checks where it lies; nothing is kept of one that it finds fault with. */
const checked = (
  { parts, organ, actor, at }: OrganCaller,
  key: string,
  settle: (unit: Unit, by: Act) => Promise<readonly AnyFault[] | null>,
): Promise<Problem | null> =>
  parts.office.inTransaction(organ.id, async (unit) => {
    const by = { actor: actor.id, at }
    const faults = await settle(unit, by)
    if (faults !== null) return faultsProblem('settings', faults)
    const conflict = await tellSettled(unit, { organ: organ.id, by, key })
    return conflict && problemIn(conflict)
  })

async function kept(
  { parts, organ, actor, at }: OrganCaller,
  key: string,
  value: unknown,
  fault: string | null,
): Promise<Problem | null> {
  if (fault !== null) return faultsProblem('settings', [{ name: key, message: fault }])
  const conflict = await settleSetting(parts.office, {
    organ: organ.id,
    by: { actor: actor.id, at },
    key,
    value,
  })
  return conflict && problemIn(conflict)
}

const keys = Object.keys(settings) as (keyof typeof settings)[]

export const settingRoutes = [
  organRoute(atOrgan('manageSettings'), {
    id: 'readSettings',
    method: 'GET',
    url: '/organs/:organ/settings',
    summary: '机关自定的事项；没有自定的不列',
    tag: '设置',
    rate: 'read',
    params: organParams,
    answers: { 200: z.object(Object.fromEntries(keys.map((key) => [key, z.any().optional()]))) },
    async handle({ parts: { office }, organ }) {
      const all = await office.inTransaction(organ.id, async (unit) => ({
        ...(await unit.settings.all()),
        webhooks: { addresses: await hooksOf(unit) },
      }))
      const own: Readonly<Record<string, unknown>> = all
      return answer(200, Object.fromEntries(keys.flatMap((key) => (key in own ? [[key, own[key]]] : []))))
    },
  }),
  ...keys.map((key) =>
    organRoute(atOrgan('manageSettings'), {
      id: `settle-${key}`,
      method: 'PUT',
      url: `/organs/:organ/settings/${key}`,
      summary: settings[key].caption,
      tag: '设置',
      rate: 'write',
      params: organParams,
      body: settings[key].schema as z.ZodType,
      problems: [409, 422],
      answers: { 200: okSchema },
      handle: async (call) =>
        (await (settings[key] as Setting).settle(call, call.body as never)) ?? answer(200, { done: true }),
    }),
  ),
]
