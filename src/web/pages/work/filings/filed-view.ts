import { editions } from '../../../../report/editions/index.ts'
import type { Report } from '../../../../report/report.ts'

export type Printed = Pick<Report, 'edition' | 'forms'>

/** The form that a report of an edition is printed on. */
export const formOf = (edition: string): Printed => {
  const id = edition === '2019' ? '2019' : '2021'
  return {
    edition: id,
    forms: Object.fromEntries(editions[id].tables.map(({ key }) => [key, id])) as Report['forms'],
  }
}
