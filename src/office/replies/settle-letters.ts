/** What an organ settles for its letters: its own words, its number series, where review is applied for online. */
import type { LetterDefinition } from '../letters/definition.ts'
import { checkTemplate, type LetterKind, letterKinds, letters, templateText } from '../letters/letters.ts'
import { checkScheme } from '../letters/number.ts'
import type { Problem } from '../letters/problem.ts'
import type { Act, Office, OrganId } from '../ports.ts'
import { type Actor, may, type OtherAction, type Refusal, roles } from '../requests/index.ts'
import { refuse } from '../requests/refusal.ts'
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
): Promise<null | Unwritten | Refusal> {
  const refusal = permitted(actor, 'manageTemplates')
  if (refusal !== null) return refusal
  const problems = checkTemplate(kind, text)
  if (problems.length > 0) return unwritten(problems)
  await set(office, { organ, actor, at }, templateKey(kind), text)
  return null
}

/** Goes back to the software's text; null when done. */
export async function resetTemplate(
  office: Office,
  { organ, actor, at, kind }: Administering & { readonly kind: LetterKind },
): Promise<null | Refusal> {
  const refusal = permitted(actor, 'manageTemplates')
  if (refusal !== null) return refusal
  await set(office, { organ, actor, at }, templateKey(kind), null)
  return null
}

/** Settles words of the number series and the address of online review, in place of those before; null when done. */
export async function settleLetters(
  office: Office,
  { organ, actor, at, settled }: Administering & { readonly settled: LetterSettings },
): Promise<null | Unwritten | Refusal> {
  const refusal = permitted(actor, 'manageSettings')
  if (refusal !== null) return refusal
  const { scheme } = await office.inTransaction(organ, letterHouseOf)
  const problems = checkScheme({ ...scheme, words: settled.words ?? {} })
  if (problems.length > 0) return unwritten(problems)
  await set(office, { organ, actor, at }, settingsKey, settled)
  return null
}

const set = (
  office: Office,
  { organ, actor, at }: Administering,
  key: string,
  value: unknown,
): Promise<void> =>
  office.inTransaction(organ, ({ settings }) => settings.set(key, value, { actor: actor.id, at }))

const permitted = ({ role, scope }: Actor, action: OtherAction): Refusal | null =>
  may(role, action, scope)
    ? null
    : refuse('notPermitted', `${roles[role]}没有管理文书模板和编号的权限，请由有权限的人员办理。`, '条例§4')
