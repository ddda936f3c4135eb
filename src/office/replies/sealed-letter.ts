/** A letter as it is kept: sealed in the vault as data, its digest in the log. */
import { createHash } from 'node:crypto'
import type { Letter } from '../../writer/letter.ts'
import type { Moment, NumberSeries, Unit, VaultEntry } from '../ports.ts'

const kind = 'letter'

/** A number as it was taken from its series, and as it is printed. */
export interface TakenNumber {
  readonly series: NumberSeries
  readonly number: number
  /** 发文字号. */
  readonly letterNo: string
}

/** Seals a letter. Throws where the id is that of another letter or was erased. */
export async function sealLetter(
  { vault }: Pick<Unit, 'vault'>,
  id: string,
  letter: Letter,
  taken: TakenNumber,
  at: Moment,
): Promise<void> {
  if ((await vault.open(id)) !== null) throw new Error(`The entry ${id} of the vault is taken already`)
  const lookup = { number: taken.letterNo, place: placeOf(taken) }
  await vault.put({ id, kind, data: letter, lookup }, at)
}

/** The letter in an entry; null where the entry is of another kind. */
export const letterIn = (entry: VaultEntry): Letter | null =>
  entry.kind === kind ? (entry.data as Letter) : null

/** From where in its series the number of a sealed letter was taken. */
export function takenBy({ lookup }: VaultEntry): TakenNumber | null {
  const [series, year, number] = (lookup.place ?? '').split('|')
  const letterNo = lookup.number
  if (series === undefined || year === undefined || number === undefined || letterNo === undefined)
    return null
  return { series: { kind: series, year: Number(year) }, number: Number(number), letterNo }
}

const placeOf = ({ series, number }: TakenNumber): string => `${series.kind}|${series.year}|${number}`

/** 'sha256:…' over the JSON of the letter with its fields in the order of their names. */
export function digestOf(letter: Letter): string {
  const text = JSON.stringify(letter, Object.keys(letter).sort())
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}
