/** A request with all that a page about it shows: state, clock, who asks, what is asked, papers, letters, moves. */
import { z } from 'zod'
import type { Calendar } from '../../../law/calendar.ts'
import { forHandler, forOthers } from '../../../office/applicants/masked-view.ts'
import { applicantIn } from '../../../office/applicants/sealed.ts'
import { maskPersonalData } from '../../../office/attachments/personal-data.ts'
import type { HandlingContext } from '../../../office/handling/handle-request.ts'
import { applicationOf } from '../../../office/intake/application.ts'
import { type Content, contentFields, deliveryWays, provisionForms } from '../../../office/intake/content.ts'
import { textsOfNotes } from '../../../office/notes/note.ts'
import { paperIn } from '../../../office/papers/paper.ts'
import type { CaseRow, StoredEvent, Unit } from '../../../office/ports.ts'
import { openCase } from '../../../office/replies/case-file.ts'
import { voidedLetters } from '../../../office/replies/voided-letters.ts'
import {
  type Addressee,
  type RequestAction,
  type RequestEvent,
  type RequestState,
  requestActions,
  verbs,
} from '../../../office/requests/index.ts'
import { actorFor, type Standing } from '../../../office/staff/access.ts'
import { streamOfRequest } from '../../../office/streams.ts'
import { type OwnWords, type OwnWordsKind, ownWords, ownWordsIn } from '../../../office/tracking/own-words.ts'
import { mayRead, type Viewer } from '../../../office/visibility.ts'
import { captionsOf, citesSchema, daySchema, keysOf, listOf, momentSchema } from '../../http/schemas.ts'
import { words } from '../commands/words.ts'
import { caseRowSchema, viewOfRow } from './case-row.ts'
import { clockSchema } from './clock.ts'
import { letterKindCaption, letterSchema, paperSchema, stateSchema, viewOfState } from './state.ts'

const text = z.string().nullable()

export const applicantSchema = z
  .object({
    kind: z.string(),
    name: z.string(),
    identity: z.object({ paper: z.string(), number: text, copy: z.boolean() }).nullable(),
    phone: text,
    email: text,
    address: text,
    agent: text,
    assistance: text,
  })
  .meta({ id: 'MaskedApplicant', description: '申请人，号码和住址已遮蔽；查看全部须另行办理并留痕' })

export const askedSchema = z
  .object({
    variant: words.variant,
    title: text,
    docNo: text,
    features: text,
    inaccuracy: text,
    evidence: text,
    provision: captionsOf(provisionForms).nullable(),
    delivery: captionsOf(deliveryWays).nullable(),
    formNote: text,
    otherFormAccepted: z.boolean(),
  })
  .meta({ id: 'AskedFor', description: '申请内容' })

const wordsSchema = z.object({
  id: z.string(),
  kind: keysOf(ownWords, ({ caption }) => caption),
  caption: z.string(),
  text: z.string(),
})

const noteSchema = z.object({
  version: z.number().int().meta({ description: '在该件办理记录中的序号' }),
  on: daySchema,
  at: momentSchema,
  by: z.string(),
  text: text.meta({ description: 'null：无权查看，或者已经依法删除' }),
  mentions: listOf(z.string()),
})

const refusalSchema = z.object({ code: z.string(), message: z.string(), cites: citesSchema })

export const moveSchema = z
  .object({
    action: z.enum(requestActions),
    open: z.boolean(),
    refusal: refusalSchema.nullable().meta({ description: '不能办理的理由和依据' }),
  })
  .meta({ id: 'Move' })

export const caseSchema = caseRowSchema
  .extend({
    asOf: daySchema.meta({ description: '从哪一天看：剩余的工作日和可办理的步骤' }),
    state: stateSchema,
    clock: clockSchema,
    applicantView: applicantSchema.nullable().meta({ description: 'null：个人信息已经依法删除' }),
    asked: askedSchema.nullable(),
    notes: listOf(noteSchema).meta({ description: '办理人员所写的备注' }),
    words: listOf(wordsSchema).meta({ description: '申请人在办理中所写的内容' }),
    papers: listOf(paperSchema),
    letters: listOf(letterSchema),
    moves: listOf(moveSchema).meta({ description: '每一步现在能否由本人办理' }),
  })
  .meta({ id: 'Case' })

type CaseView = z.input<typeof caseSchema>

/** Who looks, and as what. */
export interface Looking {
  readonly row: CaseRow
  readonly viewer: Extract<Viewer, { kind: 'staff' }>
  /** Without an actor: each move is asked for whoever they would be in doing it. */
  readonly context: Omit<HandlingContext, 'actor'>
  readonly calendar: Calendar
}

/** Everything of one case as the viewer may see it, within a unit of its organ. */
export async function viewCase(unit: Unit, { row, viewer, context, calendar }: Looking): Promise<CaseView> {
  const { id, organ } = row
  const actor = actorOf(viewer, 'annotate')
  const file = await openCase(unit, id, { ...context, actor }, calendar)
  const { state, clock } = file
  const thing = { organ, request: id } as const
  const whole = mayRead(viewer, { kind: 'applicant', whole: true, ...thing })
  return {
    ...viewOfRow(row),
    asOf: context.today,
    state: viewOfState(state),
    clock,
    applicantView: await applicantOf(unit, state, whole),
    asked: await askedOf(unit, id, whole),
    notes: await notesOf(unit, id, whole),
    words: whole ? await wordsOf(unit, id) : [],
    papers: await papersOf(unit, state, (purpose) =>
      mayRead(viewer, { kind: 'paper', purpose, from: 'office', sent: false, consultation: null, ...thing }),
    ),
    letters: await lettersOf(unit, state, (to) =>
      mayRead(viewer, { kind: 'letter', to, sent: false, consultation: null, ...thing }),
    ),
    moves: movesFor(viewer, state, context, calendar),
  }
}

function actorOf({ id, standings }: Looking['viewer'], action: RequestAction) {
  const nobody: Standing = { role: 'authority', scope: 'subordinate' }
  return actorFor(id, standings, action) ?? { id, ...(standings[0] ?? nobody) }
}

function movesFor(
  viewer: Looking['viewer'],
  state: RequestState,
  context: Looking['context'],
  calendar: Calendar,
): CaseView['moves'] {
  return requestActions.map((action) => {
    const refusal = verbs[action].guard(state, { ...context, calendar, actor: actorOf(viewer, action) })
    return { action, open: refusal === null, refusal }
  })
}

async function applicantOf(
  { vault }: Unit,
  { applicant }: RequestState,
  whole: boolean,
): Promise<CaseView['applicantView']> {
  const entry = applicant === null ? null : await vault.open(applicant)
  const found = entry === null || 'failure' in entry ? null : applicantIn(entry)
  return found && (whole ? forHandler(found) : forOthers(found))
}

/** What is asked for often says who asks: whoever sees the applicant masked sees that masked too. */
async function askedOf(unit: Unit, id: string, whole: boolean): Promise<CaseView['asked']> {
  const found = await applicationOf(unit, id)
  if (found === null || 'failure' in found) return null
  const masked = Object.fromEntries(
    (Object.keys(contentFields) as (keyof typeof contentFields)[]).map((field) => {
      const value: Content[typeof field] = found[field]
      return [field, value === null || whole ? value : maskPersonalData(value)]
    }),
  )
  return { ...found, ...masked }
}

/** What the applicant wrote on the way, for those alone who may know who wrote it. */
async function wordsOf(unit: Unit, request: string): Promise<CaseView['words']> {
  const ids = await ownWordsIn(unit, request)
  const entries = await unit.vault.openMany(ids)
  return ids.flatMap((id) => {
    const entry = entries.get(id)
    if (entry === undefined || 'failure' in entry) return []
    const kind = entry.kind as OwnWordsKind
    return [{ id, kind, caption: ownWords[kind].caption, text: (entry.data as OwnWords).text }]
  })
}

/** What colleagues wrote, with its text for those who may know what else lies in the vault. */
async function notesOf(unit: Unit, id: string, whole: boolean): Promise<CaseView['notes']> {
  const events = await unit.events.load(streamOfRequest(id))
  const sealed = whole ? await textsOfNotes(unit, id) : new Map<string, string>()
  return (events as readonly StoredEvent<RequestEvent>[]).flatMap((event) => {
    const { kind, data, version, on, at, actor: by } = event
    if (kind !== 'annotated' || !('entry' in data)) return []
    return [{ version, on, at, by, text: sealed.get(data.entry) ?? null, mentions: data.mentions }]
  })
}

/** Sending and service are those of the reply; of other letters the events of their steps tell. */
async function lettersOf(
  unit: Unit,
  state: RequestState,
  mayOpen: (to: Addressee) => boolean,
): Promise<CaseView['letters']> {
  const voided = await voidedLetters(unit, state)
  const { dispatched, servedOn } = state
  return state.letters.map(({ letter: id, kind, letterNo, to, issuedOn }) => {
    const left = dispatched?.letterNo === letterNo
    return {
      id,
      kind,
      title: letterKindCaption(kind),
      letterNo,
      to,
      issuedOn,
      sentOn: left ? dispatched.on : null,
      servedOn: left ? servedOn : null,
      voided: voided.get(id) ?? null,
      readable: mayOpen(to),
    }
  })
}

async function papersOf(
  { vault }: Unit,
  { papers }: RequestState,
  mayKnow: (purpose: RequestState['papers'][number]['purpose']) => boolean,
): Promise<CaseView['papers']> {
  const entries = await vault.openMany(papers.map(({ paper }) => paper))
  return papers.map(({ paper: id, hash, purpose, addedOn, addedBy, decided }) => {
    const entry = entries.get(id)
    const known = entry === undefined || 'failure' in entry || !mayKnow(purpose) ? null : paperIn(entry)
    const { name = null, description = null, type = null, size = null } = known ?? {}
    const cleared = decided?.as === 'cleared'
    const decision = decided && { acknowledged: [], because: null, replacedBy: null, ...decided }
    return { id, hash, purpose, addedOn, addedBy, cleared, decided: decision, name, description, type, size }
  })
}
