/** What was typed into a sheet, as findings, and back. Pure. */
import type { Mark, Occurrence } from '../../../../office/supervision/assessment/facts.ts'
import type { Findings } from '../../../../office/supervision/assessment/record.ts'
import {
  allLeaves,
  type IndicatorSystem,
  type Leaf,
} from '../../../../office/supervision/assessment/system.ts'

/** Something that can be found at a place of the sheet. */
export interface Findable {
  readonly id: string
  readonly caption: string
}

export const findableAt = ({ rule }: Leaf): readonly Findable[] =>
  rule.kind === 'deduct' ? rule.faults : rule.kind === 'earn' ? rule.merits : []

/** Name of a field: of which leaf, which line of it, what. `vetoes` stands for the leaf of the vetoes. */
export const lineField = (
  leaf: string,
  line: number,
  part: 'kind' | 'what' | 'where' | 'times' | 'id' | 'check',
) => `${part}:${line}:${leaf}`

export const vetoPlace = 'vetoes'

/** First id of the kind that is not taken. */
function freeId(kind: string, taken: ReadonlySet<string>): string {
  for (let at = 1; ; at++) if (!taken.has(`${kind}-${at}`)) return `${kind}-${at}`
}

/** The lines of a place that have a fault chosen. */
function linesAt(form: FormData, leaf: string, taken: Set<string>): readonly Occurrence[] {
  const text = (line: number, part: Parameters<typeof lineField>[2]) =>
    String(form.get(lineField(leaf, line, part)) ?? '').trim()
  const found: Occurrence[] = []
  for (let line = 0; form.has(lineField(leaf, line, 'kind')); line++) {
    const kind = text(line, 'kind')
    if (kind === '') continue
    const typed = text(line, 'id')
    const id = typed !== '' && !taken.has(typed) ? typed : freeId(kind, taken)
    taken.add(id)
    const times = Number(text(line, 'times'))
    const check = text(line, 'check')
    found.push({
      ...{ id, kind, what: text(line, 'what'), where: text(line, 'where') },
      ...(Number.isInteger(times) && times > 1 && { times }),
      ...(check !== '' && { check }),
    })
  }
  return found
}

function markAt(form: FormData, { id, rule }: Leaf, taken: Set<string>): Mark {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const found = linesAt(form, id, taken)
  const [level, passed, of] = [text(`level:${id}`), text(`passed:${id}`), text(`of:${id}`)]
  const absent = text(`absent:${id}`)
  return {
    ...(rule.kind === 'deduct' || rule.kind === 'earn' ? { found } : {}),
    ...(level !== '' && { level }),
    ...(rule.kind === 'ratio' && of !== '' && { sample: { passed: Number(passed), of: Number(of) } }),
    ...(absent !== '' && { notApplicable: absent }),
  }
}

/** Everything on the sheet. */
export function findingsIn(form: FormData, system: IndicatorSystem): Findings {
  const taken = new Set<string>()
  const marks = allLeaves(system).map((leaf) => [leaf.id, markAt(form, leaf, taken)] as const)
  return { marks: Object.fromEntries(marks), vetoes: linesAt(form, vetoPlace, taken) }
}
