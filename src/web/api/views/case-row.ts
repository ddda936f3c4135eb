/** A case as it stands in a list. Nothing personal. */
import { z } from 'zod'
import { applicantKinds } from '../../../law/application.ts'
import { dispositions } from '../../../law/dispositions.ts'
import { channels } from '../../../law/receipt.ts'
import type { CaseRow } from '../../../office/ports.ts'
import { type Status, statuses } from '../../../office/requests/index.ts'
import { captionsOf, daySchema, keysOf } from '../../http/schemas.ts'
import { words } from '../commands/words.ts'

export const statusSchema = captionsOf(statuses)
export const channelSchema = keysOf(channels, ({ caption }) => caption)
export const applicantKindSchema = keysOf(applicantKinds, ({ caption }) => caption)
export const dispositionSchema = keysOf(dispositions, ({ caption }) => caption)

export const caseRowSchema = z
  .object({
    organ: z.string(),
    id: z.string(),
    version: z.number().int(),
    number: z.string().nullable().meta({ description: '登记编号' }),
    variant: words.variant,
    status: statusSchema,
    statusCaption: z.string(),
    channel: channelSchema,
    applicantKind: applicantKindSchema,
    applicant: z.string().nullable().meta({ description: '申请人记录的编号，不含个人信息' }),
    handler: z.string().nullable(),
    arrivedOn: daySchema,
    receivedOn: daySchema.nullable(),
    due: daySchema.nullable(),
    firm: z.boolean(),
    disposition: dispositionSchema.nullable(),
    answeredOn: daySchema.nullable(),
    closedOn: daySchema.nullable(),
  })
  .meta({ id: 'CaseRow' })

export function viewOfRow(row: CaseRow): z.input<typeof caseRowSchema> {
  const status = row.status as Status
  return { ...row, status, statusCaption: statuses[status] }
}
