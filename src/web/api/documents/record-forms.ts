/** What is told to open, note and close each kind of record, as data: the routes are made of it. */
import { z } from 'zod'
import { accountChannels, publicationChannels } from '../../../office/documents/channels.ts'
import { adoptions, findingsOfReports } from '../../../office/documents/records/answers.ts'
import { concernLevels, responseMeans } from '../../../office/documents/records/clocks.ts'
import type { KeptKind } from '../../../office/documents/records/record.ts'
import { captionsOf, daySchema, keysOf, sentMomentSchema, textOf } from '../../http/schemas.ts'

const accountChannel = keysOf(
  Object.fromEntries(accountChannels.map((key) => [key, publicationChannels[key]])),
  ({ caption }) => caption,
)
const because = z.strictObject({ because: textOf('理由或者结果', 500) })
const adopted = captionsOf(adoptions)
const found = captionsOf(findingsOfReports)

export interface RecordForm {
  /** Null where it is opened from outside. */
  readonly open: z.ZodObject | null
  readonly note: z.ZodObject | null
  readonly close: z.ZodObject
}

/** What is done to a record; each is a route `<step>-<kind>`. */
export type RecordStep = 'open' | 'note' | 'close'

export const recordForms: Readonly<Record<KeptKind, RecordForm>> = {
  account: {
    open: z.strictObject({
      channel: accountChannel.meta({ title: '渠道' }),
      title: textOf('账号名称', 100),
      link: z.string().trim().max(500).default('').meta({ title: '网址或者账号' }),
      operator: textOf('运营单位', 100),
      consult: textOf('咨询渠道', 200),
      approved: textOf('开设的批准', 200),
    }),
    note: z.strictObject({ title: textOf('更新的内容', 200) }),
    close: because,
  },
  concern: {
    open: z.strictObject({
      title: textOf('舆情', 200),
      level: captionsOf(concernLevels).meta({ title: '程度' }),
      source: textOf('来源', 200),
      at: sentMomentSchema.meta({ title: '发现的时刻' }),
    }),
    note: z.strictObject({
      means: captionsOf(responseMeans).meta({ title: '回应方式' }),
      title: textOf('回应的标题', 200),
      byHead: z.boolean().default(false).meta({ title: '主要负责人出席或者发布' }),
      at: sentMomentSchema.meta({ title: '回应的时刻' }),
      place: z.string().trim().max(500).default('').meta({ title: '网址或者地点' }),
    }),
    close: because,
  },
  call: {
    open: z.strictObject({
      document: textOf('征求意见公告的编号', 200),
      title: textOf('事项', 300),
      until: daySchema.meta({ title: '截止日期' }),
    }),
    note: null,
    close: because,
  },
  special: {
    open: z.strictObject({
      title: textOf('专题名称', 100),
      summary: z.string().trim().max(500).default('').meta({ title: '说明' }),
    }),
    note: z.strictObject({
      document: textOf('文件的编号', 200),
      listed: z.boolean().default(true).meta({ title: '列入专题' }),
    }),
    close: because,
  },
  opinion: {
    open: null,
    note: null,
    close: z.strictObject({ adopted: adopted.meta({ title: '是否采纳' }), because: textOf('理由', 500) }),
  },
  correction: {
    open: null,
    note: null,
    close: z.strictObject({ found: found.meta({ title: '核查结果' }), answer: textOf('答复', 1000) }),
  },
}
