/**
 * 政府信息公开指南 as far as it tells how to apply (条例§12): from the record of the organ and the data of the law, so
 * that a change of either is a change of the guide. Pure.
 */
import { requirements } from '../../law/application.ts'
import type { Citation } from '../../law/citation.ts'
import { tariffs } from '../../law/fees.ts'
import { type PeriodId, periods } from '../../law/periods.ts'
import { type Channel, channels } from '../../law/receipt.ts'
import { type DisclosureOffice, isOpen, type OrganRecord } from '../organs/organ.ts'
import { type RemediesOfOrgan, remediesOfOrgan } from '../organs/remedies-of-organ.ts'

export interface GuideChannel {
  readonly channel: Channel
  readonly caption: string
  /** Where to turn; empty where the organ's record does not tell. */
  readonly where: readonly string[]
  /** From which day the period runs (条例§31). */
  readonly receipt: string
  readonly cites: readonly Citation[]
}

export interface GuidePeriod {
  readonly id: PeriodId
  readonly caption: string
  /** '自收到申请之日起20个工作日'. */
  readonly text: string
  /** What the law makes of the period running out in silence; null where it says nothing. */
  readonly silence: string | null
  readonly cites: readonly Citation[]
}

export interface GuideFee {
  readonly unit: string
  readonly bands: readonly string[]
  readonly note: string
  readonly cites: readonly Citation[]
}

export interface Guide {
  readonly organ: string
  readonly office: DisclosureOffice
  /** Only those that are open, in the order of the law. */
  readonly channels: readonly GuideChannel[]
  readonly requirements: readonly {
    readonly caption: string
    readonly hint: string
    readonly cites: readonly Citation[]
  }[]
  readonly advice: readonly string[]
  readonly periods: readonly GuidePeriod[]
  readonly fees: {
    readonly rule: string
    readonly cites: readonly Citation[]
    readonly tariffs: readonly GuideFee[]
  }
  readonly remedies: RemediesOfOrgan & {
    readonly periods: readonly GuidePeriod[]
    readonly complaint: string
  }
  /** What 条例§12 wants in the guide and the organ's record does not have. */
  readonly missing: readonly string[]
}

/** The guide of an organ. `byCode` gives its superiors, of whom review organs are found. */
export function guideOf(organ: OrganRecord, byCode: (code: string) => OrganRecord | undefined): Guide {
  const open = (Object.keys(channels) as Channel[]).filter((channel) => isOpen(organ, channel))
  return {
    organ: organ.name,
    office: organ.office,
    channels: open.map((channel) => guideChannel(channel, organ.office)),
    requirements: Object.values(requirements),
    advice: [
      '申请不需要说明用途。',
      '采用书面形式确有困难的，可以口头提出，由本机关工作机构代为填写。',
      `内容不明确的，本机关${lengthOf('correctionNotice')}内一次性告知补正。`,
      '阅读有困难或者有视听障碍的，本机关提供必要的帮助。',
    ],
    periods: (['reply', 'extension', 'correctionNotice', 'thirdPartyOpinion', 'agencyOpinion'] as const).map(
      guidePeriod,
    ),
    fees: {
      rule: '提供政府信息不收取费用；申请的数量、频次明显超过合理范围的，可以收取信息处理费。',
      cites: ['条例§42¶1'],
      tariffs: Object.values(tariffs).map(guideFee),
    },
    remedies: {
      ...remediesOfOrgan(organ, byCode),
      periods: (['reviewApplication', 'suit', 'suitAfterReview'] as const).map(guidePeriod),
      complaint:
        '认为本机关在政府信息公开工作中侵犯合法权益的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼。',
    },
    missing: missingIn(organ),
  }
}

function guideChannel(channel: Channel, office: DisclosureOffice): GuideChannel {
  const { caption, basis, cites } = channels[channel]
  const days = { submitted: '提交之日', signed: '签收之日', confirmed: '与申请人确认之日' }
  return {
    channel,
    caption,
    where: whereFor(channel, office),
    receipt: `以${days[basis]}为收到申请之日`,
    cites,
  }
}

function whereFor(channel: Channel, office: DisclosureOffice): readonly string[] {
  const { name, address, hours, phone, fax, email, postcode, website } = office
  const ways: Readonly<Record<Channel, readonly string[]>> = {
    inPerson: [address, hours],
    oral: [address, hours, phone],
    registeredPost: [address, postcode, name],
    ordinaryPost: [address, postcode, name],
    online: [website],
    fax: [fax],
    email: [email],
  }
  return ways[channel].filter((way) => way !== '')
}

function guidePeriod(id: PeriodId): GuidePeriod {
  const { caption, silence, cites } = periods[id]
  return { id, caption, text: lengthOf(id), silence: silence ?? null, cites }
}

function lengthOf(id: PeriodId): string {
  const { length, start } = periods[id]
  if (length.unit === 'date') return `次年${length.month}月${length.day}日前`
  const unit = { workingDay: '个工作日', day: '日', month: '个月' }[length.unit]
  return `自${start}之日起${length.count}${unit}`
}

function guideFee({ unit, tiers, beyond, note, cites }: (typeof tariffs)['piece']): GuideFee {
  const bands = tiers.map(({ to, yuan }, n) => {
    const from = (tiers[n - 1]?.to ?? 0) + 1
    const range = Number.isFinite(to) ? `${from}至${to}${unit}` : `${from}${unit}以上`
    return `${range}：${yuan === 0 ? '不收费' : `每${unit}${yuan}元`}`
  })
  const last = tiers.at(-1)!
  if (beyond !== null)
    bands.push(
      `${last.to + 1}${unit}以上：每${beyond.width}${unit}为一档，每增加一档，每${unit}增加${beyond.rise}元`,
    )
  return { unit, bands, note, cites }
}

/** 条例§12¶2: name, address, hours, telephone, fax and internet contact of the office. */
function missingIn({ office, channels: opened }: OrganRecord): readonly string[] {
  const wanted: readonly (readonly [string, string])[] = [
    [office.name, '公开工作机构的名称'],
    [office.address, '办公地址'],
    [office.hours, '办公时间'],
    [office.phone, '联系电话'],
    [office.fax, '传真号码'],
    [office.email || office.website, '互联网联系方式'],
    ...(opened.includes('online') ? [[office.website, '网上申请的网址'] as const] : []),
    ...(opened.includes('email') ? [[office.email, '接收申请的电子邮箱'] as const] : []),
  ]
  return wanted.filter(([value]) => value === '').map(([, what]) => what)
}
