/** What a report says of itself: organ, report year, publication. The year is that of the title, not of the upload. */

import type { Day } from '../law/day.ts'
import { parseDay } from '../law/day.ts'
import type { Organ, OrganKind, Publication } from '../report/report.ts'
import type { TextLine } from './lines.ts'

const reportTitle =
  /(?:政府信息|政务|信息)公开(?:工作)?的?(?:年度)?(?:工作)?(?:年度)?(?:情况)?的?(?:年度)?(?:报告|年报)/
const yearMark = /(20\d{2})\s*年\s*(?:度)?/

const organEnd =
  '(?:人民政府办公[室厅]|人民政府|办公[室厅]|管理?委员会|管委会|委员会|街道办事处|办事处|街道|镇|乡|苏木|局|厅|部|委|办|院|署|会|中心|总队|支队|大队|区|县|市|省|旗|州|公司|学校|馆|站)'
const organName = new RegExp(`^[\\u4e00-\\u9fff（）()·、]{2,40}?${organEnd}$`)

interface Titled {
  readonly organ: string | null
  readonly year: number | null
}

const clean = (text: string): string =>
  text
    .replace(/[\s《》"“”|【】[\]]/g, '')
    .replace(/^(?:标题|名称|题名|信息名称|公开事项)[:：]?/, '')
    .replace(/(?:关于|的)$/, '')

/** The organ's name before a title, freed from what only introduces the title. */
const named = (head: string): string =>
  head
    .replace(yearMark, '')
    .replace(/(?:关于(?:印发|发布|公布|公开|编制)?|印发|发布|公布)+$/, '')
    .replace(/^(?:关于(?:印发|发布|公布)?)/, '')
    .replace(/(?:年度|本级|部门)$/, '')

/** Organ and year told by a title line; null where the line is no title. */
const fromTitle = (line: string): Titled | null => {
  const text = clean(line)
  if (text.length > 70) return null
  const found = reportTitle.exec(text)
  if (!found || /[。;；,，:：>›]/.test(text.slice(0, found.index))) return null
  const head = text.slice(0, found.index)
  const year = yearMark.exec(head) ?? yearMark.exec(text)
  const organ = named(head)
  return {
    organ: /^[\u4e00-\u9fff()（）·、]{2,40}$/.test(organ) ? organ : null,
    year: year ? Number(year[1]) : null,
  }
}

const statisticalPeriod = /统计期限[^。]{0,12}?(20\d{2})\s*年\s*1\s*月\s*1\s*日/
const compiledBy =
  /(?:由|现将)\s*([\u4e00-\u9fff]{3,30}?(?:办公室|办公厅|人民政府|局|委员会|管委会|街道办事处|中心))\s*(?:政府信息公开办公室)?(?:负责)?(?:编制|编写|汇总)/
const contact =
  /(?:请与|请联系|请致电)\s*([\u4e00-\u9fff]{3,30}?(?:办公室|办公厅|人民政府|局|委员会|管委会|街道办事处|镇|乡|中心))\s*(?:联系|（|\(|政府信息公开|办公室)/

/** The year most often named with the organ's own work. */
const yearOfWork = (text: string): number | null => {
  const count = new Map<number, number>()
  for (const [, year] of text.matchAll(/(20\d{2})\s*年(?:度|,|，|我|本|全|,?\s*(?:共|全年|主动|未|收到))/g)) {
    const y = Number(year)
    count.set(y, (count.get(y) ?? 0) + 1)
  }
  const [best, second] = [...count].sort((a, b) => b[1] - a[1])
  return best && (!second || best[1] > second[1]) ? best[0] : null
}

/** Kind of an organ by its name; null where the name does not tell. */
export const organKind = (name: string): OrganKind | null => {
  const text = name.replace(/[（(].*?[)）]/g, '')
  // The office of a government reports for itself, as a department does.
  if (/人民政府办公[室厅]$|政府办公?[室厅]$/.test(text)) return 'department'
  if (/(?:镇|乡|苏木)(?:人民政府)?$/.test(text)) return 'townshipGovernment'
  if (/街道(?:办事处)?$/.test(text)) return 'other'
  if (/(?:开发区|试验区|实验区|示范区|园区|新区|高新区|保税区|度假区|管理区|管委会|管理委员会)/.test(text))
    return /(?:局|办公室)$/.test(text) ? 'department' : 'other'
  if (/^(?:国务院|中华人民共和国|国家)[\u4e00-\u9fff]*(?:部|委员会|局|署|办公厅)$/.test(text)) return 'state'
  if (/(?:^[\u4e00-\u9fff]{2,4}省|自治区|^(?:北京|上海|天津|重庆)市)(?:人民政府)?$/.test(text))
    return 'provincialGovernment'
  if (/(?:县|旗)(?:人民政府)?$/.test(text)) return 'countyGovernment'
  if (/区(?:人民政府)?$/.test(text)) return 'countyGovernment'
  if (/州(?:人民政府)?$/.test(text)) return 'cityGovernment'
  // A city may be one with districts or one of county rank: the name alone does not say.
  if (/市(?:人民政府)?$/.test(text)) return null
  if (/(?:局|厅|委|委员会|部|办|办公室|院|中心|队|站|会|处|馆)$/.test(text)) return 'department'
  return null
}

const organOf = (name: string | null): Organ | null => (name ? { name, kind: organKind(name) } : null)

/**
 * Organ and report year. Null for what the source does not say; the file's name and the upload day are no source.
 *
 * @param publisher publishing organ stated by the page, taken where the report itself names none
 */
export const recogniseOrgan = (
  lines: readonly TextLine[],
  title: string | undefined,
  publisher?: string,
): { readonly organ: Organ | null; readonly year: number | null } => {
  const head = lines.slice(0, 60)
  const candidates: Titled[] = []
  if (title) {
    const found = fromTitle(title)
    if (found) candidates.push(found)
  }
  head.forEach((line, i) => {
    const found = fromTitle(line.folded)
    if (!found) return
    // The organ may stand on the line above its title, the year on the line above or below.
    const above = head[i - 1] ? clean(head[i - 1]!.folded) : ''
    const below = head[i + 1] ? clean(head[i + 1]!.folded) : ''
    const organ = found.organ ?? (organName.test(above) ? above : organName.test(below) ? below : null)
    candidates.push({ organ, year: found.year })
  })
  const text = lines.map((line) => line.folded).join('\n')
  const year =
    candidates.find((c) => c.year !== null)?.year ?? Number(statisticalPeriod.exec(text)?.[1] ?? Number.NaN)
  const organ =
    candidates.find((c) => c.organ !== null)?.organ ??
    compiledBy.exec(text)?.[1] ??
    contact.exec(text)?.[1] ??
    (publisher !== undefined && organName.test(clean(publisher)) ? clean(publisher) : null)
  return { organ: organOf(organ), year: Number.isNaN(year) ? yearOfWork(text) : year }
}

const dayIn = (text: string): Day | undefined => {
  const found = /(20\d{2})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/.exec(text)
  if (!found) return undefined
  const [, y, m, d] = found
  return parseDay(`${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`) ?? undefined
}

/** A label with one of the names, a colon, and what stands behind it. */
const labelled = (names: string): RegExp =>
  new RegExp(
    `(?:^|[\\s|])(?:${names})\\s*[:：]\\s*([^|\\n]*?)(?=\\s{2,}|[|]|\\s+[\\u4e00-\\u9fff]{2,6}[:：]|$)`,
  )

const labels = {
  indexNumber: labelled('索引号'),
  documentNumber: labelled('文号|发文字号'),
  publisher: labelled('发布机构|发布单位|发文机关|公开主体'),
  published: labelled('发布日期|发布时间|公开日期|发文日期|成文日期|时间|日期'),
}

const label = (line: string, pattern: RegExp): string | undefined => {
  const value = pattern.exec(line)?.[1]?.trim()
  return value ? value : undefined
}

/** Index number, document number, publisher and day of publication, where the page states them. */
export const recognisePublication = (
  lines: readonly TextLine[],
  meta: readonly { readonly name: string; readonly value: string }[],
): Publication => {
  const head = lines
    .slice(0, 40)
    .filter((line) => /[:：]/.test(line.folded))
    .map((line) => line.folded.replace(/索\s*引\s*号/, '索引号').replace(/文\s*号/, '文号'))
  const first = (pattern: RegExp) =>
    head.map((line) => label(line, pattern)).find((value) => value !== undefined)
  const metaDay = meta.find(({ name }) => /^(?:pubdate|publishdate|others:pubdate)$/i.test(name))?.value
  const indexNumber = first(labels.indexNumber)
  const documentNumber = first(labels.documentNumber)
  const publisher = first(labels.publisher) ?? meta.find(({ name }) => /^contentsource$/i.test(name))?.value
  const stated = first(labels.published)
  const publishedOn = (metaDay && dayIn(metaDay)) || (stated && dayIn(stated)) || undefined
  return {
    ...(indexNumber && { indexNumber }),
    ...(documentNumber && { documentNumber }),
    ...(publisher && { publisher }),
    ...(publishedOn && { publishedOn }),
  }
}
