import type { AnsweredBy } from '../../../desk/api.ts'
import type { Happening } from '../../../ui/timeline.tsx'
import type { AnnualCell } from './annual-words.ts'

type Event = AnsweredBy<'readAnnualHistory'>['rows'][number]

interface Told {
  readonly key?: string
  readonly section?: string
  readonly figures?: readonly {
    readonly key: string
    readonly value: unknown
    readonly document: string | null
  }[]
  readonly computed?: number
  readonly value?: number
  readonly reason?: string
  readonly note?: string | null
  readonly reasons?: readonly { readonly text: string }[]
  readonly number?: number
  readonly snapshot?: string
  readonly reports?: number
}

const values: Readonly<Record<string, string>> = { blank: '空白', dash: '划线' }

/** What was done to a report, in words. Writing at one section by one person on one day is told once. */
export function happeningsOf(
  events: readonly Event[],
  names: Readonly<Record<string, string>>,
  cells: readonly Pick<AnnualCell, 'key' | 'caption'>[],
): readonly Happening[] {
  const captions = new Map(cells.map(({ key, caption }) => [key, caption]))
  const runs: { event: Event; times: number }[] = []
  for (const event of events) {
    const last = runs.at(-1)
    if (last !== undefined && isSameWork(last.event, event))
      runs[runs.length - 1] = { event, times: last.times + 1 }
    else runs.push({ event, times: 1 })
  }
  return runs.map(({ event, times }): Happening => {
    const detail = detailOf(event, captions)
    return {
      key: String(event.version),
      on: event.on,
      tense: 'done',
      title: event.caption + (times > 1 ? `（保存 ${times} 次）` : ''),
      what: names[event.actor] ?? '其他人员',
      ...(detail !== null && { detail }),
    }
  })
}

const isSameWork = (one: Event, other: Event): boolean =>
  one.kind === 'sectionWritten' &&
  other.kind === one.kind &&
  one.actor === other.actor &&
  one.on === other.on &&
  (one.data as Told).section === (other.data as Told).section

function detailOf({ kind, data }: Event, captions: ReadonlyMap<string, string>): string | null {
  const {
    key = '',
    section,
    figures = [],
    computed,
    value,
    reason,
    note,
    reasons,
    number,
    snapshot,
    reports,
  } = data as Told
  const caption = captions.get(key) ?? key
  switch (kind) {
    case 'figuresEntered': {
      const own =
        figures.length === 1 || captions.size === 1 ? figures.find((each) => captions.has(each.key)) : null
      if (own == null) return `${figures.length} 格`
      return `${captions.get(own.key)}：${values[String(own.value)] ?? own.value}${own.document === null ? '' : `，来源：${own.document}`}`
    }
    case 'cellCorrected':
      return `${caption}：计数 ${computed}，更改为 ${value}。理由：${reason}`
    case 'correctionLifted':
      return caption
    case 'sumAdopted':
      return `汇总 ${reports} 份报告`
    case 'cellNoted':
      return note === '' ? `${caption}：去掉说明` : `${caption}：${note}`
    case 'sectionWritten':
    case 'sectionSetAside':
      return section === 'preamble' ? '引言' : `第 ${section} 部分`
    case 'reportReturned':
      return (reasons ?? []).map(({ text }) => text).join(' ')
    case 'reportAccepted':
      return note ?? null
    case 'revisionBegun':
      return `理由：${reason}`
    case 'reportPublished':
      return `第 ${number} 版`
    case 'reportSubmitted':
      return `存档校验值 ${snapshot?.slice(0, 16)}…`
  }
}
