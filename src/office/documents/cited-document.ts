/** A document as people name it, by its number or its title: offered while they type, and found from what they typed. */
import { docNumbersIn, soundDocNumber } from '../../law/doc-number.ts'
import type { DocumentFilter, DocumentRow, Office, OrganId } from '../ports.ts'

/** Most that are offered at once. */
const most = 12

/** As it is named where it is offered, and read again: 示政发〔2026〕3号《…》. */
export const namedDocument = ({ docNo, title }: Pick<DocumentRow, 'docNo' | 'title'>): string =>
  `${docNo ?? ''}《${title}》`

/** What an organ and those above it have public: what may end a document of the organ. */
async function list(
  { organs, documents }: Office,
  organ: OrganId,
  filter: Partial<DocumentFilter>,
): Promise<readonly DocumentRow[]> {
  const line = (await organs.withSuperiors(organ)).map(({ id }) => id)
  return (await documents.list({ organs: line, shown: ['whole'], ...filter }, { limit: most })).rows
}

/** The number that a text is or begins with, as the standard writes it and as it stands. */
const numbersIn = (text: string): readonly string[] => [
  ...new Set([soundDocNumber(text), ...docNumbersIn(text), text].filter((each) => each !== null)),
]

const titleIn = (text: string): string => /《(.+)》/.exec(text)?.[1] ?? text

/** Those whose number it is, then those whose title has the words; the newest first. */
export async function offerDocuments(
  office: Office,
  organ: OrganId,
  text: string,
): Promise<readonly DocumentRow[]> {
  const numbered = await list(office, organ, { docNos: numbersIn(text) })
  const titled = await list(office, organ, { title: titleIn(text) })
  return [...numbered, ...titled.filter(({ id }) => !numbered.some((row) => row.id === id))].slice(0, most)
}

/**
 * The one document that a text names, by its id, its number or its whole title; null where it names none, or more than
 * one, or one that is not in this system.
 */
export async function findCited(office: Office, organ: OrganId, text: string): Promise<DocumentRow | null> {
  const ways: readonly Partial<DocumentFilter>[] = [
    { ids: [text] },
    { docNos: numbersIn(text) },
    { title: titleIn(text) },
  ]
  for (const filter of ways) {
    const found = await list(office, organ, filter)
    const meant = 'title' in filter ? found.filter(({ title }) => title === filter.title) : found
    if (meant.length === 1) return meant[0]!
  }
  return null
}
