/**
 * Words cut into pieces by which published information is found: every two neighbouring characters of Chinese, and
 * whole numbers and Latin words. Needs no dictionary, and finds 两字词 as surely as long titles. Simplified and
 * traditional script, full and half width, capital and small letters are the same.
 */
import { folded } from '../search/folding.ts'

/** More pieces than this tell no more of what is looked for. */
const mostPieces = 64
const longestPiece = 24

const runs = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv

/** The pieces of a text, each once, in order of first occurrence. */
export function piecesOf(text: string): readonly string[] {
  const found = new Set<string>()
  for (const [run] of folded(text).matchAll(runs)) for (const piece of cut(run)) found.add(piece)
  return [...found]
}

/** What is asked for, folded, without the words by which one asks. */
export const withoutAsking = (words: string): string => folded(words.slice(0, 1000)).replace(asking, ' ')

/** The pieces of what somebody looks for, without the words by which one asks. */
export function piecesSought(words: string): readonly string[] {
  return piecesOf(withoutAsking(words)).slice(0, mostPieces)
}

/** What stands in nearly every application and tells nothing of what is asked for. */
const asking =
  /我们?(?:想要?|要)|想要?(?:了解|知道)|本人|希望|(?:贵|你们?)(?:局|单位|机关|镇|县|市|委|办)|依法|申请|请求|请|获取|获得|公开|提供|了解|查询|查阅|知道|政府信息|有关|相关|关于|以及|哪些|多少|的/g

const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run)

function cut(run: string): readonly string[] {
  const characters = [...run]
  if (!isHan(run) || characters.length === 1) return [characters.slice(0, longestPiece).join('')]
  return characters.slice(1).map((character, n) => characters[n]! + character)
}
