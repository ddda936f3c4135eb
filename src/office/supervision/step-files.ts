/** Files that prove what an organ reports of a task or a fault: kept sealed beside the record of whoever asked for it. */
import { scanPersonalData } from '../attachments/personal-data.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import { inspectPapers, isRefused, type PaperRefusal } from '../papers/inspect-papers.ts'
import type { Office, SupervisionRow } from '../ports.ts'
import { filesOfStep, type StepFile } from './files-of-step.ts'
import { isRow, type StepSupervision, type SupervisionOutcome, stepWithin } from './keep.ts'
import { refuse } from './refusal.ts'

interface SentFile {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** Takes a step with files: all of it, or nothing where a file may not be taken in or the step is refused. */
export async function stepWithFiles(
  office: Office,
  stepping: StepSupervision,
  files: readonly SentFile[],
): Promise<SupervisionOutcome | PaperRefusal> {
  const inspected = await inspectPapers(files.map((file) => ({ ...file, purpose: 'enclosure' })))
  if (isRefused(inspected)) return inspected
  if (inspected.some(({ name }) => scanPersonalData(name).length > 0))
    return refuse('personalData', '文件名里有手机号码、证件号码等个人信息，请改名以后再上传。', '个保法§6')
  const kept = inspected.map(({ id, name, type, hash, bytes }) => ({
    ...{ id, name, type, hash, size: bytes.length },
  }))
  return allOrNothing(office, stepping.organ, async (unit) => {
    const data = { ...stepping.data, ...(kept.length > 0 && { files: kept }) }
    const outcome = await stepWithin(unit, { ...stepping, data })
    if (isRow(outcome))
      for (const { bytes, type } of inspected) await unit.blobs.put(bytes, type, stepping.by.at)
    return outcome
  })
}

/** A file of one of the steps of a record; null where there is none of that id, or it is erased. */
export async function openStepFile(
  office: Pick<Office, 'inTransaction'>,
  row: SupervisionRow,
  id: string,
): Promise<{ readonly file: StepFile; readonly bytes: Uint8Array } | null> {
  const file = row.steps.flatMap(filesOfStep).find((each) => each.id === id)
  if (file === undefined) return null
  const bytes = await office.inTransaction(row.organ, ({ blobs }) => blobs.open(file.hash))
  return bytes === null || 'failure' in bytes ? null : { file, bytes }
}
