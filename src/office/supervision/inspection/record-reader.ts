import { formatChinese } from '../../../law/day.ts'
import { clocksOfConcern, isIdle, lastUpdateOf } from '../../documents/records/clocks.ts'
import type { RecordKind } from '../../documents/records/record.ts'
import type { Office, OrganId, RecordRow } from '../../ports.ts'
import type { InspectionItem, InspectionReader } from './checks.ts'

const checks = {
  'accounts.idle': {
    caption: '政务新媒体超过两周不更新',
    cites: ['检查指标', '新媒体意见'],
    advice: '恢复更新，或者按规定注销并登记。',
  },
  'concerns.overdue': {
    caption: '政务舆情没有按时回应',
    cites: ['舆情通知'],
    advice: '立即回应并登记。',
  },
} as const

export const recordReader: InspectionReader<keyof typeof checks> = {
  caption: '新媒体和舆情',
  checks,
  async read(office, { id: organ }, today) {
    const acts = await office.documents.acts([organ])
    const accounts = (await openRecords(office, organ, 'account')).flatMap(
      (row): readonly InspectionItem<keyof typeof checks>[] => {
        const updatedOn = lastUpdateOf(row, acts)
        if (!isIdle(row, updatedOn, today)) return []
        const message =
          updatedOn === null ? '登记以后没有更新。' : `最近一次更新是${formatChinese(updatedOn)}。`
        return [{ check: 'accounts.idle', ref: { kind: 'account', id: row.id }, what: titleOf(row), message }]
      },
    )
    const concerns = (await openRecords(office, organ, 'concern')).flatMap((row) =>
      clocksOfConcern(row, `${today}T00:00:00.000Z`)
        .filter(({ verdict }) => verdict === 'overdue')
        .map(({ caption }) => ({
          check: 'concerns.overdue' as const,
          ref: null,
          what: titleOf(row),
          message: `${caption}，已经超过时限。`,
        })),
    )
    return [...accounts, ...concerns]
  },
}

const titleOf = ({ data }: RecordRow): string => String(data.title ?? '')

/** An organ has some accounts and few concerns that are open. */
const openRecords = async ({ records }: Office, organ: OrganId, kind: RecordKind) =>
  (await records.list({ organs: [organ], kind, state: 'open' }, { limit: 500 })).rows
