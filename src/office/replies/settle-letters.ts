/** What an organ settles for its letters: its own words, its number series, where review is applied for online. */

import { type Day, yearOf } from '../../law/day.ts'
import { appendTo } from '../append-to.ts'
import { dayAt } from '../beijing-time.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import type { LetterDefinition } from '../letters/definition.ts'
import { checkTemplate, type LetterKind, letterKinds, letters, templateText } from '../letters/letters.ts'
import { checkScheme, formatNumber } from '../letters/number.ts'
import type { Problem } from '../letters/problem.ts'
import { type Sample, sampleLetter } from '../letters/sample-letter.ts'
import { administered } from '../organs/administration-events.ts'
import { settleSetting } from '../organs/settle-setting.ts'
import type { Act, Conflict, Office, OrganId } from '../ports.ts'
import { type Actor, may, type OtherAction, type Refusal, roles } from '../requests/index.ts'
import { refuse } from '../requests/refusal.ts'
import { streamOfTemplate } from '../streams.ts'
import { type LetterSettings, letterHouseOf, settingsKey, templateKey } from './letter-organ.ts'
import { type Unwritten, unwritten } from './write-letter.ts'

export interface Administering {
  readonly organ: OrganId
  readonly actor: Actor
  readonly at: Act['at']
}

export interface TemplateOfOrgan extends Pick<LetterDefinition, 'title' | 'to'> {
  readonly kind: LetterKind
  /** The organ's text, or the software's in Chinese placeholders. */
  readonly text: string
  /** Whether it is the organ's own. */
  readonly own: boolean
  /** What has become wrong with an own text since it was saved, as after a new version of the software. */
  readonly problems: readonly Problem[]
}

/** Every kind of letter with the text in use at the organ. */
export async function listTemplates(
  office: Office,
  { organ, actor }: Pick<Administering, 'organ' | 'actor'>,
): Promise<readonly TemplateOfOrgan[] | Refusal> {
  const refusal = permitted(actor, 'manageTemplates')
  if (refusal !== null) return refusal
  const settings = await office.inTransaction(organ, (unit) => unit.settings.all())
  return letterKinds.map((kind) => {
    const saved = settings[templateKey(kind)] as string | null | undefined
    const text = saved ?? templateText(kind)
    const { title, to } = letters[kind]
    return { kind, title, to, text, own: saved != null, problems: checkTemplate(kind, text) }
  })
}

/** Takes a text for the organ's own if it holds all that the letter has to say; null when saved. */
export async function saveTemplate(
  office: Office,
  { organ, actor, at, kind, text }: Administering & { readonly kind: LetterKind; readonly text: string },
): Promise<null | Unwritten | Refusal | Conflict> {
  const refusal = permitted(actor, 'manageTemplates')
  if (refusal !== null) return refusal
  const problems = checkTemplate(kind, text)
  if (problems.length > 0) return unwritten(problems)
  return settleTemplate(office, { organ, actor, at }, kind, text)
}

/** Goes back to the software's text; null when done. */
export async function resetTemplate(
  office: Office,
  { organ, actor, at, kind }: Administering & { readonly kind: LetterKind },
): Promise<null | Refusal | Conflict> {
  const refusal = permitted(actor, 'manageTemplates')
  if (refusal !== null) return refusal
  return settleTemplate(office, { organ, actor, at }, kind, null)
}

/** Settles words of the number series and the address of online review, in place of those before; null when done. */
export async function settleLetters(
  office: Office,
  { organ, actor, at, settled }: Administering & { readonly settled: LetterSettings },
): Promise<null | Unwritten | Refusal | Conflict> {
  const refusal = permitted(actor, 'manageSettings')
  if (refusal !== null) return refusal
  const { scheme } = await office.inTransaction(organ, letterHouseOf)
  const problems = checkScheme({ ...scheme, words: settled.words ?? {} })
  if (problems.length > 0) return unwritten(problems)
  return settleSetting(office, { organ, by: { actor: actor.id, at }, key: settingsKey, value: settled })
}

async function settleTemplate(
  office: Office,
  { organ, actor, at }: Administering,
  kind: LetterKind,
  text: string | null,
): Promise<null | Conflict> {
  const by = { actor: actor.id, at }
  const outcome = await allOrNothing(office, organ, async (unit): Promise<Conflict | { done: true }> => {
    await unit.settings.set(templateKey(kind), text, by)
    const event = administered('templateSettled', dayAt(at), { kind, text })
    return (await appendTo(unit, streamOfTemplate(kind), event, by)) ?? { done: true }
  })
  return 'failure' in outcome ? outcome : null
}

/** A text that was in force, from when and by whom. */
export interface TemplateVersion extends Act {
  /** Null: the software's. */
  readonly text: string | null
}

/** The texts that the organ gave a kind of letter, the newest first. */
export async function templateVersions(
  office: Office,
  organ: OrganId,
  kind: LetterKind,
): Promise<readonly TemplateVersion[]> {
  const events = await office.inTransaction(organ, (unit) => unit.events.load(streamOfTemplate(kind)))
  return events
    .map(({ actor, at, data }) => ({ actor, at, text: (data as { text: string | null }).text }))
    .toReversed()
}

const permitted = ({ role, scope }: Actor, action: OtherAction): Refusal | null =>
  may(role, action, scope)
    ? null
    : refuse('notPermitted', `${roles[role]}没有管理文书模板和编号的权限，请由有权限的人员办理。`, '条例§4')

/** The letter that a text would print, and what keeps it from being the template. */
export const previewTemplate = (
  office: Office,
  {
    organ,
    today,
    kind,
    text,
  }: {
    readonly organ: OrganId
    readonly today: Day
    readonly kind: LetterKind
    readonly text: string
  },
): Promise<Sample> =>
  office.inTransaction(organ, async (unit) => {
    const { organ: author, scheme } = await letterHouseOf(unit)
    const number = formatNumber(scheme, kind, yearOf(today), null)
    return sampleLetter(kind, text, author, {
      number: typeof number === 'string' ? number : '〔文书编号〕',
      date: today,
    })
  })
