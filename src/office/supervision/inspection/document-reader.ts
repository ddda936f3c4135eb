import { addMonths, type Day, formatChinese } from '../../../law/day.ts'
import type { DocumentCheck } from '../../documents/checks/check.ts'
import {
  checkDocuments,
  type DocumentCheckId,
  documentChecks,
} from '../../documents/checks/check-documents.ts'
import { freshnessOfOrgans } from '../../documents/columns.ts'
import { everyDocument } from '../../documents/every-document.ts'
import type { InspectionCheck, InspectionItem, InspectionReader } from './checks.ts'

/** The checks after publication that say something is wrong. What is only due soon, or for a person to look at, is no fault. */
const graver = (Object.keys(documentChecks) as DocumentCheckId[]).filter(
  (id) =>
    id === 'late' ||
    id === 'interpretationLate' ||
    (documentChecks[id].gravity !== 'note' && id !== 'dueSoon' && id !== 'interpretationSoon'),
)
const nameOf = (id: DocumentCheckId) => `documents.${id}` as const

const own = {
  'columns.stale': {
    caption: '栏目长期不更新',
    cites: ['检查指标', '条例§53(2)'],
    advice: '及时更新；不再需要的栏目，合并或者关闭。',
  },
  'columns.blank': {
    caption: '空白栏目',
    cites: ['检查指标', '平台规范'],
    advice: '补充内容，或者关闭栏目。',
  },
  'documents.neverReviewed': {
    caption: '不公开的信息从未评估审查',
    cites: ['条例§18'],
    advice: '确定评估审查的日期并按期审查；可以公开的，修改公开属性后公开。',
  },
} as const satisfies Readonly<Record<string, InspectionCheck>>

/** Months after which something withheld without a day of review has been let lie. */
const letLie = 12

const checks: Readonly<Record<string, InspectionCheck>> = {
  ...Object.fromEntries(
    graver.map((id) => {
      const { caption, cites, advice }: DocumentCheck = documentChecks[id]
      return [nameOf(id), { caption, cites, advice }] as const
    }),
  ),
  ...own,
}

export const documentReader: InspectionReader = {
  caption: '主动公开',
  checks,
  async read(office, { id: organ }, today) {
    const found: InspectionItem[] = (await checkDocuments(office, organ, today))
      .filter(({ check }) => graver.includes(check))
      .map(({ check, id, title, message }) => ({
        check: nameOf(check),
        ref: { kind: 'document', id },
        what: title,
        message,
      }))
    const [freshness] = await freshnessOfOrgans(office, [organ], today)
    for (const { column, caption, state, newest } of freshness!.columns)
      if (state !== 'fresh')
        found.push({
          check: state === 'blank' ? 'columns.blank' : 'columns.stale',
          ref: { kind: 'column', id: column },
          what: caption,
          message: newest === null ? '没有内容。' : `最近一次更新是${formatChinese(newest)}。`,
        })
    for await (const row of everyDocument(office, { organs: [organ], attribute: ['withheld'] }))
      if (isLetLie(row, today))
        found.push({
          check: 'documents.neverReviewed',
          ref: { kind: 'document', id: row.id },
          what: row.title,
          message: `${formatChinese(row.signedOn!)}签发为不予公开，没有定评估审查的日期，也没有审查记录。`,
        })
    return found
  },
}

const isLetLie = (
  { reviewOn, signedOn }: { readonly reviewOn: Day | null; readonly signedOn: Day | null },
  today: Day,
): boolean => reviewOn === null && signedOn !== null && addMonths(signedOn, letLie) <= today
