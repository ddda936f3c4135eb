import type { Citation } from '../../law/citation.ts'
import { type DispositionKey, dispositions, type OutcomeRow } from '../../law/dispositions.ts'
import type { RemedyQuestion } from '../../law/remedies.ts'
import type { FactName } from './facts.ts'

/** To whom a letter goes. Only the applicant may find himself named in it. */
export type Recipient = 'applicant' | 'thirdParty' | 'agency'

/** A kind of letter, as plain data. */
export interface LetterDefinition {
  /** Number in the set of reply instruments, as `Disposition.letter`. */
  readonly id: string
  readonly title: string
  /** Word of the number series, behind the organ's 代字. Kinds that share one share a series. */
  readonly series: string
  readonly to: Recipient
  /** By which remedies are judged; null for letters that decide nothing about those they go to. */
  readonly act: RemedyQuestion['act'] | null
  /** What it does in table three of the annual report: the row it is counted in, or none. */
  readonly row: 'received' | OutcomeRow | null
  /** Basis that the text has to name. */
  readonly cites: readonly Citation[]
  readonly required: readonly FactName[]
  readonly optional: readonly FactName[]
  /** For each of the disposition's `mustState`: the facts that state it; none where the text itself does. */
  readonly states: readonly (readonly FactName[])[]
  /** Template, a paragraph each; see `template.ts`. Remedies follow it and are no part of it. */
  readonly text: readonly string[]
}

/** First paragraph of nearly every letter to the applicant: when and how what was asked for came in. */
export const opening =
  '本机关于{{receivedOn}}收到{{you}}以{{channel}}方式提出的政府信息公开申请（登记编号：{{applicationNo}}），申请内容为：{{content}}。'

/** The opening of a decision, with what happened on the way to it and what was found. */
export const decisionOpening = [
  opening,
  '{{?correctedOn}}因该申请需要补正，本机关于{{correctionAskedOn}}告知{{you}}，并于{{correctedOn}}收到补正后的申请。',
  '{{?extendedTo}}经本机关政府信息公开工作机构负责人同意，答复期限延长至{{extendedTo}}，并已告知{{you}}。',
  '{{?findings}}本机关查明：{{findings}}。',
] as const

export const openingFacts = ['receivedOn', 'channel', 'applicationNo', 'content'] as const
export const openingOptions = ['correctedOn', 'correctionAskedOn', 'extendedTo', 'findings'] as const

export const farewell = '特此告知。'

/** What differs from reply to reply. */
interface ReplyData<Required extends FactName> {
  readonly series: string
  readonly facts: readonly Required[]
  readonly optional?: readonly FactName[]
  readonly states: LetterDefinition['states']
  /** What follows the opening and goes before the farewell. */
  readonly text: readonly string[]
  readonly opening?: readonly string[]
}

type Opening = (typeof openingFacts)[number]

export type Reply<Required extends FactName> = LetterDefinition & {
  readonly required: readonly (Required | Opening)[]
}

/** The letter that ends a request: number, title, basis, row and remedies come from the disposition. */
export function reply<const Required extends FactName>(
  key: DispositionKey,
  data: ReplyData<Required>,
): Reply<Required> {
  const { letter, letterTitle, row, cites } = dispositions[key]
  return {
    id: letter,
    title: letterTitle,
    series: data.series,
    to: 'applicant',
    act: key,
    row,
    // Papers that have no articles are named where the text needs them.
    cites: cites.filter((cite) => cite.includes('§')),
    required: [...openingFacts, ...data.facts],
    optional: [...openingOptions, ...(data.optional ?? [])].filter(
      (fact) => !(data.facts as readonly FactName[]).includes(fact),
    ),
    states: data.states,
    text: [...(data.opening ?? decisionOpening), ...data.text, farewell],
  }
}

/** A notice on the way, to the applicant: it decides nothing. */
export function notice<const Required extends FactName>(
  data: Omit<LetterDefinition, 'to' | 'required' | 'optional' | 'states' | 'row'> & {
    readonly row?: LetterDefinition['row']
    readonly facts: readonly Required[]
    readonly optional?: readonly FactName[]
  },
): Reply<Required> {
  const { facts, optional = [], row = null, ...rest } = data
  return {
    ...rest,
    to: 'applicant',
    row,
    required: [...openingFacts, ...facts],
    optional,
    states: [],
  }
}
