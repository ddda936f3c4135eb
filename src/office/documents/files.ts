/** Attachments of a document: looked into, sealed, and let out by a person who answers for what was found. */
import { gate } from '../attachments/gate.ts'
import { inspect } from '../attachments/inspect.ts'
import type { Inspection } from '../attachments/inspection.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { inspectPapers, isRefused, type PaperRefusal } from '../papers/inspect-papers.ts'
import type { Conflict, Office, OrganId } from '../ports.ts'
import type { Blocked } from '../replies/enclosures.ts'
import type { DocumentFile } from './content.ts'
import {
  type DocumentOutcome,
  documentStateOf,
  type HandleDocument,
  type HandledDocument,
  handleDocument,
  handleDocumentWithin,
} from './handle-document.ts'
import type { DocumentRefusal } from './life/refusal.ts'
import type { DocumentState } from './life/state.ts'

export interface AddFile extends Omit<HandleDocument, 'action' | 'command'> {
  readonly file: { readonly id: string; readonly bytes: Uint8Array; readonly name: string }
}

/** Takes a file in. One with a mark of secrecy is refused and nothing of it kept. */
export async function addFile(
  office: Office,
  { file, ...handling }: AddFile,
): Promise<DocumentOutcome | PaperRefusal> {
  const inspected = await inspectPapers([{ ...file, purpose: 'enclosure' }])
  if (isRefused(inspected)) return inspected
  const { id, hash, name, type, bytes } = inspected[0]!
  const calendar = await calendarOf(office, handling.organ)
  return allOrNothing(office, handling.organ, async (unit) => {
    const command = { id, hash, name, type, size: bytes.length }
    const done = await handleDocumentWithin(
      unit,
      { ...handling, action: 'addDocumentFile', command },
      calendar,
    )
    if (!('failure' in done) && !done.refused) await unit.blobs.put(bytes, type, handling.at)
    return done
  })
}

export interface NoFile {
  readonly failure: 'unknownFile'
  readonly message: string
}

const noFile: NoFile = {
  failure: 'unknownFile',
  message: '文件没有这份附件，或者其内容已经删除；请重新添加。',
}

/** Every file of the document, of whatever version. */
export function filesOf({ work, versions }: DocumentState): readonly DocumentFile[] {
  const all = [...(work?.files ?? []), ...versions.flatMap(({ files }) => files)]
  return [...new Map(all.toReversed().map((file) => [file.id, file])).values()]
}

/** A file of a document with its content. */
export async function openFile(
  office: Office,
  organ: OrganId,
  document: string,
  file: string,
): Promise<{ readonly file: DocumentFile; readonly bytes: Uint8Array } | NoFile> {
  return office.inTransaction(organ, async (unit) => {
    const found = filesOf(await documentStateOf(unit, document)).find(({ id }) => id === file)
    const bytes = found === undefined ? null : await unit.blobs.open(found.hash)
    return found === undefined || bytes === null || 'failure' in bytes ? noFile : { file: found, bytes }
  })
}

/** What a file hides and what personal data it has. */
export async function inspectFile(
  office: Office,
  organ: OrganId,
  document: string,
  file: string,
): Promise<Inspection | NoFile> {
  const opened = await openFile(office, organ, document, file)
  return 'failure' in opened ? opened : inspect(opened.bytes, opened.file.name)
}

export interface ClearFile extends Omit<HandleDocument, 'action' | 'command'> {
  readonly file: string
  /** For each finding why it may be public all the same. Stands in the log: nothing personal. */
  readonly acknowledgements: readonly { readonly finding: string; readonly reason: string }[]
}

/** Lets a file through the gate, in the name of whoever acts. It is looked into anew: nobody's word is taken. */
export async function clearFile(
  office: Office,
  { file, acknowledgements, ...handling }: ClearFile,
): Promise<HandledDocument | Blocked | NoFile | DocumentRefusal | Conflict> {
  const { organ, document, context, at } = handling
  const opened = await openFile(office, organ, document, file)
  if ('failure' in opened) return opened
  const { id, hash } = opened.file
  const inspection = await inspect(opened.bytes, opened.file.name)
  const given = acknowledgements.map((each) => ({ ...each, sha256: hash, person: context.actor.id, at }))
  const decided = gate(inspection, given)
  if (decided.decision === 'blocked') return { failure: 'blocked', obstacles: decided.reasons }
  const { findings, acknowledged } = decided.record
  const told = acknowledged.map(({ finding, reason }) => ({ finding, reason }))
  const command = { id, hash, findings, acknowledged: told }
  return handleDocument(office, { ...handling, action: 'clearDocumentFile', command })
}
