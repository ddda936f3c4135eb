/**
 * The reply as an officer writes it: the ending and the facts of its letter. What the draft in the log has to state
 * (条例§36–39) is taken from the same facts, so that nothing is written twice and the two cannot differ.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Facts } from '../letters/facts.ts'
import { type FactName, factDefinitions } from '../letters/facts.ts'
import { type LetterKind, letters } from '../letters/letters.ts'
import { render } from '../letters/render.ts'
import type { CaseId, Unit, VaultEntry } from '../ports.ts'
import type { DraftCommand } from '../requests/draft.ts'
import {
  type Answers,
  type Draft,
  type EndingKey,
  endings,
  type NamedLaw,
  type Override,
} from '../requests/index.ts'

/** As it is handed in, and as the vault keeps it. */
export interface Reply {
  readonly ending: EndingKey
  /** What only a person can know; see the definition of the letter. */
  readonly facts: Facts
  /** The seven questions, where they lead to the ending. */
  readonly answers: Answers | null
  /** The provision that forbids disclosure (条例§14) or has its own way of access (条例§36(7)). */
  readonly law: NamedLaw | null
  /** Why information is given although a third party objects (条例§32). */
  readonly override: Override | null
  /** SHA-256 of the enclosures on file, in the order in which the letter names them. */
  readonly enclosures: readonly string[]
  /** 抄送. */
  readonly copies: readonly string[]
}

const kind = 'reply'

/** Id of the entry that holds the reply of a request. */
export const replyIdOf = (request: CaseId): string => `reply-${request}`

/** The entry of the vault for the reply of a request; a new one takes the place of the one before. */
export const replyEntry = (request: CaseId, reply: Reply): VaultEntry => ({
  id: replyIdOf(request),
  kind,
  data: reply,
  lookup: {},
})

/** The reply as it was last drafted; null where there is none. */
export async function replyOf({ vault }: Pick<Unit, 'vault'>, request: CaseId): Promise<Reply | null> {
  const entry = await vault.open(replyIdOf(request))
  return entry === null || 'failure' in entry || entry.kind !== kind ? null : (entry.data as Reply)
}

/** The letter that ends a request bears the key of the ending. */
export const letterKindOf = (ending: EndingKey): LetterKind => ending

/** What is typed, with what the named provision says of itself. */
export function typedFacts({ facts, law }: Reply): Facts {
  if (law === null) return facts
  const title = law.name.startsWith('《') ? law.name : `《${law.name}》`
  const provision = `${title}${law.article}`
  return { prohibition: provision, specialLaw: provision, ...facts }
}

/** The command of the verb `draft` for a reply; `facts` are those of the letter, the file's among them. */
export function draftCommandOf(reply: Reply, facts: Facts): DraftCommand {
  const { ending, answers, law, override, enclosures } = reply
  const statements = statementsOf(ending, facts)
  const found = wordsOf('findings', facts)
  const { provideForm: form, provideWay: delivery } = isRequired(ending, 'provideForm') ? facts : {}
  return {
    ending,
    facts: found === '' ? statements.join('；') : found,
    statements,
    withheld: withheldOf(ending, facts, statements),
    law,
    override,
    provision: form !== undefined && delivery !== undefined ? { form, delivery } : null,
    answers,
    attachments: enclosures,
  }
}

/** For each thing that the law wants stated, the facts of the letter that state it. */
function statementsOf(ending: EndingKey, facts: Facts): readonly string[] {
  const { states } = letters[letterKindOf(ending)]
  return endings[ending].mustState.map((must, i) => {
    const names = states[i] ?? []
    // Some things are said by the text of the letter itself, in the same words for everybody.
    if (names.length === 0) return must
    const said = names
      .map((name) => [name, wordsOf(name, facts)] as const)
      .filter(([, words]) => words !== '')
    if (said.length > 0)
      return said.map(([name, words]) => `${factDefinitions[name].caption}：${words}`).join('；')
    return names.some((name) => isRequired(ending, name)) ? '' : `${must}：不能确定`
  })
}

const isRequired = (ending: EndingKey, name: FactName): boolean =>
  letters[letterKindOf(ending)].required.includes(name)

/** A fact in the words of the letter; empty where it is missing or cannot be said. */
function wordsOf(name: FactName, facts: Facts): string {
  const value = facts[name]
  if (value === undefined || value === null) return ''
  const said = render(name, value)
  return 'items' in said ? said.items.join('').replace(/[。；]$/, '') : ''
}

function withheldOf(
  ending: EndingKey,
  facts: Facts,
  statements: readonly string[],
): NonNullable<DraftCommand['withheld']> {
  const { ground } = endings[ending]
  if (ground !== null) {
    // The first statement is the decision itself, the rest is why.
    const reason = statements.slice(1).join('；')
    return [{ ground, part: '全部', reason }]
  }
  return ending === 'partial' ? (facts.withheldParts ?? []) : []
}

/** Whether the draft on file is the one that the reply makes: what was signed is what will be sent. */
export function isDraftOf(draft: Draft, reply: Reply, facts: Facts): boolean {
  const command = draftCommandOf(reply, facts)
  return (Object.keys(command) as (keyof DraftCommand)[]).every((key) =>
    isDeepStrictEqual(draft[key] ?? null, command[key] ?? null),
  )
}
