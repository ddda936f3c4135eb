import type { Day } from '../../law/day.ts'
import { type Problem, problem } from '../letters/problem.ts'
import { paperOf } from '../papers/open-paper.ts'
import type { Unit } from '../ports.ts'
import type { CaseFile } from './case-file.ts'
import { factsOfCase, withTyped } from './facts-of-case.ts'
import { letterKindOf, type Reply, typedFacts } from './reply.ts'
import type { LetterOrder } from './write-letter.ts'

/** The letter that a reply wants written, and what of it is not on file. */
export interface ReplyOrder {
  readonly order: LetterOrder
  readonly problems: readonly Problem[]
}

/** The letter of a reply, as of a day. */
export async function orderOfReply(
  unit: Pick<Unit, 'vault'>,
  file: CaseFile,
  reply: Reply,
  date: Day,
): Promise<ReplyOrder> {
  const names = await Promise.all(reply.enclosures.map((hash) => nameOf(unit, file, hash)))
  const order: LetterOrder = {
    kind: letterKindOf(reply.ending),
    facts: withTyped(factsOfCase(file), typedFacts(reply)),
    to: file.applicant,
    date,
    more: { attachments: names.filter((name) => name !== null), copies: reply.copies },
  }
  return { order, problems: names.flatMap((name, i) => (name === null ? [notOnFile(i)] : [])) }
}

/** What the letter calls an enclosure: what it is said to be, else its file name without what follows the dot. */
async function nameOf(unit: Pick<Unit, 'vault'>, { state }: CaseFile, hash: string): Promise<string | null> {
  const found = state.papers.find((each) => each.hash === hash && each.purpose === 'enclosure')
  const paper = found === undefined ? null : await paperOf(unit, found.paper)
  if (paper === null || 'failure' in paper) return null
  return paper.description ?? paper.name.replace(/\.[A-Za-z0-9]{1,8}$/, '')
}

const notOnFile = (i: number): Problem =>
  problem(
    'missingContext',
    '附件',
    `第${i + 1}份随附文件不在卷内，请先添加该文件，用途选“随附答复提供的文件”。`,
  )
