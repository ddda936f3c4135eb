/**
 * A verb of a document: may it be done now, and what becomes of it. As for a request, the guards answer the first
 * question from the state alone, and both the list of moves and the deed ask them.
 */
import type { Calendar } from '../../../law/calendar.ts'
import { type Day, formatChinese } from '../../../law/day.ts'
import { scanPersonalData } from '../../attachments/personal-data.ts'
import type { Actor } from '../../requests/context.ts'
import type { DocumentAction } from '../../requests/document-actions.ts'
import { firstOf, permitted } from '../../requests/guarding.ts'
import type { DocumentEvent } from './events.ts'
import { type DocumentRefusal, refuse } from './refusal.ts'
import type { DocumentState } from './state.ts'

/** Everything a decision depends on beside the state and the command. */
export interface DocumentContext {
  /** The civil day of the act; nothing later can be recorded. */
  readonly today: Day
  readonly actor: Actor
  readonly calendar: Calendar
}

/** Pure: a refused command has no events. */
export type DocumentDecision =
  | { readonly refused: false; readonly events: readonly DocumentEvent[] }
  | DocumentRefusal

/** What forbids a verb, whatever the command says; null where nothing does. */
export type Guard = (state: DocumentState, context: DocumentContext) => DocumentRefusal | null

export interface DocumentVerb<Command> {
  (state: DocumentState, command: Command, context: DocumentContext): DocumentDecision
  readonly action: DocumentAction
  readonly guard: Guard
}

type Make<Command> = (
  state: DocumentState,
  command: Command,
  context: DocumentContext,
) => readonly DocumentEvent[] | DocumentRefusal

/** A verb from its guards, asked in order, and what makes events of a command. */
export function verb<Command>(
  action: DocumentAction,
  guards: readonly Guard[],
  make: Make<Command>,
): DocumentVerb<Command> {
  const guard = firstOf([permitted(action), ...guards])
  const decide = (state: DocumentState, command: Command, context: DocumentContext): DocumentDecision => {
    const made = guard(state, context) ?? make(state, command, context)
    if ('refused' in made) return made
    return misdated(made, context) ?? personalIn(made) ?? { refused: false, events: made }
  }
  return Object.assign(decide, { action, guard })
}

function misdated(events: readonly DocumentEvent[], { today }: DocumentContext): DocumentRefusal | null {
  const late = events.find(({ on }) => on > today)
  return late === undefined
    ? null
    : refuse('future', `不能登记${formatChinese(late.on)}的事项，尚未到该日；请按实际日期登记。`, '条例§6¶1')
}

/** Ids, hashes, addresses and numbers of papers are no free text. An office's telephone and mail box are public. */
const references = /^(?:id|hash|links|quotes|docNo|indexNo|target|place|account|address|type|size|by|body)$/
const ofOffices: ReadonlySet<string> = new Set(['landline', 'email', 'address'])

/** The log cannot be erased: what a person must not read in the document does not stand in its metadata either. */
function personalIn(events: readonly DocumentEvent[]): DocumentRefusal | null {
  const texts = events.flatMap(({ data }) => textsOf(data))
  return texts.some((text) => scanPersonalData(text).some(({ kind }) => !ofOffices.has(kind)))
    ? refuse(
        'personalData',
        '标题、摘要、文件名和办理意见中不得有身份证号码、手机号码、银行卡号等个人信息，请遮蔽或者删除后再办理。',
        '条例§15',
        '个保法§6',
      )
    : null
}

function textsOf(value: unknown, key = ''): readonly string[] {
  if (references.test(key)) return []
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, Array.isArray(value) ? key : name))
}

/** A text that says something. */
export const says = (text: string | null | undefined): text is string =>
  typeof text === 'string' && text.trim() !== ''

/** The refusal of a command in which something is missing. */
export const missing = (what: string, ...cites: DocumentRefusal['cites']): DocumentRefusal =>
  refuse('incomplete', `缺少${what}，请补充后再办理。`, ...cites)
