/** 投诉举报（条例§47¶2、§51）: what is complained of stands in the log, who complains and in what words in the vault. */
import { allOrNothing } from '../handling/all-or-nothing.ts'
import type { Office, SupervisionRow } from '../ports.ts'
import { isRow, type OpenSupervision, openWithin, type SupervisionOutcome } from './keep.ts'
import { refuse } from './refusal.ts'

const kind = 'complaint'

export interface Complained {
  readonly text: string
  readonly name: string
  readonly contact: string
}

export interface OpenComplaint extends Omit<OpenSupervision, 'kind'> {
  /** Id of the entry of the vault. */
  readonly entry: string
}

/** The Regulation names no period; the one that the organ's rules give has to be told, so that there is a clock. */
export function openComplaint(
  office: Office,
  { entry, data, ...opening }: OpenComplaint,
): Promise<SupervisionOutcome> {
  return allOrNothing(office, opening.organ, async (unit) => {
    if (opening.due == null)
      return refuse('incomplete', '请写明办结的期限：条例没有规定，按本地投诉举报办理制度确定。', '条例§51')
    const { text = '', name = '', contact = '', ...told } = data
    const outcome = await openWithin(unit, { ...opening, kind, data: { ...told, entry } })
    if (isRow(outcome))
      await unit.vault.put({ id: entry, kind, data: { text, name, contact }, lookup: {} }, opening.by.at)
    return outcome
  })
}

/** Null where it was erased. */
export async function openedComplaint(office: Office, row: SupervisionRow): Promise<Complained | null> {
  const entry = await office.inTransaction(row.organ, ({ vault }) => vault.open(String(row.data.entry)))
  return entry === null || 'failure' in entry ? null : (entry.data as Complained)
}
