/**
 * What an organ brings to its letters: name and office from its row, review organ and court from the law and the tree
 * of organs, the scheme of its numbers and its own words from its settings.
 */
import type { LetterKind } from '../letters/letters.ts'
import type { NumberScheme } from '../letters/number.ts'
import type { LetterOrgan } from '../letters/organ.ts'
import { type OrganRecord, recordOf } from '../organs/organ.ts'
import { type RemediesOfOrgan, remediesOfOrgan } from '../organs/remedies-of-organ.ts'
import type { Unit } from '../ports.ts'

/** What an organ settles for its letters beside its record in the list of organs. */
export interface LetterSettings {
  /** Words of the number series in place of the software's, by kind of letter. */
  readonly words?: NumberScheme['words']
  /** Where applications for review are filed over the internet (复议法§22¶2). */
  readonly onlineReview?: string
}

/** An organ as the author of letters. */
export interface LetterHouse {
  readonly organ: LetterOrgan
  readonly scheme: NumberScheme
  readonly template: (kind: LetterKind) => string | undefined
}

/** Key of the setting that holds them. */
export const settingsKey = 'letters'

/** Key of the setting that holds an organ's own text for a kind of letter. */
export const templateKey = (kind: LetterKind): string => `template/${kind}`

/** The unit's organ as the author of letters, as of now. Throws where there is no such organ. */
export async function letterHouseOf({
  organ,
  organs,
  settings,
}: Pick<Unit, 'organ' | 'organs' | 'settings'>): Promise<LetterHouse> {
  const line = await organs.withSuperiors(organ)
  const codes = new Map(line.map(({ id, code }) => [id, code]))
  const records = line.map((row) => recordOf(row, (id) => codes.get(id)))
  const [record] = records
  if (record === undefined) throw new Error(`There is no organ ${organ}`)
  const all = await settings.all()
  const own = (all[settingsKey] ?? {}) as LetterSettings
  const remedies = remediesOfOrgan(record, (code) => records.find((each) => each.code === code))
  return {
    organ: letterOrganOf(record, remedies, own),
    scheme: schemeOf(record, own),
    template: (kind) => (all[templateKey(kind)] as string | null | undefined) ?? undefined,
  }
}

function letterOrganOf(
  { kind, name, letterHead, office }: OrganRecord,
  { review, court }: RemediesOfOrgan,
  { onlineReview }: LetterSettings,
): LetterOrgan {
  return {
    kind,
    name,
    ...(letterHead !== '' && { head: letterHead }),
    office: office.name,
    contact: {
      phone: office.phone,
      address: office.address,
      postcode: office.postcode,
      fax: office.fax,
      email: office.email,
    },
    // 复议法§23¶2 wants the organ told; 本级人民政府 in the words of the statute tells nobody where to go.
    reviewOrgans: review.filter(({ from }) => from !== 'statute').map((each) => each.name),
    court: court.name,
    ...(onlineReview !== undefined && { onlineReview }),
  }
}

const schemeOf = ({ docPrefix, numbering }: OrganRecord, { words }: LetterSettings): NumberScheme => ({
  code: docPrefix,
  pattern: numbering,
  words: words ?? {},
})
