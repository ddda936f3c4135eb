/** What is found, decided, and judged by others (条例§36–39, §45). */
import { z } from 'zod'
import { type Answers, endings, type QuestionId, sevenQuestions } from '../../../office/requests/index.ts'
import { daySchema, keysOf, textOf } from '../../http/schemas.ts'
import { factsSchema } from './facts.ts'
import { form } from './form.ts'
import { words } from './words.ts'

const questions = Object.fromEntries(
  (Object.keys(sevenQuestions) as QuestionId[]).map((id) => {
    const { title, answers } = sevenQuestions[id]
    return [
      id,
      keysOf(answers, ({ caption }) => caption)
        .exactOptional()
        .meta({ title }),
    ]
  }),
)

/** The seven questions and their answers, from the table. */
export const answersSchema = z.strictObject(questions) as unknown as z.ZodType<Answers, Answers>

const remarks = textOf('意见')
const lawSchema = z.strictObject({
  rank: words.rank.meta({ title: '效力层级' }),
  name: textOf('法律、行政法规名称', 200),
  article: textOf('条款', 100),
})
const overrideSchema = z.strictObject({
  because: words.override.meta({ title: '情形' }),
  reason: textOf('理由', 10_000),
})

const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const decision = {
  recordRetrieval: form<'recordRetrieval'>()(
    z.strictObject({
      places: z.array(textOf('检索的系统、档案或者部门', 200)).min(1).max(50).meta({ title: '检索的范围' }),
      words: z.array(textOf('关键词', 100)).min(1).max(50).meta({ title: '检索所用的关键词' }),
      by: textOf('检索人', 100),
      found: z.boolean().meta({ title: '是否找到' }),
      result: textOf('检索的结果'),
    }),
  ),
  answerSevenQuestions: form<'answerSevenQuestions'>()(
    z.strictObject({ answers: answersSchema.meta({ title: '七步判断' }) }),
  ),
  hintTransfer: form<'hintTransfer'>()(
    z.strictObject({ to: textOf('负责机关的名称', 100), contact: textOf('负责机关的联系方式', 300) }),
  ),
  draft: form<'draft'>()(
    z.strictObject({
      ending: keysOf(endings, ({ caption }) => caption).meta({ title: '办理结果' }),
      facts: factsSchema.meta({ title: '文书的内容项' }),
      answers: answersSchema.nullable().default(null).meta({ title: '七步判断' }),
      law: lawSchema.nullable().default(null).meta({ title: '所依据的法律、行政法规' }),
      override: overrideSchema.nullable().default(null).meta({ title: '第三方不同意而公开的理由' }),
      enclosures: z
        .array(hash)
        .max(50)
        .default([])
        .meta({ title: '随附的文件', description: '在卷文件的 SHA-256，按文书中的顺序' }),
      copies: z.array(textOf('抄送', 100)).max(20).default([]).meta({ title: '抄送' }),
    }),
  ),
  withholdPaper: form<'withholdPaper'>()(
    z.strictObject({
      hash: hash.meta({ title: '哪一份文件', description: '在卷文件的 SHA-256' }),
      because: textOf('不提供的理由', 500),
      replacedBy: hash
        .exactOptional()
        .meta({ title: '替换它的文件', description: '在卷文件的 SHA-256；不另行提供的不填' }),
    }),
  ),
  review: form<'review'>()(z.strictObject({ remarks: remarks.exactOptional() })),
  approve: form<'approve'>()(z.strictObject({ remarks: remarks.exactOptional() })),
  returnDraft: form<'returnDraft'>()(z.strictObject({ remarks })),
  seal: form<'seal'>()(
    z.strictObject({
      seal: textOf('所用的印章', 100),
      datedOn: daySchema.exactOptional().meta({ title: '成文日期' }),
    }),
  ),
}
