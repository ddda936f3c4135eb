/** Telling an organ of a test request after it was scored: what it lost becomes findings that it has to mend. */
import type { Day } from '../../../law/day.ts'
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import type { Act, Conflict, Office, OrganId, SupervisionRow } from '../../ports.ts'
import { openFindingWithin } from '../findings/finding.ts'
import { isRow, stepWithin } from '../keep.ts'
import { refuse, type SupervisionRefusal } from '../refusal.ts'
import { marksOf, mockCriteria, mockCriterionKeys, requestOfMock } from './mock.ts'

export interface UnveilMock {
  readonly organ: OrganId
  /** Of the request, and so of the record. */
  readonly id: string
  readonly on: Day
  readonly by: Act
  /** By when the losses are to be mended. */
  readonly due: Day
  readonly newId: () => string
}

export const unveilMock = (
  office: Office,
  { organ, id, on, by, due, newId }: UnveilMock,
): Promise<SupervisionRow | SupervisionRefusal | Conflict> =>
  allOrNothing(office, organ, async (unit): Promise<SupervisionRow | SupervisionRefusal | Conflict> => {
    const row = await unit.supervision.get(organ, 'mock', id)
    const marks = row && marksOf(row)
    if (row === null) return refuse('unknown', '没有这件模拟申请。', '条例§47¶1')
    if (marks === null) return refuse('wrongStage', '还没有评分，不能告知对方；请先评分。', '条例§47¶1')
    const { code, number, round } = row.data as { code: string; number?: string; round?: string | null }
    const request = requestOfMock(row)
    for (const key of mockCriterionKeys) {
      const { share, because } = marks[key]
      if (share >= 100) continue
      const { caption, asks, cites } = mockCriteria[key]
      const finding = {
        ...{ id: newId(), organ: row.about!, source: 'mock' as const, subject: `mock.${key}` },
        what: `模拟申请${code}：${caption}失分。${because || asks}`,
        where: number ? `申请件${number}` : '没有登记的申请',
        basis: cites.join('、'),
        round: round ?? code,
        refs: request === null ? [] : [{ kind: 'request' as const, id: request }],
      } as const
      const opened = await openFindingWithin(unit, { organ, on, by, due, finding })
      if (!isRow(opened) && !('code' in opened && opened.code === 'exists')) return opened
    }
    return stepWithin(unit, {
      ...{ organ, kind: 'mock', id, on, by, step: 'unveil' },
      ...{ as: { taken: 'supervisor' }, data: {} },
    })
  })
