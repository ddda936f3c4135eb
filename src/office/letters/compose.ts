import { type Day, isDay } from '../../law/day.ts'
import { groundsOf } from '../../law/withheld.ts'
import { type Letter, oneLine } from '../../writer/letter.ts'
import type { LetterDefinition } from './definition.ts'
import { type FactName, type Facts, factDefinitions, isFactName } from './facts.ts'
import { type FactsFor, type LetterKind, letters } from './letters.ts'
import { checkOrgan, contactNote, type LetterOrgan } from './organ.ts'
import { checkPersonalData } from './personal-data.ts'
import { type Problem, problem } from './problem.ts'
import { remediesClause } from './remedies-clause.ts'
import { type Rendered, render } from './render.ts'
import { fillTemplate, missingFact, parseTemplateFor } from './template.ts'

export interface Addressee {
  /** The name and nothing else. */
  readonly name: string
  /** A natural person is 你, anybody else 你单位. */
  readonly person: boolean
}

/** What belongs to this one letter and is no fact of the case. */
export interface LetterContext {
  /** 发文字号, as `formatNumber` gives it. */
  readonly number: string
  /** 成文日期: the day of the decision, by whose law remedies are judged. */
  readonly date: Day
  readonly addressee: Addressee
  readonly servedOnline?: boolean
  /** Names of what is enclosed. */
  readonly attachments?: readonly string[]
  /** 抄送. */
  readonly copies?: readonly string[]
  /** The organ's own text in place of the software's; see `checkTemplate`. */
  readonly template?: string
  /** Name of the applicant, where the letter goes to somebody else: it must not occur in it. */
  readonly applicantName?: string
}

/**
 * The letter, or everything that keeps it from being written, told at once. Remedies are added to it by law, and no
 * template can leave them out. Pure: the same arguments give the same letter.
 */
export function compose<Kind extends LetterKind>(
  kind: Kind,
  facts: FactsFor<Kind>,
  organ: LetterOrgan,
  context: LetterContext,
): Letter | readonly Problem[] {
  const definition = letters[kind]
  const you = context.addressee.person ? '你' : '你单位'
  const template = parseTemplateFor(context.template ?? definition.text.join('\n'), definition)
  const said = renderAll(definition, facts)
  const body = fillTemplate(template.lines, {
    facts: said.rendered,
    words: {
      you,
      organ: oneLine(organ.name),
      office: oneLine(organ.office),
      contact: contactNote(organ),
    },
  })
  const remedies = isDay(context.date)
    ? remediesClause(definition, organ, {
        you,
        decidedOn: context.date,
        servedOnline: context.servedOnline ?? false,
        withheld: said.rendered.withheldParts === undefined ? [] : groundsOf(facts.withheldParts ?? []),
      })
    : []
  // What is there but wrong is not missing too.
  const wrong = new Set(said.problems.map(({ name }) => name))
  const problems = distinct([
    ...template.problems,
    ...checkOrgan(organ),
    ...checkContext(context),
    ...said.problems,
    ...problemsIn(body).filter(({ name }) => !wrong.has(name)),
    ...problemsIn(remedies),
    ...checkPersonalData(definition, said.rendered, context),
  ])
  return problems.length > 0
    ? problems
    : letterOf(definition, organ, context, [...textsIn(body), ...textsIn(remedies)])
}

function letterOf(
  { title }: LetterDefinition,
  organ: LetterOrgan,
  context: LetterContext,
  paragraphs: readonly string[],
): Letter {
  const names = (texts: readonly string[] = []) => texts.map(oneLine).filter((text) => text !== '')
  return {
    head: oneLine(organ.head ?? organ.name),
    number: oneLine(context.number),
    title,
    addressee: oneLine(context.addressee.name),
    paragraphs,
    attachments: names(context.attachments),
    signature: oneLine(organ.name),
    date: context.date,
    note: contactNote(organ),
    copies: names(context.copies),
  }
}

interface Said {
  readonly rendered: Partial<Record<FactName, Rendered>>
  readonly problems: readonly Problem[]
}

/** The facts in words. Those of other letters are left aside; those that no letter knows are told. */
function renderAll({ required, optional }: LetterDefinition, facts: Facts): Said {
  const rendered: Partial<Record<FactName, Rendered>> = {}
  const problems: Problem[] = []
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined || value === null) continue
    if (!isFactName(name)) {
      problems.push(problem('unknownFact', name, `没有名为“${oneLine(name)}”的内容项，请核对。`))
      continue
    }
    if (!required.includes(name) && !optional.includes(name)) continue
    const found = render(name, value)
    if ('items' in found) rendered[name] = found
    else problems.push(problem('wrongFact', name, `“${factDefinitions[name].caption}”${found.wrong}。`))
  }
  const wrong = new Set(problems.map(({ name }) => name))
  const missing = required.filter((name) => rendered[name] === undefined && !wrong.has(name))
  return { rendered, problems: [...problems, ...missing.map(missingFact)] }
}

function checkContext({ number, date, addressee }: LetterContext): readonly Problem[] {
  return [
    ...(oneLine(number) === '' ? [wanting('发文字号')] : []),
    ...(isDay(date) ? [] : [wanting('成文日期')]),
    ...(oneLine(addressee.name) === '' ? [wanting('主送')] : []),
  ]
}

function wanting(caption: string): Problem {
  return problem('missingContext', caption, `缺少“${caption}”。`)
}

const isProblem = (found: string | Problem): found is Problem => typeof found !== 'string'

function problemsIn(found: readonly string[] | readonly Problem[]): readonly Problem[] {
  return (found as readonly (string | Problem)[]).filter(isProblem)
}

function textsIn(found: readonly string[] | readonly Problem[]): readonly string[] {
  return (found as readonly (string | Problem)[]).filter((item) => typeof item === 'string')
}

/** A fact may be found missing for more than one reason; it is told once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ problem: kind, name, message }) => {
    const key = `${kind} ${name} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}
