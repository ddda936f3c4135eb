/** Which organs somebody may enter and change: those they manage, and new ones below them. */
import { type OrganRecord, recordOf, rowOf } from '../../../office/organs/organ.ts'
import { putOrgans } from '../../../office/organs/put-organs.ts'
import type { OrganRow } from '../../../office/ports.ts'
import { organsFor } from '../../../office/staff/access.ts'
import type { Problem } from '../../http/problem.ts'
import type { OrganCaller } from '../admission.ts'
import { faultsProblem, problemIn } from '../refusals.ts'

/** All organs, and the codes of those that the caller manages. */
export interface Managed {
  readonly all: readonly OrganRow[]
  readonly mine: ReadonlySet<string>
}

export async function managedBy({ parts: { office }, me }: OrganCaller): Promise<Managed> {
  const [all, rows] = await Promise.all([office.organs.all(), organsFor(office, me.staff, 'manageOrgans')])
  return { all, mine: new Set(rows.map(({ code }) => code)) }
}

export function recordsOf(rows: readonly OrganRow[], all: readonly OrganRow[]): readonly OrganRecord[] {
  const codes = new Map(all.map(({ id, code }) => [id, code]))
  return rows.map((row) => recordOf(row, (id) => codes.get(id)))
}

/** Why the caller may not make the organ what it is to become; null where they may. */
export function forbiddenIn({ all, mine }: Managed, { code, parent }: OrganRecord): string | null {
  const before = all.find((row) => row.code === code)
  if (before !== undefined && !mine.has(code)) return '没有管理该机关的权限'
  const above = all.find(({ id }) => id === before?.parent)?.code ?? ''
  if (before !== undefined && above === parent) return null
  return mine.has(parent) ? null : '上级机关应为您有权管理的机关'
}

/** Enters rows, superiors first; all of them or none. */
export async function putAll(
  { parts: { office }, organ, actor, at }: OrganCaller,
  rows: readonly OrganRow[],
): Promise<Problem | null> {
  return office.inTransaction(organ.id, async (unit) => {
    const fault = await putOrgans(unit, rows, { actor: actor.id, at })
    if (fault === null) return null
    unit.abandon()
    if (fault.failure === 'conflict') return problemIn(fault)
    return faultsProblem('organs', [{ name: fault.code, message: `${words[fault.failure]}，请核对。` }], 409)
  })
}

const words = { codeTaken: '机构代码已被其他机关使用', circle: '机关不能是自己的上级' } as const

/** The row of a record among all organs; its superior has to be one of them. */
export function rowIn(all: readonly OrganRow[], record: OrganRecord, id: string): OrganRow {
  return rowOf(record, id, all.find(({ code }) => code === record.parent)?.id ?? null)
}
