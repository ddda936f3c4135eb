/** 基层公开意见 the standard catalogue of the 26 fields, out of Excel and into it again. */
import { expect, test } from 'vitest'
import { catalogueColumns, type FieldKey, fields } from '../../../src/law/catalogue.ts'
import {
  type CatalogueEntry,
  planCatalogue,
  standardCatalogue,
  writeCatalogue,
} from '../../../src/office/documents/standard-catalogue.ts'

const entries: readonly CatalogueEntry[] = (Object.keys(fields) as FieldKey[]).map((field, n) => ({
  field,
  cells: Object.fromEntries(
    catalogueColumns.map((head, at) => [head, at === 0 ? `${n + 1}` : `${head}${n}`]),
  ),
}))

test('26 个领域写出再读入，一字不差', async () => {
  for (const format of ['xlsx', 'csv'] as const)
    expect(await planCatalogue(await writeCatalogue(entries, format))).toEqual({
      entries,
      refused: [],
      unknownHeads: [],
    })
})

test('不认识的领域、没有填写的，逐行说明；各部委指引中的名称都认得', async () => {
  const line = (field: string, rest = catalogueColumns.map(() => '有')) => [field, ...rest].join(',')
  const text = [
    standardCatalogue.heads.join(','),
    line('社会救助领域'),
    line('扶贫'),
    line('航天'),
    line('就业', ['1', '', '', '', '', '', '', '', '', '']),
  ].join('\n')
  const plan = await planCatalogue(new TextEncoder().encode(text))
  if (!('entries' in plan)) throw new Error(plan.message)
  expect(plan.entries.map(({ field }) => field)).toEqual(['socialAssistance', 'povertyRelief'])
  expect(plan.refused.map(({ line, faults }) => [line, faults.length])).toEqual([
    [4, 1],
    [5, 5],
  ])
})
