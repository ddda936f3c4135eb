/** Findings of an outside monitor (第三方监测), brought in from its list: looked at first, taken over when it is told. */
import type { Day } from '../../../law/day.ts'
import { cellFault, headedRows, type RowFault } from '../../lists/headed-rows.ts'
import { type ListKind, type ListRefusal, readList } from '../../lists/list-file.ts'
import type { Act, Office, OrganId } from '../../ports.ts'
import { isRow } from '../keep.ts'
import { organsNamed, type PlanOrgan } from '../tasks/read-plan.ts'
import { openFinding } from './finding.ts'

export const outsideList: ListKind = {
  what: '监测问题清单',
  heads: ['单位', '问题类型', '问题', '位置', '依据'],
}

export interface OutsideFinding {
  readonly line: number
  readonly organ: OrganId
  readonly subject: string
  readonly what: string
  readonly where: string
  readonly basis: string
}

export interface OutsidePlan {
  readonly findings: readonly OutsideFinding[]
  readonly refused: readonly RowFault[]
}

/** What a list would bring, row by row. Pure but for reading the bytes in a worker. */
export async function planOutside(
  bytes: Uint8Array,
  organs: readonly PlanOrgan[],
): Promise<OutsidePlan | ListRefusal> {
  const grid = await readList(bytes, outsideList)
  const rows = 'refused' in grid ? grid : headedRows(grid, outsideList)
  if ('refused' in rows) return rows
  const findings: OutsideFinding[] = []
  const refused: RowFault[] = []
  for (const { line, at } of rows.rows) {
    const [name, subject, what, where] = ['单位', '问题类型', '问题', '位置'].map((head) => at(head) ?? '')
    const { ids } = organsNamed([name!], organs)
    const wanting = [
      ...(ids.length === 1 ? [] : [cellFault(line, '单位', `“${name}”不是下级机关的名称，或者不止一个`)]),
      ...(subject === '' ? [cellFault(line, '问题类型', '没有填写')] : []),
      ...(what === '' ? [cellFault(line, '问题', '没有填写')] : []),
      ...(where === '' ? [cellFault(line, '位置', '没有填写，被通报的机关找不到')] : []),
    ]
    if (wanting.length > 0) refused.push(...wanting)
    else
      findings.push({
        ...{ line, organ: ids[0]!, subject: subject!, what: what!, where: where! },
        basis: at('依据') ?? '',
      })
  }
  return { findings, refused }
}

export interface ImportOutside {
  readonly organ: OrganId
  readonly on: Day
  readonly by: Act
  readonly round: string
  readonly due: Day
  readonly newId: () => string
}

/** Opens what the plan has; how many, and which rows were refused. */
export async function importOutside(
  office: Office,
  plan: OutsidePlan,
  { organ, on, by, round, due, newId }: ImportOutside,
): Promise<{ readonly opened: number; readonly refused: readonly RowFault[] }> {
  let opened = 0
  const refused: RowFault[] = [...plan.refused]
  for (const { line, basis, ...told } of plan.findings) {
    const finding = {
      ...told,
      id: newId(),
      source: 'outside',
      round,
      ...(basis !== '' && { basis }),
    } as const
    const outcome = await openFinding(office, { organ, on, by, due, finding })
    if (isRow(outcome)) opened++
    else refused.push({ line, column: null, message: `第 ${line} 行：${messageOf(outcome)}` })
  }
  return { opened, refused }
}

const messageOf = (outcome: object): string =>
  'message' in outcome ? String(outcome.message) : '与他人同时登记，请重新导入。'
