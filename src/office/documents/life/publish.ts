import type { Day } from '../../../law/day.ts'
import { formatChinese } from '../../../law/day.ts'
import { publicationChannels } from '../channels.ts'
import { event, type PublicationAct } from './events.ts'
import { exists, isNotWithdrawn, isSigned } from './guards.ts'
import { refuse } from './refusal.ts'
import { type DocumentState, isOnWebsite, lastSigned } from './state.ts'
import { type Guard, missing, says, verb } from './verb.ts'

export type PublishDocument = Pick<PublicationAct, 'channel'> &
  Partial<PublicationAct> & {
    /** Where it was published before it was written down here. */
    readonly on?: Day
    /** The number it is given with its first publication; kept for ever. */
    readonly indexNo?: string | null
  }

const isNotRestricted: Guard = ({ restricted }) =>
  restricted === null
    ? null
    : refuse('alreadyRestricted', '文件暂时限制查看，不能再发布；请先核查并解除限制。', '条例§18')

const isForTheOpen: Guard = (state) =>
  lastSigned(state)!.attribute.attribute === 'proactive'
    ? null
    : refuse(
        'notProactive',
        '文件没有确定为主动公开，不能发布；需要公开的，请修改并重新确定公开属性。',
        '条例§13¶2',
      )

const isToBePublished: Guard = (state, context) =>
  state.work === null || lastSigned(state) !== null
    ? isSigned(state, context)
    : refuse('notSigned', '文件还没有签发；请先完成审查和签发（先审后发）。', '条例§17¶1')

/**
 * 发布: one act, by one channel. The site comes first, since only what stands there can be found, read and taken along
 * (条例§24); it gives the index number with it.
 */
export const publishDocument = verb<PublishDocument>(
  'publishDocument',
  [exists, isNotWithdrawn, isToBePublished, isNotRestricted, isForTheOpen],
  (state, command, { today }) => {
    const { channel, account = null, place = null, time = null, on = today } = command
    const { caption, account: onAccount } = publicationChannels[channel]
    const version = lastSigned(state)!
    if (onAccount && !says(account))
      return refuse('accountWanted', `${caption}发布应当写明账号，请从本机关的账号登记中选择。`, '新媒体意见')
    if (channel !== 'website' && !isOnWebsite(version))
      return refuse('websiteFirst', '应当先在政府网站发布，再在其他渠道发布。', '条例§24', '网站指引')
    const same = ({ channel: c, account: a, place: p }: PublicationAct) =>
      c === channel && a === account && (channel === 'website' || p === place)
    if (version.acts.some(same))
      return refuse('channelRepeated', `这一版本已经在${caption}发布，不必重复登记。`, '条例§23')
    if (version.signedOn !== null && on < version.signedOn)
      return refuse(
        'tooEarly',
        `发布日期不能早于签发日期${formatChinese(version.signedOn)}（先审后发），请按实际日期登记。`,
        '条例§17¶1',
      )
    const act = event('publishedVia', on, { channel, account, place, time, number: version.number })
    return numbered(state, command.indexNo ?? null, today) ?? [...numberOf(state, command, today), act]
  },
)

const numbered = (state: DocumentState, indexNo: string | null, _: Day) =>
  state.indexNo === null && indexNo === null ? missing('索引号', '条例§12¶3', '目录指引') : null

const numberOf = (state: DocumentState, { indexNo }: PublishDocument, today: Day) =>
  state.indexNo === null ? [event('indexNumberGiven', today, { indexNo: indexNo! })] : []
