/** A letter as a template would print it, with the captions of its facts in place of them. */
import type { Day } from '../../law/day.ts'
import { type Letter, oneLine } from '../../writer/letter.ts'
import { type FactName, factDefinitions } from './facts.ts'
import { type LetterKind, letters } from './letters.ts'
import { contactNote, type LetterOrgan } from './organ.ts'
import type { Problem } from './problem.ts'
import { remediesClause } from './remedies-clause.ts'
import { feeParts, type Rendered } from './render.ts'
import { fillTemplate, parseTemplateFor } from './template.ts'

export interface Sample {
  readonly letter: Letter
  /** What keeps the text from being the template of that letter; empty where nothing does. */
  readonly problems: readonly Problem[]
}

/** Pure. Lines for a fact are printed, those for its absence are not. */
export function sampleLetter(
  kind: LetterKind,
  text: string,
  organ: LetterOrgan,
  { number, date }: { readonly number: string; readonly date: Day },
): Sample {
  const definition = letters[kind]
  const { lines, problems } = parseTemplateFor(text, definition)
  const you = '你'
  const words = {
    you,
    organ: oneLine(organ.name),
    office: oneLine(organ.office),
    contact: contactNote(organ),
  }
  const clause = { you, decidedOn: date, servedOnline: false, withheld: [] }
  const body = [
    ...fillTemplate(lines, { facts: captioned, words }),
    ...remediesClause(definition, organ, clause),
  ].filter((each): each is string => typeof each === 'string')
  const letter: Letter = {
    head: organ.head ?? organ.name,
    number,
    title: definition.title,
    addressee: '〔收件人〕',
    paragraphs: body,
    attachments: [],
    signature: organ.name,
    date,
    note: contactNote(organ),
    copies: [],
  }
  return { letter, problems }
}

/** Every fact as its own caption, in the brackets of what is still to be filled in. */
const captioned = Object.fromEntries(
  Object.entries(factDefinitions).map(([name, { caption }]): [string, Rendered] => [
    name,
    {
      items: [`〔${caption}〕`],
      isList: false,
      parts: Object.fromEntries(
        Object.entries(feeParts).map(([part, words]) => [part, `〔${caption}的${words}〕`]),
      ),
    },
  ]),
) as Partial<Record<FactName, Rendered>>
