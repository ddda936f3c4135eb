/**
 * The text of a letter as an officer can read and change it: one paragraph a line, with placeholders.
 *
 * `{{receivedOn}}` or `{{收到申请之日}}` a fact; `{{fee.amount}}` or `{{信息处理费.数额}}` a part of the fee; `{{you}}`
 * something known of every letter; `{{条例§36(4)}}` a place in the law, printed 《政府信息公开条例》第三十六条第（四）项.
 * A line that begins with `{{?findings}}` is printed only where that fact is given, with `{{!findings}}` only where
 * it is not. A line that is a list alone becomes a paragraph for each item.
 *
 * What stands in a fact is never read as a template.
 */
import { type Citation, formatCitationForPublic, parseCitation, resolveCitation } from '../../law/citation.ts'
import { type FactName, factDefinitions, factNamed } from './facts.ts'
import { type Problem, problem } from './problem.ts'
import { feeParts, type Rendered, withoutTitle } from './render.ts'

/** What is known of every letter, and its caption. */
export const commonWords = {
  you: '称谓',
  organ: '机关名称',
  office: '工作机构名称',
  contact: '联系方式',
} as const

export type CommonWord = keyof typeof commonWords

type Piece =
  | { readonly text: string }
  | { readonly fact: FactName; readonly part: string | null }
  | { readonly word: CommonWord }
  | { readonly cite: Citation }

export interface Line {
  /** The fact that must be given, or must not, for the line to be printed. */
  readonly when: { readonly fact: FactName; readonly given: boolean } | null
  readonly pieces: readonly Piece[]
}

export interface Template {
  readonly lines: readonly Line[]
  readonly problems: readonly Problem[]
}

/** What a text must hold to be a template of a certain letter. */
export interface Demands {
  readonly required: readonly FactName[]
  readonly optional: readonly FactName[]
  readonly cites: readonly Citation[]
}

const placeholder = /\{\{([^{}]*)\}\}/g

/** A text as lines of pieces; what cannot be read is among the problems. Blank lines are left out. */
export function parseTemplate(text: string): Template {
  const problems: Problem[] = []
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => parseLine(line, problems))
  if (lines.length === 0) problems.push(problem('emptyTemplate', '', '模板没有内容。'))
  return { lines, problems }
}

/** The template and whatever keeps it from being that letter's: placeholders that are not its own or are wanting. */
export function parseTemplateFor(text: string, demands: Demands): Template {
  const { lines, problems } = parseTemplate(text)
  return { lines, problems: [...problems, ...checkDemands(lines, demands)] }
}

function checkDemands(lines: readonly Line[], { required, optional, cites }: Demands): readonly Problem[] {
  const own = new Set<FactName>([...required, ...optional])
  const used = lines.flatMap(({ when, pieces }) => [...(when ? [when.fact] : []), ...factsIn(pieces)])
  // What only sometimes is printed does not count as said.
  const always = lines.filter(({ when }) => when === null).flatMap(({ pieces }) => pieces)
  const stated = new Set(factsIn(always))
  const cited = new Set(always.flatMap((piece) => ('cite' in piece ? [piece.cite] : [])))
  return [
    ...[...new Set(used)]
      .filter((fact) => !own.has(fact))
      .map((fact) => aboutFact('placeholderNotForThisLetter', fact, '不能用于本文书')),
    ...required
      .filter((fact) => !stated.has(fact))
      .map((fact) => aboutFact('missingPlaceholder', fact, '是本文书的必要内容，模板中没有')),
    ...cites
      .filter((cite) => !cited.has(cite))
      .map((cite) =>
        problem('missingBasis', cite, `模板中没有依据“{{${cite}}}”（${formatCitationForPublic(cite)}）。`),
      ),
  ]
}

function aboutFact(kind: Problem['problem'], fact: FactName, what: string): Problem {
  return problem(kind, fact, `占位符“{{${factDefinitions[fact].caption}}}”${what}。`)
}

function factsIn(pieces: readonly Piece[]): readonly FactName[] {
  return pieces.flatMap((piece) => ('fact' in piece ? [piece.fact] : []))
}

function parseLine(line: string, problems: Problem[]): Line {
  const condition = /^\{\{([?!？！])([^{}]*)\}\}/.exec(line)
  const fact = condition === null ? null : factNamed((condition[2] as string).trim())
  if (condition !== null && fact === null) problems.push(unknown(condition[2] as string))
  const rest = condition === null ? line : line.slice(condition[0].length)
  return {
    when: fact === null ? null : { fact, given: /[?？]/.test(condition?.[1] as string) },
    pieces: parsePieces(rest, problems),
  }
}

function parsePieces(text: string, problems: Problem[]): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(placeholder)) {
    pieces.push({ text: text.slice(end, match.index) })
    const name = (match[1] as string).trim()
    const piece = pieceOf(name)
    if (piece === null) problems.push(unknown(name))
    else pieces.push(piece)
    end = match.index + match[0].length
  }
  pieces.push({ text: text.slice(end) })
  const words = pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')
  if (/\{\{|\}\}/.test(words))
    problems.push(problem('malformed', words, '占位符的双花括号不成对，应当写作“{{名称}}”。'))
  return pieces.filter((piece) => !('text' in piece) || piece.text !== '')
}

function pieceOf(name: string): Piece | null {
  if (parseCitation(name) !== null)
    return 'unresolved' in resolveCitation(name) ? null : { cite: name as Citation }
  for (const [word, caption] of Object.entries(commonWords))
    if (name === word || name === caption) return { word: word as CommonWord }
  const [head = '', tail] = name.split('.', 2)
  const fact = factNamed(head)
  if (fact === null) return null
  if (tail === undefined) return { fact, part: null }
  const part = Object.entries(feeParts).find(([key, caption]) => tail === key || tail === caption)?.[0]
  return part === undefined || factDefinitions[fact].kind !== 'fee' ? null : { fact, part }
}

function unknown(name: string): Problem {
  return problem('unknownPlaceholder', name.trim(), `占位符“{{${name.trim()}}}”不存在，请核对名称。`)
}

/** Facts in words, and what is known of every letter. */
export interface Sayings {
  readonly facts: Partial<Record<FactName, Rendered>>
  readonly words: Readonly<Record<CommonWord, string>>
}

/** The paragraphs of the letter, or the facts that a line to be printed lacks. */
export function fillTemplate(
  lines: readonly Line[],
  sayings: Sayings,
): readonly string[] | readonly Problem[] {
  const printed = lines.filter(
    ({ when }) => when === null || (sayings.facts[when.fact] !== undefined) === when.given,
  )
  const wanting = printed
    .flatMap(({ pieces }) => factsIn(pieces))
    .filter((fact) => sayings.facts[fact] === undefined)
  if (wanting.length > 0) return [...new Set(wanting)].map(missingFact)
  return printed.flatMap(({ pieces }) => fillLine(pieces, sayings))
}

export function missingFact(fact: FactName): Problem {
  return problem('missingFact', fact, `缺少“${factDefinitions[fact].caption}”。`)
}

function fillLine(pieces: readonly Piece[], sayings: Sayings): readonly string[] {
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined && 'fact' in only) {
    const rendered = sayings.facts[only.fact]
    if (rendered?.isList) return rendered.items
  }
  const words = pieces.map((piece, i) =>
    followsOwn(pieces, i) ? withoutTitle(wordsOf(piece, sayings)) : wordsOf(piece, sayings),
  )
  // A fact that ends with a stop would print two where the sentence goes on with its own.
  return [
    words
      .map((text, i) =>
        /^[。；，、：）,;.]/.test(words[i + 1] ?? '') ? text.replace(/[。；，、]+$/, '') : text,
      )
      .join(''),
  ]
}

/** Whether the piece cites the instrument that was cited just before: 《……》第十五条、第三十二条. */
function followsOwn(pieces: readonly Piece[], i: number): boolean {
  const [before, between, piece] = [pieces[i - 2], pieces[i - 1], pieces[i]]
  if (!before || !between || !piece) return false
  if (!('cite' in before && 'text' in between && 'cite' in piece)) return false
  const instrument = parseCitation(piece.cite)?.instrument
  return /^[、和]$/.test(between.text) && parseCitation(before.cite)?.instrument === instrument
}

function wordsOf(piece: Piece, { facts, words }: Sayings): string {
  if ('text' in piece) return piece.text
  if ('word' in piece) return words[piece.word]
  if ('cite' in piece) return formatCitationForPublic(piece.cite)
  const rendered = facts[piece.fact]
  return (piece.part === null ? rendered?.items.join('') : rendered?.parts[piece.part]) ?? ''
}

/** The text with captions in place of names, as an officer edits it. */
export function inCaptions(text: string): string {
  return text.replace(placeholder, (whole, inner: string) => {
    const [, sign = '', name = ''] = /^([?!]?)(.*)$/.exec(inner) ?? []
    const [head = '', tail] = name.split('.', 2)
    const fact = factNamed(head)
    if (fact !== null) {
      const part = tail === undefined ? '' : `.${feeParts[tail] ?? tail}`
      return `{{${sign}${factDefinitions[fact].caption}${part}}}`
    }
    return Object.hasOwn(commonWords, name) ? `{{${commonWords[name as CommonWord]}}}` : whole
  })
}
