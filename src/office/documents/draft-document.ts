/** 起草、修改: the text is cleaned and looked into, sealed under its hash, and the draft written with what was found. */
import type { Calendar } from '../../law/calendar.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import type { Conflict, Office, Unit } from '../ports.ts'
import { type Body, bodyOf } from './body.ts'
import {
  type DocumentOutcome,
  documentStateOf,
  type HandleDocument,
  type HandledDocument,
  handleDocumentWithin,
} from './handle-document.ts'
import type { DraftDocument } from './life/draft.ts'
import type { DocumentRefusal } from './life/refusal.ts'
import { contentOf } from './life/state.ts'

/** The metadata, and the text as HTML; without `html` the text in hand stays. */
export interface DraftInput extends Omit<DraftDocument, 'body'> {
  readonly html?: string
}

export interface WriteDraft extends Omit<HandleDocument, 'action' | 'command'> {
  readonly action: 'draftDocument' | 'amendDocument'
  readonly draft: DraftInput
}

export const textType = 'text/html; charset=utf-8'

/** Writes a draft within a unit that does more. */
export async function writeDraftWithin(
  unit: Unit,
  { draft, ...handling }: WriteDraft,
  body: Body | null,
  calendar: Calendar,
): Promise<DocumentOutcome> {
  const { html: _, ...metadata } = draft
  const before = contentOf(await documentStateOf(unit, handling.document))
  const command = { ...metadata, body: body?.facts ?? before?.body ?? null }
  if (body !== null) await unit.blobs.put(new TextEncoder().encode(body.html), textType, handling.at)
  return handleDocumentWithin(unit, { ...handling, command }, calendar)
}

/** Drafts a document or a new version of it. Of a text with a mark of secrecy nothing is kept. */
export async function writeDraft(
  office: Office,
  writing: WriteDraft,
): Promise<HandledDocument | DocumentRefusal | Conflict> {
  const { html } = writing.draft
  const body = html === undefined ? null : bodyOf(html)
  if (body !== null && 'refused' in body) return body
  const calendar = await calendarOf(office, writing.organ)
  return allOrNothing(office, writing.organ, (unit) => writeDraftWithin(unit, writing, body, calendar))
}

/** The text of a version by its hash; null where it has none or it was erased. */
export async function textOf(unit: Pick<Unit, 'blobs'>, hash: string | null): Promise<string | null> {
  const bytes = hash === null ? null : await unit.blobs.open(hash)
  return bytes === null || 'failure' in bytes ? null : new TextDecoder().decode(bytes)
}
