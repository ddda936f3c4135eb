/**
 * The columns of a register that is brought in. This list is the form: the heads of the template, reading, checking
 * and writing follow from it, so that what is written is read back.
 */
import { applicantKinds, identityTypes } from '../../law/application.ts'
import { grounds } from '../../law/grounds.ts'
import { channels } from '../../law/receipt.ts'
import { longest } from '../applicants/applicant.ts'
import { retentionRules } from '../applicants/retention.ts'
import { dayFault, dayIn } from '../lists/day-cell.ts'
import {
  type Grid,
  type ListFormat,
  type ListKind,
  type ListRefusal,
  readList,
  writeList,
} from '../lists/list-file.ts'
import { endings, methods, type Opinion, opinions, type Variant, variants } from '../requests/index.ts'
import { contentFields, deliveryWays, provisionForms } from './content.ts'
import type { PastRequest } from './past-request.ts'

type Key = keyof PastRequest

export interface PastColumn<K extends Key = Key> {
  readonly key: K
  readonly head: string
  readonly needed: boolean
  readonly write: (value: PastRequest[K]) => string
  /** The value of a text that is not empty, or what is wrong with it. */
  readonly read: (text: string) => { readonly value: PastRequest[K] } | { readonly fault: string }
}

/** Keys whose values are of that type or null. */
type KeyOf<T> = { readonly [K in Key]: NonNullable<PastRequest[K]> extends T ? K : never }[Key]

const column = <K extends Key>(
  key: K,
  head: string,
  data: Pick<PastColumn<K>, 'read'> & Partial<PastColumn<K>>,
) =>
  ({
    key,
    head,
    needed: false,
    write: (value) => (value === null ? '' : String(value)),
    ...data,
  }) as PastColumn

const text = (key: KeyOf<string>, head: string, most: number, needed = false) =>
  column(key, head, {
    needed,
    read: (value) => (value.length > most ? { fault: `超过 ${most} 字` } : { value: value as never }),
  })

const day = (key: Key & (`${string}On` | `${string}By`), head: string, needed = false) =>
  column(key, head, {
    needed,
    read: (value) => {
      const found = dayIn(value)
      return found === null ? { fault: dayFault } : { value: found as never }
    },
  })

const count = (key: KeyOf<number>, head: string, most: number) =>
  column(key, head, {
    read: (value) =>
      /^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= most
        ? { value: Number(value) as never }
        : { fault: `应为 1 至 ${most} 的整数` },
  })

interface ChoiceRule {
  readonly needed?: boolean
  /** Other words of registers that are in use, and the keys they mean. */
  readonly synonyms?: Readonly<Record<string, string>>
}

const choice = <K extends Key>(
  key: K,
  head: string,
  captions: Readonly<Record<string, string>>,
  { needed = false, synonyms = {} }: ChoiceRule = {},
) =>
  column(key, head, {
    needed,
    write: (value) => (value === null ? '' : captions[value as string]!),
    read: (value) => {
      const found = Object.keys(captions).find((each) => captions[each] === value) ?? synonyms[value]
      return found === undefined
        ? { fault: `不认识，可以填写：${Object.values(captions).join('；')}` }
        : { value: found as never }
    },
  })

const captionsOf = <T extends { readonly caption: string }>(table: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(table).map(([key, { caption }]) => [key, caption]))

const otherVariants: Readonly<Record<string, Variant>> = { 信息公开: 'disclosure', 更正: 'recordCorrection' }
const otherOpinions: Readonly<Record<string, Opinion>> = {
  同意: 'agrees',
  不同意: 'objects',
  部分同意: 'partly',
  不表示意见: 'noView',
}

export const pastColumns: readonly PastColumn[] = [
  text('number', '原登记编号', 60, true),
  choice('variant', '申请种类', variants, { synonyms: otherVariants }),
  choice('kind', '申请人类别', captionsOf(applicantKinds), { needed: true }),
  text('name', '姓名或者名称', longest.name),
  choice('idKind', '证件类型', identityTypes),
  text('idNumber', '证件号码', longest.idNumber),
  text('representative', '法定代表人', longest.representative),
  text('phone', '电话', longest.phone),
  text('email', '电子邮箱', longest.email),
  text('address', '通信地址', longest.address),
  text('postcode', '邮政编码', longest.postcode),
  choice('channel', '申请渠道', captionsOf(channels), { needed: true }),
  day('arrivedOn', '到达日期', true),
  day('receivedOn', '收到日期'),
  text('oralBecause', '口头申请的说明', 200),
  text('title', '信息名称', contentFields.title.longest),
  text('docNo', '信息文号', contentFields.docNo.longest),
  text('features', '其他特征性描述', contentFields.features.longest),
  choice('provision', '提供方式', provisionForms),
  choice('delivery', '获取途径', deliveryWays),
  day('correctionAskedOn', '告知补正日期'),
  day('correctionBy', '补正期限'),
  day('correctedOn', '收到补正日期'),
  day('extendedOn', '告知延期日期'),
  count('extensionDays', '延长工作日数', 20),
  day('thirdPartyAskedOn', '征求第三方意见日期'),
  day('thirdPartyReachedOn', '第三方收到日期'),
  day('thirdPartyAnsweredOn', '第三方回复日期'),
  choice('thirdPartyOpinion', '第三方意见', opinions, { synonyms: otherOpinions }),
  day('reasonsAskedOn', '要求说明理由日期'),
  day('reasonsBy', '说明理由期限'),
  day('feeAskedOn', '收费通知日期'),
  day('feeServedOn', '收费通知送达日期'),
  count('feePages', '收费页数', 100_000),
  count('feePieces', '收费件数', 100_000),
  choice('ending', '办理结果', captionsOf(endings)),
  day('answeredOn', '答复日期'),
  text('letterNo', '答复文号', 60),
  choice('ground', '部分不予公开的理由', captionsOf(grounds)),
  text('law', '所依据的法律、行政法规', 120),
  text('earlierNumber', '此前申请的登记编号', 60),
  text('earlierLetterNo', '此前答复文号', 60),
  day('earlierAnsweredOn', '此前答复日期'),
  choice('method', '送达方式', methods),
  text('trackingNo', '邮寄单号', 40),
  day('servedOn', '送达日期'),
  choice('retention', '保管期限', captionsOf(retentionRules)),
  text('fileNo', '档号', 60),
  day('archivedOn', '归档日期'),
]

export const pastList: ListKind = {
  what: '申请登记簿',
  heads: pastColumns.map(({ head }) => head) as [string, ...string[]],
}

/** A row that says nothing but what every row must. */
export const blankPast: PastRequest = {
  ...(Object.fromEntries(pastColumns.map(({ key }) => [key, null])) as unknown as PastRequest),
  variant: 'disclosure',
}

const linesOf = (requests: readonly PastRequest[]): readonly (readonly string[])[] =>
  requests.map((request) => pastColumns.map(({ key, write }) => write(request[key] as never)))

/** The register; without requests, the template. */
export const writePast = (requests: readonly PastRequest[], format: ListFormat): Promise<Uint8Array> =>
  writeList(pastList, linesOf(requests), format)

export const readPastList = (bytes: Uint8Array): Promise<Grid | ListRefusal> => readList(bytes, pastList)
