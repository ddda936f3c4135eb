/** 问题整改清单: the five columns in which assessors publish problem, mending and result, as XLSX or DOCX. */
import { formatChinese } from '../../../law/day.ts'
import { writeTableDocx } from '../../../writer/table-docx.ts'
import { type ListKind, writeListXlsx } from '../../lists/list-file.ts'
import { lives } from '../lives.ts'
import { lastStep } from '../record.ts'
import type { OpenFinding } from './finding.ts'

export const mendingList: ListKind = {
  what: '问题整改清单',
  heads: ['序号', '责任单位', '存在问题', '整改措施', '整改结果'],
}

/** `names`: of organs by id. Pure. */
export const linesOfMending = (
  findings: readonly OpenFinding[],
  names: ReadonlyMap<string, string>,
): readonly (readonly string[])[] =>
  findings.map((finding, at) => [
    String(at + 1),
    names.get(finding.organ) ?? finding.organ,
    problemOf(finding),
    measureOf(finding),
    resultOf(finding),
  ])

const problemOf = ({ what, where, basis, repeats, repeatedUnmended }: OpenFinding): string =>
  [
    repeats === undefined ? '' : repeatedUnmended ? '【上次通报未整改】' : '【重复出现】',
    `${what}。位置：${where}。`,
    basis === undefined ? '' : `依据：${basis}。`,
  ].join('')

/** What the organ told of its mending, last. */
export const measureOf = ({ steps }: Pick<OpenFinding, 'steps'>): string =>
  String(lastStep({ steps }, 'mend')?.data.text ?? '')

export function resultOf({ state, closedOn, due }: Pick<OpenFinding, 'state' | 'closedOn' | 'due'>): string {
  const caption = lives.finding.states[state] ?? state
  if (closedOn !== null) return `${caption}（${formatChinese(closedOn)}）`
  return due === null ? caption : `${caption}，限${formatChinese(due)}前`
}

/** Bytes of the list. `title`: printed above it in Word. */
export const mendingFile = (
  format: 'xlsx' | 'docx',
  title: string,
  lines: readonly (readonly string[])[],
): Promise<Uint8Array> =>
  format === 'xlsx'
    ? writeListXlsx(mendingList, lines)
    : writeTableDocx({ title, heads: mendingList.heads, shares: [6, 16, 34, 28, 16], rows: lines })
