import { chineseNumeral } from '../law/chinese-numeral.ts'
import { editions } from './editions/index.ts'
import type { Table } from './form.ts'

/** A table as a sentence calls it: title of its section, then its band. */
export const tableName = ({ section, band = '' }: Pick<Table, 'section' | 'band'>): string => {
  const title = editions['2021'].sections.find(({ number }) => number === section)?.title ?? ''
  return `“${chineseNumeral(section)}、${title}”${band}表`
}
