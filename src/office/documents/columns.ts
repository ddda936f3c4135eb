/** Columns of the platform: what belongs into each, and how old the newest of it may be, with the source of that. */
import type { Citation } from '../../law/citation.ts'
import type { Day } from '../../law/day.ts'
import { type Age, columnVetoes, type FreshnessKey, freshnessRules, isStale } from '../../law/timeliness.ts'
import type { DocumentTally, Office, OrganId } from '../ports.ts'
import type { DocumentClass } from './classes.ts'
import { firstOfYear } from './visits.ts'

export interface ColumnRecord {
  readonly caption: string
  readonly classes: readonly DocumentClass[]
  /** Rule of the inspection; null where none is known and the organ's own, if any, counts. */
  readonly rule: FreshnessKey | null
  /** Age of the column where no rule of the inspection is known. */
  readonly age: Age | null
  readonly cites: readonly Citation[]
}

const yearly: Age = { count: 12, unit: 'month' }

const table = {
  legalTexts: {
    caption: '规章、规范性文件和其他政策文件',
    classes: ['rule', 'normative', 'policy'],
    rule: 'policyColumn',
    age: null,
    cites: ['检查指标', '条例§20(1)'],
  },
  interpretations: {
    caption: '政策解读',
    classes: ['interpretation'],
    rule: 'noticeColumn',
    age: null,
    cites: ['检查指标'],
  },
  plans: { caption: '规划、计划', classes: ['plan'], rule: null, age: yearly, cites: ['条例§20(3)'] },
  statistics: {
    caption: '统计信息',
    classes: ['statistics'],
    rule: 'noticeColumn',
    age: null,
    cites: ['检查指标'],
  },
  budget: { caption: '财政预算、决算', classes: ['budget'], rule: null, age: yearly, cites: ['预算法§14'] },
  enforcement: {
    caption: '行政许可、行政处罚',
    classes: ['licence', 'penalty', 'inspection'],
    rule: 'noticeColumn',
    age: null,
    cites: ['检查指标', '执法三项制度'],
  },
  news: {
    caption: '动态、公示、公告',
    classes: ['news'],
    rule: 'newsColumn',
    age: null,
    cites: ['检查指标'],
  },
  consultations: {
    caption: '征求意见',
    classes: ['consultation', 'feedback'],
    rule: 'noticeColumn',
    age: null,
    cites: ['检查指标'],
  },
  meetings: {
    caption: '会议公开',
    classes: ['meeting'],
    rule: 'noticeColumn',
    age: null,
    cites: ['检查指标'],
  },
  organProfile: {
    caption: '机构职能',
    classes: ['organProfile'],
    rule: null,
    age: null,
    cites: ['条例§20(2)'],
  },
} as const satisfies Readonly<Record<string, ColumnRecord>>

export type ColumnKey = keyof typeof table

export const columns: Readonly<Record<ColumnKey, ColumnRecord>> = table

/** How often an organ wants its own column to be kept up: never by the hour. */
export type OwnAge = Age & { readonly unit: 'day' | 'week' | 'month' }

/** Which columns an organ opens, and stricter ages of its own; a setting. Without it every column is watched. */
export interface ColumnSettings {
  readonly closed?: readonly ColumnKey[]
  readonly ages?: Readonly<Partial<Record<ColumnKey, OwnAge>>>
}

export const columnSetting = 'columns'

export type ColumnState = 'fresh' | 'stale' | 'blank'

export interface ColumnFreshness {
  readonly column: ColumnKey
  readonly caption: string
  readonly count: number
  readonly newest: Day | null
  /** How often its documents were opened since the year began. */
  readonly visits: number
  readonly maxAge: Age | null
  readonly state: ColumnState
  readonly cites: readonly Citation[]
}

/** The organ's columns as they stand on a day, and whether so many are late that the whole site fails. */
export interface Freshness {
  readonly organ: OrganId
  readonly columns: readonly ColumnFreshness[]
  readonly stale: number
  readonly blank: number
  /** 单项否决. */
  readonly veto: boolean
  readonly settings: ColumnSettings
}

interface Counted {
  readonly count: number
  readonly visits: number
  readonly newest: Day | null
}

/** Pure: `of` tells how many documents of a class are public, and the day of the newest. */
export function freshnessOf(
  organ: OrganId,
  of: (kind: DocumentClass) => Counted,
  settings: ColumnSettings,
  today: Day,
): Freshness {
  const open = (Object.keys(columns) as ColumnKey[]).filter((key) => !settings.closed?.includes(key))
  const found = open.map((key): ColumnFreshness => {
    const { caption, classes, rule, age, cites } = columns[key]
    const counted = classes.map(of)
    const count = counted.reduce((sum, each) => sum + each.count, 0)
    const visits = counted.reduce((sum, each) => sum + each.visits, 0)
    const newest =
      counted
        .flatMap((each) => each.newest ?? [])
        .toSorted()
        .at(-1) ?? null
    const maxAge = settings.ages?.[key] ?? age ?? (rule === null ? null : freshnessRules[rule].maxAge)
    const stale = maxAge !== null && isStale({ ...freshnessRules.noticeColumn, maxAge }, newest, today)
    const state = count === 0 ? 'blank' : stale ? 'stale' : 'fresh'
    return { column: key, caption, count, newest, visits, maxAge, state, cites }
  })
  const stale = found.filter(({ state }) => state === 'stale').length
  const blank = found.filter(({ state }) => state === 'blank').length
  return {
    organ,
    columns: found,
    stale,
    blank,
    veto: blank >= columnVetoes.empty || stale >= freshnessRules.noticeColumn.from!,
    settings,
  }
}

/** Freshness of several organs, in few queries for all of them. */
export async function freshnessOfOrgans(
  office: Office,
  organs: readonly OrganId[],
  today: Day,
): Promise<readonly Freshness[]> {
  const counts = await office.documents.tally({ organs, shown: ['whole'] }, ['organ', 'class'])
  const acts = await office.documents.acts(organs, { from: '1900-01-01', to: today })
  const visits = await office.visits.byClass(organs, firstOfYear(today))
  const found: Freshness[] = []
  for (const organ of organs) {
    const settings = await office.inTransaction(organ, (unit) =>
      unit.settings.get<ColumnSettings>(columnSetting),
    )
    const of = (kind: DocumentClass): Counted => ({
      count: counts.find(same(organ, kind))?.count ?? 0,
      visits: visits.find(same(organ, kind))?.count ?? 0,
      newest:
        acts
          .filter((act) => act.channel === 'website' && same(organ, kind)(act))
          .map(({ last }) => last)
          .toSorted()
          .at(-1) ?? null,
    })
    found.push(freshnessOf(organ, of, settings ?? {}, today))
  }
  return found
}

const same =
  (organ: OrganId, kind: DocumentClass) =>
  (row: Pick<DocumentTally<'organ' | 'class'>, 'organ' | 'class'>): boolean =>
    row.organ === organ && row.class === kind
