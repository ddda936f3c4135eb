/** 考核通报: the results of a round as a letter to everybody, drafted from its data, worded by a person, then published. */
import type { Day } from '../../../law/day.ts'
import { type Letter, oneLine } from '../../../writer/letter.ts'
import { recordOf } from '../../organs/organ.ts'
import type { Office, OrganRow } from '../../ports.ts'
import {
  type Acting,
  change,
  incomplete,
  nothingThere,
  type Outcome,
  personalIn,
  type Row,
  wrongStage,
} from './keep.ts'
import { changesSince, type RankedChange } from './rank.ts'
import { nameOfPeriod, scoreOf } from './rounds.ts'
import { lossesOf, rounded } from './score.ts'

/** 上升2名, 下降1名, 持平, 首次参加. */
const moved = ({ places, points }: RankedChange): string => {
  if (points === null) return '首次参加'
  const place =
    places === null || places === 0 ? '名次持平' : places > 0 ? `上升${places}名` : `下降${-places}名`
  return points === 0
    ? `${place}，得分持平`
    : `${place}，${points > 0 ? '增加' : '减少'}${Math.abs(points)}分`
}

const meanOf = (results: readonly { readonly composed: number }[]): number =>
  rounded(results.reduce((sum, { composed }) => sum + composed, 0) / results.length)

/** Faults found most often, the organs not named: how many times, at how many organs. */
function commonFaults(round: Row<'round'>, sheets: readonly Row<'sheet'>[]): readonly string[] {
  const losses = sheets.flatMap((sheet) =>
    lossesOf(scoreOf(round, sheet.subject, sheet.assessed ?? { marks: {}, vetoes: [] }).indicators)
      .filter(({ kind, caption }) => kind !== null && caption !== '限制得分')
      .map((loss) => ({ ...loss, organ: sheet.subject })),
  )
  const groups = [...Map.groupBy(losses, ({ caption }) => caption)]
  return groups
    .map(([caption, each]) => ({
      caption,
      times: each.reduce((sum, { times }) => sum + times, 0),
      organs: each.length,
    }))
    .toSorted((a, b) => b.times - a.times)
    .slice(0, 5)
    .map(({ caption, times, organs }) => `${caption}（${organs}个机关，${times}处）`)
}

/** The draft, from nothing but the results. Pure. */
export function draftNotice(
  round: Row<'round'>,
  sheets: readonly Row<'sheet'>[],
  before: Row<'round'> | null,
  nameOf: (organ: string) => string,
): { readonly title: string; readonly paragraphs: readonly string[] } {
  const { period, system, results } = round
  const what = nameOfPeriod(period)
  const changes = changesSince(results, before?.results ?? [])
  const common = commonFaults(round, sheets)
  const failed = results.filter(({ verdict }) => verdict !== 'passed')
  const last = before === null || before.results.length === 0 ? null : meanOf(before.results)
  const ranking = system.classes.flatMap(({ key, caption }) => {
    const inClass = changes.filter((each) => each.class === key)
    if (inClass.length === 0) return []
    const lines = inClass.map(
      (each) =>
        `第${each.rank}名，${nameOf(each.organ)}，${each.verdict === 'vetoed' ? '单项否决' : `${each.composed}分`}${before === null ? '' : `（${moved(each)}）`}`,
    )
    return [`${caption}：${lines.join('；')}。`]
  })
  return {
    title: `关于${what}政务公开考核情况的通报`,
    paragraphs: [
      `根据《中华人民共和国政府信息公开条例》第四十六条，按照${system.name}，对${results.length}个机关${what}的政务公开工作进行了考核。现将情况通报如下。`,
      `一、总体情况。平均得分${meanOf(results)}分${last === null ? '' : `，上一次为${last}分`}；${failed.length === 0 ? '没有不合格的机关' : `不合格的${failed.length}个`}。`,
      '二、考核结果。名次在同一类机关中排列，括号内为与上一次相比的变化。',
      ...ranking,
      `三、主要问题。${common.length === 0 ? '没有发现扣分的问题。' : `${common.join('；')}。`}`,
      '四、有关要求。各机关应当对照本机关的失分清单逐项整改，按期报送整改情况；以前通报过的问题没有整改的，下一次考核优先检查。',
    ],
  }
}

interface Wording extends Acting {
  readonly round: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

const word =
  (kind: 'noticeDrafted' | 'noticePublished') =>
  (office: Office, wording: Wording): Promise<Outcome<'round'>> =>
    change(office, { ...wording, kind: 'round', id: wording.round }, (round) => {
      const { on, title, paragraphs } = wording
      if (round === null) return nothingThere('round')
      if (round.state !== 'closed') return wrongStage('考核还没有办结，没有可以通报的结果；请先办结。')
      if (round.notice?.publishedOn != null) return wrongStage('通报已经公布，不能再改。')
      if (title.trim() === '' || paragraphs.every((each) => each.trim() === ''))
        return incomplete('通报应当有标题和正文，请补充。')
      return personalIn([title, ...paragraphs]) ?? { kind, on, data: { title, paragraphs } }
    })

/** Keeps the words of a notice. */
export const saveNotice = word('noticeDrafted')
/** Makes it public on the portal, as it is worded. */
export const publishNotice = word('noticePublished')

/** The notice as a letter, to be set as DOCX or PDF. */
export function letterOfNotice(
  row: OrganRow,
  { title, paragraphs }: { readonly title: string; readonly paragraphs: readonly string[] },
  date: Day,
): Letter {
  const { name, letterHead } = recordOf(row, () => undefined)
  return {
    head: letterHead || `${name}文件`,
    number: '',
    title: oneLine(title),
    addressee: '各有关机关',
    paragraphs: paragraphs.map(oneLine).filter((each) => each !== ''),
    attachments: [],
    signature: name,
    date,
    note: '',
    copies: [],
  }
}
