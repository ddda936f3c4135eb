/** What the events of a request add up to, as it is answered. Ids of the vault, texts of officers; no names. */
import { z } from 'zod'
import { isLetterKind, letters } from '../../../office/letters/letters.ts'
import { paperPurposes, parties, type RequestState } from '../../../office/requests/index.ts'
import { daySchema, keysOf, listOf } from '../../http/schemas.ts'
import { words } from '../commands/words.ts'

const day = daySchema.nullable()

const consultationSchema = z.object({
  id: z.string(),
  party: keysOf(parties, ({ caption }) => caption),
  counterpart: z.string().meta({ description: '第三方为其记录的编号，其他为机关、单位名称' }),
  matter: z.string(),
  sentOn: daySchema,
  reachedOn: day,
  by: day,
  endedOn: day,
  opinion: words.opinion.nullable(),
  reasons: z.string().nullable(),
  toldOn: day,
})

const draftSchema = z.object({
  ending: z.string(),
  facts: z.string(),
  statements: listOf(z.string()),
  withheld: listOf(z.object({ ground: z.string().nullable(), part: z.string(), reason: z.string() })),
  law: z.object({ rank: words.rank, name: z.string(), article: z.string() }).nullable(),
  override: z.object({ because: words.override, reason: z.string() }).nullable(),
  provision: z.object({ form: z.string(), delivery: z.string() }).nullable(),
  attachments: listOf(z.string()),
  on: daySchema,
  by: z.string(),
  reviewedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedOn: day,
  seal: z.object({ seal: z.string(), letterNo: z.string(), datedOn: daySchema }).nullable(),
})

const disputeSchema = z.object({
  id: z.string(),
  dispute: words.disputeKind,
  caseNo: z.string(),
  forum: z.string().nullable(),
  against: words.against,
  filedOn: daySchema,
  after: z.string().nullable(),
  standing: words.standing,
  coDefendant: z.boolean(),
  decided: z.object({ on: daySchema, result: words.disputeResult }).nullable(),
})

export const stateSchema = z
  .object({
    movedOn: z.object({ matter: words.matter, to: z.string(), letterNo: z.string() }).nullable(),
    duplicate: z.object({ earlier: z.string(), letterNo: z.string().nullable(), answeredOn: day }).nullable(),
    correction: z.object({ askedOn: daySchema, by: daySchema, correctedOn: day, lapsedOn: day }).nullable(),
    consultations: listOf(consultationSchema),
    legalOpinion: words.legalView.nullable(),
    reasons: z
      .object({ askedOn: daySchema, by: daySchema, givenOn: day, rejectedOn: day, deferredUntil: day })
      .nullable(),
    extension: z.object({
      proposed: z.object({ days: z.number().int(), on: daySchema, by: z.string() }).nullable(),
      granted: z.number().int(),
    }),
    fee: z
      .object({ askedOn: daySchema, amount: z.number(), servedOn: day, paidOn: day, lapsedOn: day })
      .nullable(),
    retrievals: listOf(
      z.object({
        on: daySchema,
        places: listOf(z.string()),
        words: listOf(z.string()),
        by: z.string(),
        found: z.boolean(),
        result: z.string(),
      }),
    ),
    answers: z.record(z.string(), z.string()).nullable().meta({ description: '七步判断' }),
    hint: z.object({ to: z.string(), contact: z.string() }).nullable(),
    draft: draftSchema.nullable(),
    dispatched: z
      .object({
        on: daySchema,
        method: words.method,
        letterNo: z.string(),
        trackingNo: z.string().nullable(),
      })
      .nullable(),
    servedOn: day,
    suggestions: z.number().int(),
    disputes: listOf(disputeSchema),
    archivedFor: z.string().nullable(),
    notes: z.number().int(),
    mentioned: listOf(z.string()).meta({ description: '有备注请其看、尚未知悉的人员' }),
  })
  .meta({ id: 'RequestState' })

export const viewOfState = (state: RequestState): z.input<typeof stateSchema> => ({
  ...state,
  answers: state.answers === null ? null : { ...state.answers },
})

/** A paper on file. Its name may tell who somebody is, so it is shown to those alone who may know. */
export const paperSchema = z.object({
  id: z.string(),
  hash: z.string(),
  purpose: keysOf(paperPurposes, ({ caption }) => caption),
  addedOn: daySchema,
  addedBy: z.string(),
  cleared: z.boolean(),
  decided: z
    .object({
      as: z.enum(['cleared', 'withheld']).meta({ description: 'cleared 放行；withheld 不提供' }),
      on: daySchema,
      by: z.string(),
      acknowledged: listOf(z.object({ finding: z.string(), reason: z.string() })),
      because: z.string().nullable(),
      replacedBy: z.string().nullable().meta({ description: '替换它的文件的 SHA-256' }),
    })
    .nullable()
    .meta({ description: '随附答复提供的文件：核查后的决定' }),
  name: z.string().nullable().meta({ description: 'null：无权查看，或者已经删除' }),
  description: z.string().nullable(),
  type: z.string().nullable(),
  size: z.number().int().nullable().meta({ description: '字节' }),
})

export const letterSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  letterNo: z.string(),
  to: z.enum(['applicant', 'thirdParty', 'agency']),
  issuedOn: daySchema,
  sentOn: day.meta({ description: '答复的文书：发出之日' }),
  servedOn: day.meta({ description: '答复的文书：送达之日' }),
  voided: z.string().nullable().meta({ description: '文号作废的理由；没有作废的为 null' }),
  readable: z.boolean().meta({ description: '本人能否打开：文书写明申请人，看不到申请人的也看不到文书' }),
})

/** The title of a kind of letter, as it is printed. */
export const letterKindCaption = (kind: string): string => (isLetterKind(kind) ? letters[kind].title : kind)
