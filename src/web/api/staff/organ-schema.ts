/** An organ as it is sent and answered: the record of the list of organs. */
import { z } from 'zod'
import { organFields } from '../../../office/organs/fields.ts'
import { closureOf, type OrganRecord, organKinds, organLevels } from '../../../office/organs/organ.ts'
import { checkOrgan } from '../../../office/organs/read-rows.ts'
import type { OrganRow } from '../../../office/ports.ts'
import { captionsOf, daySchema } from '../../http/schemas.ts'
import type { AnyFault } from '../refusals.ts'
import { channelSchema } from '../views/case-row.ts'

const text = (title: string, most = 300) => z.string().max(most).default('').meta({ title })

export const organRecordSchema = z
  .strictObject({
    code: z.string().trim().min(1).max(50).meta({ title: '机构代码' }),
    name: z.string().trim().min(1).max(100).meta({ title: '机关名称' }),
    kind: captionsOf(organKinds).meta({ title: '机关性质' }),
    level: captionsOf(organLevels).meta({ title: '行政层级' }),
    parent: text('上级机构代码', 50),
    office: z
      .strictObject({
        name: text('工作机构名称'),
        address: text('地址'),
        hours: text('办公时间'),
        phone: text('电话'),
        fax: text('传真'),
        email: text('电子邮箱'),
        postcode: text('邮政编码'),
        website: text('网址'),
      })
      .meta({ title: '政府信息公开工作机构' }),
    docPrefix: text('机关代字', 50),
    numbering: text('文书编号规则', 100),
    letterHead: text('发文机关标志', 100),
    ruleMaking: z.boolean().nullable().default(null).meta({ title: '是否有权制定规章' }),
    reviewOrgan: text('行政复议机关'),
    court: text('管辖法院'),
    channels: z.array(channelSchema).max(10).default([]).meta({ title: '指南开通的渠道' }),
  })
  .meta({ id: 'Organ' }) satisfies z.ZodType<OrganRecord>

/** What is wrong with a record, each fault at the field of the form that it is about. */
export const faultsOfOrgan = (record: OrganRecord): readonly AnyFault[] =>
  checkOrgan(record).map(({ column, message }) => ({
    name: organFields.find(({ head }) => head === column)?.key ?? '',
    message,
  }))

export const organRowSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: captionsOf(organKinds),
  level: captionsOf(organLevels),
  parent: z.string().nullable().meta({ description: '上级机关的编号' }),
  closedOn: daySchema.nullable().meta({ description: '撤销的日期；没有撤销的为 null' }),
})

export const viewOfOrgan = (row: OrganRow): z.input<typeof organRowSchema> => {
  const { id, code, name, kind, level, parent } = row as OrganRow & Pick<OrganRecord, 'kind' | 'level'>
  return { id, code, name, kind, level, parent, closedOn: closureOf(row)?.on ?? null }
}
