import { workingDaysBetween } from '../../../law/calendar.ts'
import { formatChinese } from '../../../law/day.ts'
import { deadline } from '../../../law/deadline.ts'
import type { DocumentRow } from '../../ports.ts'
import { documentClasses } from '../classes.ts'
import { meterOf } from '../meter.ts'
import { validityOn } from '../validity.ts'
import { unread, unreadBefore } from '../visits.ts'
import type { Around, DocumentCheck } from './check.ts'

/** Working days before the last one from which it is said that a document is due. */
const soon = 3

const byMeter =
  (verdict: string) =>
  (document: DocumentRow, { calendar, today }: Around) => {
    const meter = meterOf(document, calendar, today)
    return meter.verdict === verdict ? meter.because : null
  }

const stillBinds: ReadonlySet<string | null> = new Set(['inForce', 'notYet'])

/** The first interpretation that is public, and when it became so. */
const interpretedOn = ({ related }: Around) =>
  related
    .filter(({ relation, inverse, row }) => relation === 'interprets' && inverse && row.shown === 'whole')
    .flatMap(({ row }) => row.publishedOn ?? [])
    .toSorted()[0] ?? null

/** Too late, too early, or with a day that is not the log's. */
export const timeChecks = {
  late: {
    caption: '公开超过期限',
    gravity: 'note',
    cites: ['条例§26'],
    advice: '查明原因；今后形成信息时即确定公开属性，签发后及时发布。',
    find: byMeter('late'),
  },
  overdue: {
    caption: '到期没有公开',
    gravity: 'fault',
    cites: ['条例§26', '条例§53(2)'],
    advice: '尽快完成审查、签发并公开。',
    find: (document, around) =>
      document.stage === 'withdrawn' ? null : byMeter('overdue')(document, around),
  },
  dueSoon: {
    caption: '公开期限临近',
    gravity: 'warning',
    cites: ['条例§26'],
    advice: '尽快完成审查、签发并公开。',
    find: (document, { calendar, today }) => {
      const { verdict, due, because } = meterOf(document, calendar, today)
      return verdict === 'waiting' && due !== null && workingDaysBetween(calendar, today, due) <= soon
        ? because
        : null
    },
  },
  premature: {
    caption: '公开早于成文或者签发',
    gravity: 'fault',
    cites: ['条例§17¶1', '条例§26'],
    advice: '核对成文日期和公开日期；先公开后签发的，补正程序并查明责任。',
    find: byMeter('premature'),
  },
  backdated: {
    caption: '发布日期早于登记日期',
    gravity: 'fault',
    cites: ['检查指标', '条例§6¶1'],
    advice: '核对实际发布日期；伪造发稿日期属于网站检查的单项否决。',
    find: ({ acts, oldAddress }) => {
      const early = acts.find(({ on, loggedOn }) => on < loggedOn)
      return early === undefined || oldAddress !== null
        ? null
        : `写明${formatChinese(early.on)}发布，实际于${formatChinese(early.loggedOn)}登记。`
    },
  },
  interpretationLate: {
    caption: '解读晚于文件公布后三个工作日',
    gravity: 'note',
    cites: ['政务公开细则'],
    advice: '今后解读方案与文件同步起草、同步审签、同步发布。',
    find: (document, around) => {
      const { publishedOn } = document
      if (!documentClasses[document.class].interpreted || document.shown !== 'whole' || publishedOn === null)
        return null
      const { due } = deadline(around.calendar, 'interpretation', publishedOn)
      const on = interpretedOn(around)
      return on !== null && on > due
        ? `文件于${formatChinese(publishedOn)}公布，解读至迟${formatChinese(due)}，实际于${formatChinese(on)}发布。`
        : null
    },
  },
  interpretationMissing: {
    caption: '没有解读',
    gravity: 'fault',
    cites: ['政务公开细则'],
    advice: '发布解读并与文件关联；已经发布的，建立关联。',
    mends: 'linkDocument',
    find: (document, around) => {
      const { publishedOn } = document
      if (
        !documentClasses[document.class].interpreted ||
        document.shown !== 'whole' ||
        publishedOn === null ||
        document.oldAddress !== null ||
        interpretedOn(around) !== null ||
        !stillBinds.has(validityOn(document, around.today))
      )
        return null
      const { due } = deadline(around.calendar, 'interpretation', publishedOn)
      return around.today > due
        ? `文件于${formatChinese(publishedOn)}公布，解读至迟${formatChinese(due)}发布，至今没有。`
        : null
    },
  },
  interpretationSoon: {
    caption: '解读期限临近',
    gravity: 'warning',
    cites: ['政务公开细则'],
    advice: '尽快发布解读并与文件关联。',
    mends: 'linkDocument',
    find: (document, around) => {
      const { publishedOn } = document
      if (!documentClasses[document.class].interpreted || document.shown !== 'whole' || publishedOn === null)
        return null
      const { due, because } = deadline(around.calendar, 'interpretation', publishedOn)
      return around.today <= due && interpretedOn(around) === null ? because : null
    },
  },
  longUnread: {
    caption: '久无人看',
    gravity: 'note',
    cites: [],
    advice: `核对是否仍有公开的必要、是否归错栏目或者难以查到；不再需要的限制查看或者撤下。${unread.source}。`,
    mends: 'restrictDocument',
    find: ({ id, shown, publishedOn, updatedOn }, { today, opened }) => {
      const since = updatedOn ?? publishedOn
      return shown === 'whole' && since !== null && since < unreadBefore(today) && opened(id) === false
        ? `${formatChinese(since)}公开，${unread.months}个月以来没有人打开过。`
        : null
    },
  },
  opinionsUnanswered: {
    caption: '征求意见没有公布采纳情况',
    gravity: 'warning',
    cites: ['决策条例'],
    advice: '公布意见的采纳情况和理由，并与征求意见公告关联。',
    mends: 'linkDocument',
    find: ({ class: of, shown, expiresOn }, { related, today }) =>
      of === 'consultation' &&
      shown === 'whole' &&
      expiresOn !== null &&
      expiresOn < today &&
      !related.some(
        ({ relation, inverse, row }) => relation === 'answersOpinions' && inverse && row.shown === 'whole',
      )
        ? `征求意见于${formatChinese(expiresOn)}截止，还没有公布采纳情况。`
        : null,
  },
} as const satisfies Readonly<Record<string, DocumentCheck>>
