/** The lines of a plan, from what was pasted or from a file: CSV and XLSX under their heads, DOCX as it reads. */
import { isolated } from '../../../reader/formats/isolated.ts'
import { LIMITS } from '../../../reader/formats/limits.ts'
import type { Observed, Refusal } from '../../../reader/formats/observed.ts'
import { headedRows } from '../../lists/headed-rows.ts'
import { type ListKind, type ListRefusal, readList } from '../../lists/list-file.ts'
import { dueIn, organsNamed, type PlannedTask, type PlanOrgan, readPlan } from './read-plan.ts'

/** Heads of a list of tasks. */
export const planList: ListKind = {
  what: '工作任务清单',
  heads: ['任务', '内容', '责任单位', '完成时限', '类别'],
}

export interface PlanSource {
  readonly text?: string
  readonly file?: Uint8Array
}

/** The tasks that a plan has; why not, where it cannot be read or has none. */
export async function tasksOfPlan(
  { text = '', file }: PlanSource,
  organs: readonly PlanOrgan[],
  year: number,
): Promise<readonly PlannedTask[] | ListRefusal> {
  const tasks =
    file === undefined ? readPlan(text.split(/\r?\n/), organs, year) : await ofFile(file, organs, year)
  if ('refused' in tasks) return tasks
  return tasks.length > 0
    ? tasks
    : refuse('没有找到带编号的任务（1.、（一）等）。请检查所贴的文字或者文件，也可以用模板逐条填写。')
}

async function ofFile(
  bytes: Uint8Array,
  organs: readonly PlanOrgan[],
  year: number,
): Promise<readonly PlannedTask[] | ListRefusal> {
  const lines = isZip(bytes) ? await linesOfWord(bytes) : null
  if (lines !== null) return readPlan(lines, organs, year)
  const grid = await readList(bytes, planList)
  if ('refused' in grid) return grid
  const rows = headedRows(grid, planList)
  if ('refused' in rows) return rows
  return rows.rows.map(({ line, at }) => {
    const { ids, strangers } = organsNamed((at('责任单位') ?? '').split(/[、，,；;\s]+/), organs)
    const title = at('任务') ?? ''
    return {
      ...{ line, title, detail: at('内容') || title, heading: at('类别') ?? '' },
      ...{ organs: ids, strangers, due: dueIn(at('完成时限') ?? '', year) },
    }
  })
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Lines of a Word file; null where it is none. */
async function linesOfWord(bytes: Uint8Array): Promise<readonly string[] | null> {
  const outcome = await isolated<Observed | Refusal>('docx', bytes, LIMITS.officeSeconds)
  if (!outcome.ok || 'refused' in outcome.value) return null
  return outcome.value.blocks.flatMap((block) =>
    block.kind === 'line' ? [block.text] : block.cells.map(({ text }) => text),
  )
}

const refuse = (message: string): ListRefusal => ({ refused: true, message })
