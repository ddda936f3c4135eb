/**
 * Register of rules and normative documents: issued, repealed and in force, which section two of the annual report asks
 * for, with the documents behind each figure (条例§20(1)).
 */
import { type Day, dayOf, yearOf } from '../../law/day.ts'
import type { DocumentRow, Documents, OrganId } from '../ports.ts'
import { countedClasses } from './classes.ts'
import { everyDocument } from './every-document.ts'
import { validityOn } from './validity.ts'

/** Rows of the table, and its columns of the edition of 2021. */
export type RegisterRow = keyof typeof countedClasses
export type RegisterColumn = 'issued' | 'repealed' | 'inForce'

export const registerRows = Object.keys(countedClasses) as readonly RegisterRow[]
export const registerColumns: readonly RegisterColumn[] = ['issued', 'repealed', 'inForce']

/** What a column is called on a page and in a list. */
export const registerCaptions: Readonly<Record<RegisterColumn, string>> = {
  issued: '本年制发',
  repealed: '本年废止',
  inForce: '年末现行有效',
}

export type Register = Readonly<Record<RegisterRow, Readonly<Record<RegisterColumn, readonly DocumentRow[]>>>>

type Registered = Pick<
  DocumentRow,
  | 'class'
  | 'madeOn'
  | 'signedOn'
  | 'publishedOn'
  | 'withdrawn'
  | 'endedOn'
  | 'endedAs'
  | 'effectiveOn'
  | 'expiresOn'
  | 'stage'
>

/** The day on which it was issued; null while it is a draft. */
export const issuedOn = ({ madeOn, signedOn, publishedOn }: Registered): Day | null =>
  signedOn === null && publishedOn === null ? null : (madeOn ?? signedOn ?? publishedOn)

/** What was published by mistake or twice was never issued. */
const counts = ({ withdrawn }: Registered): boolean =>
  withdrawn === null || (withdrawn.reason !== 'duplicate' && withdrawn.reason !== 'error')

/** Whether it stands in a column of the register of a year. In force is what binds, or will, at the end of it. Pure. */
export function standsIn(document: Registered, column: RegisterColumn, year: number): boolean {
  const issued = issuedOn(document)
  if (issued === null || !counts(document)) return false
  if (column === 'issued') return yearOf(issued) === year
  const { endedOn, endedAs } = document
  if (column === 'repealed')
    return (
      endedOn !== null && yearOf(endedOn) === year && (endedAs === 'repealed' || endedAs === 'superseded')
    )
  const last = dayOf(year, 12, 31)
  const validity = validityOn(document, last)
  return issued <= last && (validity === 'inForce' || validity === 'notYet')
}

/** The register of an organ for a year: the documents of every cell. */
export async function registerOf(documents: Documents, organ: OrganId, year: number): Promise<Register> {
  const all: DocumentRow[] = []
  const filter = { organs: [organ], class: Object.values(countedClasses) }
  for await (const each of everyDocument({ documents }, filter)) all.push(each)
  const row = (of: RegisterRow) => {
    const mine = all.filter((document) => document.class === countedClasses[of])
    const cell = (column: RegisterColumn) => mine.filter((document) => standsIn(document, column, year))
    return { issued: cell('issued'), repealed: cell('repealed'), inForce: cell('inForce') }
  }
  return { rules: row('rules'), normative: row('normative') }
}

/** The same as figures. */
export const registerFigures = (
  register: Register,
): Readonly<Record<RegisterRow, Readonly<Record<RegisterColumn, number>>>> => ({
  rules: figuresOf(register.rules),
  normative: figuresOf(register.normative),
})

const figuresOf = ({ issued, repealed, inForce }: Register[RegisterRow]) => ({
  issued: issued.length,
  repealed: repealed.length,
  inForce: inForce.length,
})

/**
 * What section two of the annual report asks of the register, by cell key; null where the organ keeps no document of
 * these classes, so that the figures are asked for.
 */
export async function annualFiguresOf(
  documents: Documents,
  organ: OrganId,
  year: number,
): Promise<Readonly<Record<string, { readonly value: number; readonly source: string }>> | null> {
  const kept = await documents.tally({ organs: [organ], class: Object.values(countedClasses) }, [])
  if ((kept[0]?.count ?? 0) === 0) return null
  const figures = registerFigures(await registerOf(documents, organ, year))
  const source = `文件目录${year}年`
  return Object.fromEntries(
    registerRows.flatMap((row) =>
      registerColumns.map((column) => [
        `documents/${row}@${column}`,
        { value: figures[row][column], source },
      ]),
    ),
  )
}
