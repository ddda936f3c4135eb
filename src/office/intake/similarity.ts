/**
 * How alike two wishes are. A hint for a person, never a decision: whether information is the same is judged by
 * reading (条例§36(6)). Pure.
 */
import { folded } from '../search/folding.ts'

/** What is asked for, as far as it tells one wish from another. */
export interface Wish {
  readonly title: string | null
  readonly docNo: string | null
  readonly features: string | null
}

/**
 * From here on two wishes of one applicant are shown side by side. Measured on the invented pairs of the tests: of 28
 * that ask for the same 27 are shown, of 29 that ask for something else two, which differ by the name of a village
 * alone. At 0.6 it would be 28 and six.
 */
export const alikeFrom = 0.7

/** Characters looked at: whoever writes more has said by then what is asked for. */
const mostCharacters = 2000

/** 0 for wishes that have nothing in common, 1 for the same but for script, width, spaces and punctuation. */
export function similarityOf(one: Wish, other: Wish): number {
  const [a, b] = [keyOf(one), keyOf(other)]
  if (a.text === b.text && a.docNo === b.docNo) return 1
  if (a.docNo !== '' && b.docNo !== '') return a.docNo === b.docNo ? 1 : 0
  if (!agree(a.figures, b.figures)) return 0
  return overlap(pairsOf(a.text), pairsOf(b.text))
}

/** The wish written in one way only, to be found again by equality; empty where nothing is said. */
export const wishKey = (wish: Wish): string => {
  const { text, docNo } = keyOf(wish)
  return text + docNo === '' ? '' : `${text}|${docNo}`
}

interface Key {
  readonly text: string
  readonly docNo: string
  readonly figures: ReadonlySet<string>
}

function keyOf({ title, docNo, features }: Wish): Key {
  const said = withArabicYears(
    folded(
      [title, features]
        .filter((text) => text !== null)
        .join('，')
        .slice(0, mostCharacters),
    ),
  )
  const spoken = said.replace(asking, '')
  return {
    text: letters(spoken),
    docNo: letters(folded(docNo ?? '')),
    figures: new Set(spoken.match(figure) ?? []),
  }
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Years, ordinals and quantities: what differs in them is another piece of information, however alike the words. */
const figure = /\d+|第[一二三四五六七八九十百]+|[上下]半年/g

/** One may leave out a figure that the other has, but not have another in its place. */
function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  return [...few].every((each) => many.has(each))
}

const arabic = '〇一二三四五六七八九'

/** 二〇二五年, 二零二五年 as 2025年. */
const withArabicYears = (text: string): string =>
  text.replace(/[〇零一二三四五六七八九]{4}(?=年)/g, (year) =>
    [...year.replaceAll('零', '〇')].map((numeral) => arabic.indexOf(numeral)).join(''),
  )

/** By which one asks, whatever one asks for. */
const asking =
  /(?:本人|我们?|现)?(?:依法|特此|特|再次)?(?:申请|请求|要求|希望|想|请)(?:贵(?:局|单位|机关)|你(?:局|单位|机关))?(?:予以|依法)?(?:公开|提供|获取|了解)?|(?:公开|提供|获取|了解|查询|复印)|关于|以及|有关|相关|政府信息|复印件|的|和|及|与/g

/** Neighbouring characters with how often each pair stands there. */
function pairsOf(text: string): ReadonlyMap<string, number> {
  const characters = [...text]
  const pairs = new Map<string, number>()
  for (const [n, character] of characters.slice(1).entries()) {
    const pair = characters[n]! + character
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** Dice's coefficient over the pairs. */
function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0]
  for (const [pair, count] of a) {
    shared += Math.min(count, b.get(pair) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return all === 0 ? 0 : (2 * shared) / all
}
