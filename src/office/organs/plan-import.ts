/**
 * What an import would do, before anything is done: which organs are new, which change and how, which rows are
 * refused and why. Nothing is ever deleted by a list: an organ that is not in it stays as it is.
 */
import type { OrganId, OrganRow } from '../ports.ts'
import { organFields } from './fields.ts'
import type { ListRefusal } from './list-file.ts'
import { type OrganRecord, recordOf, rowOf } from './organ.ts'
import { type ReadRow, type ReadRows, type RowFault, tidy } from './read-rows.ts'

export interface FieldChange {
  readonly column: string
  readonly from: string
  readonly to: string
}

export interface ImportPlan {
  readonly added: readonly { readonly line: number; readonly organ: OrganRecord }[]
  readonly changed: readonly {
    readonly line: number
    readonly organ: OrganRecord
    readonly changes: readonly FieldChange[]
  }[]
  readonly unchanged: readonly { readonly line: number; readonly code: string }[]
  readonly refused: readonly { readonly line: number; readonly faults: readonly RowFault[] }[]
  readonly unknownHeads: readonly string[]
}

interface Accepted {
  readonly row: ReadRow
  readonly organ: OrganRecord
}

/** Compares the rows of a list with the organs there are. Pure. */
export function planImport(
  read: ReadRows | ListRefusal,
  existing: readonly OrganRow[],
): ImportPlan | ListRefusal {
  if ('refused' in read && read.refused === true) return read
  const { rows, refused: unreadable, unknownHeads } = read as ReadRows
  const codes = new Map(existing.map(({ id, code }) => [id, code]))
  const before = new Map(existing.map((row) => [row.code, recordOf(row, (id) => codes.get(id))]))
  const refused = [...unreadable]
  const accepted = new Map<string, Accepted>()
  const twice = new Set<string>()
  for (const row of rows) {
    const first = accepted.get(row.code)
    if (first !== undefined || twice.has(row.code)) {
      twice.add(row.code)
      refused.push(whole(row, '机构代码', '与前面的行重复，请只保留一行'))
      continue
    }
    const organ = row.over(before.get(row.code))
    if (isFaults(organ)) refused.push({ line: row.line, faults: organ })
    else accepted.set(row.code, { row, organ })
  }
  refused.push(...checkTree(accepted, before))
  const plan = { added: [], changed: [], unchanged: [], unknownHeads } as {
    added: ImportPlan['added'][number][]
    changed: ImportPlan['changed'][number][]
    unchanged: ImportPlan['unchanged'][number][]
    unknownHeads: readonly string[]
  }
  for (const { row, organ } of accepted.values()) {
    const old = before.get(row.code)
    const changes = old === undefined ? [] : changesOf(old, organ)
    if (old === undefined) plan.added.push({ line: row.line, organ })
    else if (changes.length > 0) plan.changed.push({ line: row.line, organ, changes })
    else plan.unchanged.push({ line: row.line, code: row.code })
  }
  return { ...plan, refused: refused.sort((a, b) => a.line - b.line) }
}

const isFaults = (made: OrganRecord | readonly RowFault[]): made is readonly RowFault[] => Array.isArray(made)

const whole = (row: ReadRow, column: string, words: string): ImportPlan['refused'][number] => ({
  line: row.line,
  faults: [{ line: row.line, column, message: `第 ${row.line} 行“${column}”：${words}。` }],
})

/**
 * Takes out of `accepted` what would not be a tree: superiors that are nowhere, and circles. A new organ refused
 * takes with it those below it; one that is there already stays where it was, and the tree is looked at again.
 */
function checkTree(
  accepted: Map<string, Accepted>,
  before: ReadonlyMap<string, OrganRecord>,
): readonly ImportPlan['refused'][number][] {
  const refused: ImportPlan['refused'][number][] = []
  const parentOf = (code: string): string | undefined =>
    (accepted.get(code)?.organ ?? before.get(code))?.parent
  const below = new Map<string, string[]>()
  for (const { organ } of accepted.values())
    below
      .set(organ.parent, below.get(organ.parent) ?? [])
      .get(organ.parent)!
      .push(organ.code)
  const drop = (code: string, words: string): void => {
    const falling = [{ code, words }]
    for (let next = falling.pop(); next !== undefined; next = falling.pop()) {
      const found = accepted.get(next.code)
      if (found === undefined) continue
      refused.push(whole(found.row, '上级机构代码', next.words))
      accepted.delete(next.code)
      if (!before.has(next.code))
        for (const child of below.get(next.code) ?? []) falling.push({ code: child, words: nowhere })
    }
  }
  for (let size = -1; size !== accepted.size; ) {
    size = accepted.size
    for (const [code, standing] of standingOf([...accepted.keys()], parentOf)) {
      const organ = accepted.get(code)?.organ
      if (organ === undefined || standing === 'ok') continue
      if (standing === 'circle') drop(code, '上下级关系成了环，机关不能是自己的上级')
      else if (organ.parent !== '' && parentOf(organ.parent) === undefined) drop(code, nowhere)
    }
  }
  return refused
}

const nowhere = '系统和名录中都没有这个上级机构，或者它所在的行未通过'

type Standing = 'ok' | 'lost' | 'circle'

/** Whether the way up from each organ ends at one without superior, at none, or nowhere. Each is walked once. */
function standingOf(
  codes: readonly string[],
  parentOf: (code: string) => string | undefined,
): ReadonlyMap<string, Standing> {
  const known = new Map<string, Standing>()
  for (const start of codes) {
    const path: string[] = []
    const onPath = new Set<string>()
    let code = start
    while (code !== '' && !known.has(code) && !onPath.has(code) && parentOf(code) !== undefined) {
      path.push(code)
      onPath.add(code)
      code = parentOf(code)!
    }
    const from = onPath.has(code) ? path.indexOf(code) : path.length
    const end: Standing =
      from < path.length ? 'circle' : code === '' ? 'ok' : known.get(code) === 'ok' ? 'ok' : 'lost'
    for (const [i, each] of path.entries()) known.set(each, end === 'circle' && i < from ? 'lost' : end)
  }
  return known
}

/** What of an organ is another, column by column of the list. Pure. */
export function changesOf(old: OrganRecord, organ: OrganRecord): readonly FieldChange[] {
  return organFields.flatMap(({ head, write }) => {
    // White space that a list cannot carry is no change.
    const [from, to] = [tidy(write(old)), write(organ)]
    return from === to ? [] : [{ column: head, from, to }]
  })
}

/**
 * Rows for the store, superiors before subordinates, so that each can be put as it comes. New organs take their id
 * from `newId`. An organ that moves below one that is its subordinate still is put after that one has moved away.
 */
export function rowsToPut(
  plan: ImportPlan,
  existing: readonly OrganRow[],
  newId: (code: string) => OrganId,
): readonly OrganRow[] {
  const ids = new Map(existing.map(({ id, code }) => [code, id]))
  const codes = new Map(existing.map(({ id, code }) => [id, code]))
  const above = new Map(
    existing.map(({ code, parent }) => [code, parent === null ? '' : (codes.get(parent) ?? '')]),
  )
  const moving = new Map([...plan.added, ...plan.changed].map(({ organ }) => [organ.code, organ]))
  for (const organ of moving.values()) above.set(organ.code, organ.parent)
  for (const { organ } of plan.added) ids.set(organ.code, newId(organ.code))
  const rows: OrganRow[] = []
  const done = new Set<string>()
  for (const start of moving.keys()) {
    // Up to the first that is dealt with already, past those that stay where they are, then down again.
    const path: string[] = []
    for (let code: string | undefined = start; code !== undefined && code !== '' && !done.has(code); ) {
      path.push(code)
      done.add(code)
      code = above.get(code)
    }
    for (const code of path.reverse()) {
      const organ = moving.get(code)
      if (organ === undefined) continue
      rows.push(rowOf(organ, ids.get(code)!, organ.parent === '' ? null : (ids.get(organ.parent) ?? null)))
    }
  }
  return rows
}
