/** The filter of a list of cases as a query. */
import { z } from 'zod'
import type { Day } from '../../../law/day.ts'
import type { ActorId, CaseFilter, DayRange, OrganId } from '../../../office/ports.ts'
import { daySchema, idSchema, yesNoSchema } from '../../http/schemas.ts'
import { words } from '../commands/words.ts'
import { applicantKindSchema, channelSchema, dispositionSchema, statusSchema } from '../views/case-row.ts'
import { belowQuery } from './scope.ts'

/** A parameter that may be given several times. */
export const many = <Item extends z.ZodType>(item: Item, title: string) =>
  z
    .preprocess((sent) => (Array.isArray(sent) ? sent : [sent]), z.array(item).max(200))
    .optional()
    .meta({ title })

const flag = (title: string) => yesNoSchema.optional().meta({ title })
const day = (title: string) => daySchema.optional().meta({ title })

export const filterQuery = {
  ...belowQuery,
  open: flag('尚未办结'),
  openAt: day('某日终了时尚未办结（结转）'),
  status: many(statusSchema, '状态'),
  handler: idSchema.optional().meta({ title: '经办人', description: '空文字：尚未分派' }),
  id: many(idSchema, '申请件的编号').meta({ description: '只列这些；最多 200 件' }),
  numbered: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .optional()
    .meta({ title: '登记编号', description: '编号的一部分' }),
  applicant: idSchema.optional().meta({ title: '申请人记录的编号' }),
  disputed: z.literal('true').optional().meta({ title: '有复议或者诉讼' }),
  mentioned: z.literal('me').optional().meta({ title: '有备注请本人看' }),
  variant: many(words.variant, '申请种类'),
  channel: many(channelSchema, '提出方式'),
  applicantKind: many(applicantKindSchema, '申请人类别'),
  disposition: many(dispositionSchema, '办理结果'),
  receivedFrom: day('收到之日起于'),
  receivedTo: day('收到之日止于'),
  closedFrom: day('办结之日起于'),
  closedTo: day('办结之日止于'),
}

const schema = z.object(filterQuery)

export function filterOf(
  query: z.output<typeof schema>,
  organs: readonly OrganId[],
  me: ActorId,
): CaseFilter {
  const { open, openAt, status, handler, applicant, disputed, channel, applicantKind, disposition } = query
  const received = rangeOf(query.receivedFrom, query.receivedTo)
  const closed = rangeOf(query.closedFrom, query.closedTo)
  return {
    organs,
    ...(open !== undefined && { open: open === 'true' }),
    ...(openAt && { openAt }),
    ...(status && { status }),
    ...(handler !== undefined && { handler: handler === '' ? null : handler }),
    ...(query.id && { ids: query.id }),
    ...(query.numbered && { numbered: query.numbered }),
    ...(applicant && { applicant }),
    ...(disputed && { disputed: true }),
    ...(query.mentioned && { mentioned: me }),
    ...(query.variant && { variant: query.variant }),
    ...(channel && { channel }),
    ...(applicantKind && { applicantKind }),
    ...(disposition && { disposition }),
    ...(received && { received }),
    ...(closed && { closed }),
  }
}

/** An end that is left open is that of all days there are. */
const rangeOf = (from: Day | undefined, to: Day | undefined): DayRange | null =>
  from === undefined && to === undefined ? null : { from: from ?? '1900-01-01', to: to ?? '2999-12-31' }
