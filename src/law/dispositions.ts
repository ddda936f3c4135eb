import type { Citation, SourceMark } from './citation.ts'
import { type GroundKey, grounds } from './grounds.ts'

/** Row of table three under which an ending is counted. */
export type OutcomeRow = `outcome.${string}`

/** How the ending opens review and suit; `remedies.ts` judges by it. */
export type RemedyClass = 'granted' | 'refusal' | 'partial' | 'unavailable' | 'declined' | 'none'

/** A lawful ending of a request. Finer than the form: two endings may share a row. */
export interface Disposition {
  readonly caption: string
  readonly english: string
  readonly cites: readonly Citation[]
  /** Row in the form in use since the report for 2021. */
  readonly row: OutcomeRow
  /** Row in the form of 2019 and 2020, which had one row for everything else. */
  readonly row2019: OutcomeRow
  readonly remedy: RemedyClass
  readonly ground: GroundKey | null
  /** Number of the letter in the set of reply instruments; the writer's templates carry the same numbers. */
  readonly letter: string
  readonly letterTitle: string
  /** What the letter must say beyond what every letter says. */
  readonly mustState: readonly string[]
  /** How sure the row is; anything but `verified` is the organ's to configure, and the choice is logged. */
  readonly mark: SourceMark
}

type Data = Omit<Disposition, 'row2019' | 'ground' | 'mark'> & { ground?: GroundKey; mark?: SourceMark }

const table = {
  granted: {
    caption: '予以公开',
    english: 'Granted',
    cites: ['条例§36(2)'],
    row: 'outcome.granted',
    remedy: 'granted',
    letter: '7',
    letterTitle: '政府信息予以公开告知书',
    mustState: ['提供该政府信息，或者告知获取的方式、途径和时间', '提供的形式'],
  },
  alreadyPublic: {
    caption: '已主动公开',
    english: 'Already public',
    cites: ['条例§36(1)'],
    row: 'outcome.granted',
    remedy: 'granted',
    letter: '7b',
    letterTitle: '政府信息已主动公开告知书',
    mustState: ['获取该政府信息的方式、途径：可以打开的网址或者公报期号'],
  },
  partial: {
    caption: '部分公开',
    english: 'Granted in part',
    cites: ['条例§37'],
    row: 'outcome.partial',
    remedy: 'partial',
    letter: '8',
    letterTitle: '政府信息部分公开告知书',
    mustState: ['公开的内容', '不予公开的内容及逐项理由和依据'],
  },
  ...refusals(),
  registryQuery: {
    caption: '属于行政查询事项',
    english: 'Matter for a registry query under special law',
    cites: ['条例§36(7)', '业务查询函'],
    row: 'outcome.denied.registryQuery',
    remedy: 'unavailable',
    letter: '10',
    letterTitle: '行政查询事项告知书',
    mustState: ['对获取该信息有特别规定的法律、行政法规', '办理的窗口或者渠道'],
  },
  notExist: {
    caption: '信息不存在',
    english: 'No such information',
    cites: ['条例§36(4)'],
    row: 'outcome.unavailable.notHeld',
    remedy: 'unavailable',
    letter: '11',
    letterTitle: '政府信息不存在告知书',
    mustState: ['检索的范围、方法和结果'],
  },
  notThisOrgan: {
    caption: '非本机关负责公开',
    english: 'Another organ is responsible',
    cites: ['条例§36(5)', '条例§10'],
    row: 'outcome.unavailable.notHeld',
    remedy: 'unavailable',
    letter: '12',
    letterTitle: '非本机关政府信息告知书',
    mustState: ['不由本机关负责公开的理由', '能够确定的，负责机关的名称、联系方式'],
  },
  needsMaking: {
    caption: '没有现成信息需要另行制作',
    english: 'Would have to be made',
    cites: ['条例§38'],
    row: 'outcome.unavailable.needsMaking',
    remedy: 'unavailable',
    letter: '13',
    letterTitle: '没有现成信息告知书',
    mustState: ['为何需要加工、分析'],
  },
  stillUnclear: {
    caption: '补正后申请内容仍不明确',
    english: 'Still unclear after correction',
    cites: ['条例§30'],
    row: 'outcome.unavailable.stillUnclear',
    remedy: 'unavailable',
    letter: '14',
    letterTitle: '补正后申请内容仍不明确告知书',
    mustState: ['仍不明确之处'],
  },
  petition: {
    caption: '信访举报投诉类申请',
    english: 'Petition, report or complaint in the form of a request',
    cites: ['条例§39¶1'],
    row: 'outcome.declined.petition',
    remedy: 'declined',
    letter: '15',
    letterTitle: '信访举报投诉类申请告知书',
    mustState: ['不作为政府信息公开申请处理', '可以提出的相应渠道'],
  },
  repeat: {
    caption: '重复申请',
    english: 'Repeated request',
    cites: ['条例§36(6)'],
    row: 'outcome.declined.repeat',
    remedy: 'declined',
    letter: '16',
    letterTitle: '重复申请告知书',
    mustState: ['此前答复的文号和日期'],
  },
  publication: {
    caption: '要求提供公开出版物',
    english: 'Public publication asked for',
    cites: ['条例§39¶2'],
    row: 'outcome.declined.publication',
    remedy: 'declined',
    letter: '17',
    letterTitle: '公开出版物告知书',
    mustState: ['获取的途径'],
  },
  excessive: {
    caption: '无正当理由大量反复申请',
    english: 'Excessive requests without good reason',
    cites: ['条例§35'],
    row: 'outcome.declined.excessive',
    remedy: 'declined',
    letter: '19',
    letterTitle: '大量反复申请不予处理告知书',
    mustState: ['数量、频次的事实', '申请理由不合理的判断'],
  },
  reissue: {
    caption: '要求行政机关确认或重新出具已获取信息',
    english: 'Confirmation or re-issue of information already obtained',
    cites: ['年报格式'],
    row: 'outcome.declined.reissue',
    remedy: 'declined',
    letter: '20',
    letterTitle: '确认或重新出具类申请告知书',
    mustState: ['此前获取信息的情况'],
    mark: 'partly',
  },
  notCorrected: {
    caption: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    english: 'Abandoned: not corrected in time',
    cites: ['条例§30'],
    row: 'outcome.other.notCorrected',
    remedy: 'declined',
    letter: '22',
    letterTitle: '逾期未补正视为放弃申请告知书',
    mustState: ['补正告知的日期和期限', '逾期未补正的事实'],
  },
  feeUnpaid: {
    caption: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    english: 'Abandoned: fee not paid in time',
    cites: ['办法§6'],
    row: 'outcome.other.feeUnpaid',
    remedy: 'declined',
    letter: '22',
    letterTitle: '逾期未缴费视为放弃申请告知书',
    mustState: ['收费通知的日期和期限', '逾期未缴费的事实'],
  },
  notGovernmentInformation: {
    caption: '不属于政府信息',
    english: 'Not government information',
    cites: ['条例§2'],
    row: 'outcome.other.rest',
    remedy: 'declined',
    letter: '24',
    letterTitle: '不属于政府信息告知书',
    mustState: ['所申请内容不属于政府信息的理由'],
    mark: 'memory',
  },
  archived: {
    caption: '已移交国家档案馆',
    english: 'Transferred to a state archive',
    cites: ['机构改革函', '档案法'],
    row: 'outcome.other.rest',
    remedy: 'unavailable',
    letter: '24',
    letterTitle: '信息已移交档案馆告知书',
    mustState: ['接收的国家档案馆', '依照档案管理的规定查阅'],
    mark: 'memory',
  },
  withdrawn: {
    caption: '申请人撤回申请',
    english: 'Withdrawn',
    cites: ['年报格式'],
    row: 'outcome.other.rest',
    remedy: 'none',
    letter: '24',
    letterTitle: '撤回申请终止办理告知书',
    mustState: ['撤回的日期和方式'],
    mark: 'memory',
  },
  otherEnding: {
    caption: '其他',
    english: 'Otherwise ended (merged, transferred on reorganisation …)',
    cites: ['年报格式'],
    row: 'outcome.other.rest',
    remedy: 'none',
    letter: '24',
    letterTitle: '终止办理告知书',
    mustState: ['终止办理的事实和理由'],
    mark: 'memory',
  },
} as const satisfies Record<string, Data>

export type DispositionKey = keyof typeof table

/** Every lawful ending of a request. */
export const dispositions: Readonly<Record<DispositionKey, Disposition>> = Object.fromEntries(
  Object.entries<Data>(table).map(([key, data]) => [
    key,
    {
      ground: null,
      mark: 'verified',
      ...data,
      row2019: data.row.startsWith('outcome.other.') ? 'outcome.other' : data.row,
    } satisfies Disposition,
  ]),
) as Record<DispositionKey, Disposition>

/** One ending for each ground on which information is withheld as a whole. */
function refusals(): Record<GroundKey, Data> {
  return Object.fromEntries<Data>(
    Object.entries(grounds).map(([key, ground]) => [
      key,
      {
        caption: ground.caption,
        english: `Refused: ${ground.english}`,
        cites: ['条例§36(3)', ...ground.cites],
        row: ground.row,
        remedy: 'refusal',
        ground: key as GroundKey,
        letter: '9',
        letterTitle: '政府信息不予公开告知书',
        mustState: ['不予公开的决定', ground.mustExplain],
      },
    ]),
  ) as Record<GroundKey, Data>
}
