/** What a part is called in the report's own words. */

import type { Figure } from './figures.ts'

const introduction =
  /^(?:其中|包括|包含|涵盖|分别为|分为|具体为|涉及|主要|另有|以及|一是|二是|三是|[及和有共:,、(”’"])+/
const takingOnly = /^(?:收取|收费|实收|共收取)?(?:了)?(?:费用)?$/

/** The words before the figure, or, where there are none, those behind it. Empty where neither says anything. */
export const labelOf = ({ lead, tail }: Figure): string => {
  const before = lead.replace(introduction, '')
  return takingOnly.test(before) ? tail.replace(/^[的]/, '') : before
}

/** Whether the label of a sum of money must be taken from the figure before: 民政局 1 件，收取 880 元. */
export const hasNoName = ({ lead, tail }: Figure): boolean =>
  takingOnly.test(lead.replace(introduction, '')) && tail === ''

const channel =
  /网|平台|信函|邮寄|信件|邮件|邮箱|快递|当面|现场|窗口|传真|书面|纸质|微博|微信|公众号|公报|专栏|新媒体|客户端|APP|抖音|电视|广播|报刊|公示栏|宣传栏|查阅点|线上|线下/
const through = /(?:通过|经由|利用|依托|经|在)(.{1,30})$/
const subject =
  /^(?:[全我]?[省市县区局镇乡]|其中)?(.{0,16}(?:网站|平台|微博|微信|公众号|公报|新媒体|客户端))$/
const manner = /渠道|方式|途径|形式|等/
const act = /(?:共|累计|主动|新)*(?:收到|受理|接收|办理|答复|办结|收办|公开|发布|公布|提交).*$/

/** The one channel that a clause limits its figure to, or null; several channels (网络、邮寄等) are no limit. */
export const channelOf = (clause: string): string | null => {
  const acting = clause.replace(act, '')
  const words = (through.exec(acting) ?? subject.exec(acting))?.[1]
  if (words === undefined || !channel.test(words)) return null
  return /[、和及]/.test(words) || manner.test(words) ? null : words
}

const arriving =
  /^(?:通过|以|经)?(.{0,16}?(?:网络|网上|互联网|网站|门户|在线|平台|信函|邮寄|信件|邮件|邮箱|快递|当面|现场|窗口|传真|书面|纸质|线上|线下).{0,6}?)(?:方式|渠道|途径|形式)?(?:的)?(?:申请|提交|提出|受理|收到|接收)?(?:的)?(?:申请)?(?:件)?$/

/** The channel by which a part of the requests arrived (网络申请 3 件), or null. */
export const arrivalOf = ({ lead }: Figure): string | null => {
  const words = lead.replace(introduction, '')
  return words.length <= 30 ? (arriving.exec(words)?.[1] ?? null) : null
}

const publishing = /公开|发布|公布|发放|张贴|公示|推送|刊登|刊发/
const countable = new Set(['条', '件', '篇', '份', '则'])
const otherwise = /申请|复议|诉讼|建议|提案|意见|占|结转|咨询|答复|办结/
const longestLabel = 30

/** The class of information that a figure outside any list counts (发布 380 条财政信息), or null. */
export const classPublished = ({ lead, tail, unit }: Figure): string | null => {
  const verb = publishing.exec(lead)
  if (!countable.has(unit) || !verb || otherwise.test(lead + tail)) return null
  const words = lead.slice(verb.index + verb[0].length)
  const label = words === '' ? tail : words
  return label.length > 0 && label.length <= longestLabel ? label : null
}
