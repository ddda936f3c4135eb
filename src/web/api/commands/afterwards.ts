/** After the answer: disputes (条例§51), the archive (条例§45), notes. */
import { z } from 'zod'
import { retentionRules } from '../../../office/applicants/retention.ts'
import { longestNote } from '../../../office/notes/note.ts'
import { idSchema, keysOf, textOf } from '../../http/schemas.ts'
import { empty, form, numbered } from './form.ts'
import { on } from './intake.ts'
import { words } from './words.ts'

const id = idSchema.min(1).meta({ title: '案件的序号' })
const forum = textOf('复议机关或者法院', 100)

export const afterwards = {
  fileReview: numbered<'fileReview'>(({ disputes }) => disputes.length)(
    z.strictObject({
      dispute: words.disputeKind.meta({ title: '复议还是诉讼' }),
      caseNo: textOf('案号', 100),
      forum,
      against: words.against.meta({ title: '不服什么' }),
      after: id.exactOptional().meta({ title: '此前的行政复议' }),
      coDefendant: z.boolean().exactOptional().meta({ title: '复议机关是否为共同被告' }),
      standing: words.standing.exactOptional().meta({ title: '本机关的地位' }),
      on,
    }),
  ),
  decideReview: form<'decideReview'>()(
    z.strictObject({
      id,
      result: words.disputeResult.meta({ title: '结果' }),
      what: textOf('复议决定或者裁判的内容', 5000),
      effective: z.boolean().exactOptional().meta({ title: '是否生效' }),
      instance: words.instance.exactOptional().meta({ title: '审级' }),
      caseNo: textOf('案号', 100).exactOptional(),
      forum: forum.exactOptional(),
      on,
    }),
  ),
  archive: form<'archive'>()(
    z.strictObject({
      retention: keysOf(retentionRules, ({ caption }) => caption).meta({ title: '保管期限' }),
      fileNo: textOf('档号', 100),
    }),
  ),
  annotate: form<'annotate'>()(
    z.strictObject({
      text: textOf('备注的内容', longestNote),
      mentions: z
        .array(idSchema.min(1))
        .max(20)
        .default([])
        .meta({ title: '请谁看', description: '在其“今日”中列出；同事的编号' }),
    }),
  ),
  noteSeen: form<'noteSeen'>()(empty),
}
