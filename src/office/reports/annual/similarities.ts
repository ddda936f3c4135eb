/** Prose that one organ has from another, which makes a report a formality (内容雷同): the passages, side by side. */
import { type AlikePair, alikePairs, alikeTo, type NamedText } from '../../../report/alike.ts'
import { editions } from '../../../report/editions/index.ts'
import type { AnnualFiling, Office, OrganRow } from '../../ports.ts'
import { type AnnualAsk, type AnnualHouse, draftAt, openDesk, registerFor } from './desk.ts'
import { snapshotIn } from './snapshot.ts'

/**
 * From here on two sections are shown. Those of different organs that follow one outline, with set phrases and figures,
 * come to between 0.7 and 0.8 in the demonstration county; those that were copied to 0.9 and more.
 */
export const alikeFrom = 0.8

/** Characters below which a section is a set phrase: 没有其他需要报告的事项 says the same everywhere. */
const leastText = 60

export type AlikeSection = AlikePair & { readonly section: number }

/** Sections that are prose: tables are alike by law. */
const proseSections = editions['2021'].sections
  .filter(({ content }) => content === 'prose')
  .map(({ number }) => number)

type Prose = { readonly organ: string; readonly sections: ReadonlyMap<number, string> }

async function proseOf(
  { filings }: Pick<Office, 'filings'>,
  wanted: readonly { readonly organ: string; readonly snapshot: string }[],
): Promise<readonly Prose[]> {
  const found = await filings.snapshots(wanted)
  return wanted.flatMap(({ organ, snapshot }) => {
    const content = found.get(snapshot)
    if (content === undefined) return []
    const { sections } = snapshotIn(content)
    return [{ organ, sections: new Map(sections.map(({ number, text }) => [number, text])) }]
  })
}

const textsOf = (prose: readonly Prose[], section: number): readonly NamedText[] =>
  prose
    .map(({ organ, sections }) => ({ id: organ, text: sections.get(section) ?? '' }))
    .filter(({ text }) => text.length >= leastText)

const hashOf = (
  filings: readonly AnnualFiling[],
  choose: (filing: AnnualFiling) => string | null,
): readonly { organ: string; snapshot: string }[] =>
  filings.flatMap((filing) => {
    const snapshot = choose(filing)
    return snapshot === null ? [] : [{ organ: filing.organ, snapshot }]
  })

/**
 * Among the reports that organs have submitted for the year: what a superior organ asks before it accepts them.
 *
 * @param about only what is in the report of this organ
 */
export async function similaritiesAmong(
  office: Office,
  organs: readonly OrganRow[],
  year: number,
  about?: string,
): Promise<readonly AlikeSection[]> {
  const ids = organs.map(({ id }) => id)
  const filings = await office.filings.ofYear(ids, year)
  const prose = await proseOf(
    office,
    hashOf(filings, ({ snapshot }) => snapshot),
  )
  return proseSections.flatMap((section) => {
    const texts = textsOf(prose, section)
    const own = texts.find(({ id }) => id === about)
    const pairs =
      about === undefined
        ? alikePairs(texts, alikeFrom)
        : own === undefined
          ? []
          : alikeTo(
              own,
              texts.filter((each) => each !== own),
              alikeFrom,
            )
    return pairs.map((pair) => ({ ...pair, section }))
  })
}

/** Of the organ's own report with those that others have made public for the year: theirs alone, for all to read. */
export async function similaritiesOfReport(
  house: AnnualHouse,
  ask: AnnualAsk,
): Promise<readonly AlikeSection[]> {
  const { office } = house
  const register = await registerFor(house, ask)
  const draft = await office.inTransaction(ask.organ.id, async (unit) =>
    draftAt(unit, await openDesk(unit, ask), register),
  )
  if (draft === null) return []
  const others = (await office.organs.all()).filter(({ id }) => id !== ask.organ.id)
  const filings = await office.filings.ofYear(
    others.map(({ id }) => id),
    ask.year,
  )
  const prose = await proseOf(
    office,
    hashOf(filings, ({ publications }) => publications.at(-1)?.snapshot ?? null),
  )
  return proseSections.flatMap((section) => {
    const own = draft.report.sections.find(({ number }) => number === section)?.text ?? ''
    if (own.length < leastText) return []
    return alikeTo({ id: ask.organ.id, text: own }, textsOf(prose, section), alikeFrom).map((pair) => ({
      ...pair,
      section,
    }))
  })
}
