import { describe, expect, test } from 'vitest'
import type { TextLine } from './lines.ts'
import { organKind, recogniseOrgan, recognisePublication } from './recognise.ts'

const lines = (...texts: string[]): readonly TextLine[] =>
  texts.map((text, i) => ({ text, folded: text, place: { line: i + 1 }, cell: false }))

const told = (texts: readonly string[], title?: string) => {
  const { organ, year } = recogniseOrgan(lines(...texts), title)
  return [organ?.name ?? null, year]
}

describe('机关和年度取自报告的标题', () => {
  test.each<[readonly string[], string | null, number | null]>([
    [['示范县教育局2021年度政府信息公开工作年度报告'], '示范县教育局', 2021],
    [['2021年示范县教育局政府信息公开年报'], '示范县教育局', 2021],
    [['示范县教育局关于2021年度政府信息公开工作情况的报告'], '示范县教育局', 2021],
    [['示范市人民政府 2020年政府信息公开工作年度报告'], '示范市人民政府', 2020],
    [['首页 > 政府信息公开年报', '2022年度示范区政府信息公开工作年度报告'], '示范区', 2022],
    [['示范县自然资源局', '2022年政府信息公开工作年度报告', '发布时间:2023-01-20'], '示范县自然资源局', 2022],
    [['示范县自然资源局', '政府信息公开工作年度报告', '(2022年度)'], '示范县自然资源局', 2022],
    [['2023年度政府信息公开工作年度报告', '示范县交通运输局'], '示范县交通运输局', 2023],
    [['【示范县民政局】2024年政府信息公开年度报告'], '示范县民政局', 2024],
    [['示范县司法局关于印发《2023年政府信息公开工作年度报告》的通知'], '示范县司法局', 2023],
    [
      ['2022年政府信息公开工作年度报告', '本报告由示范县审计局编制，统计期限自2022年1月1日起。'],
      '示范县审计局',
      2022,
    ],
    [['一、总体情况', '2024年度收到依申请公开9件,2023年结转1件。2024年我镇工作平稳。'], null, 2024],
    [['一、总体情况', '我局依法公开政府信息。'], null, null],
  ])('%j', (texts, organ, year) => {
    expect(told(texts)).toEqual([organ, year])
  })
  test('网页标题带站名，只取标题', () => {
    expect(told(['正文'], '示范县人民政府办公室2023年政府信息公开工作年度报告 - 示范县人民政府')).toEqual([
      '示范县人民政府办公室',
      2023,
    ])
  })
})

test.each([
  ['示范镇人民政府', 'townshipGovernment'],
  ['清河乡', 'townshipGovernment'],
  ['东街街道办事处', 'other'],
  ['示范县人民政府', 'countyGovernment'],
  ['示范县人民政府办公室', 'department'],
  ['示范市', null],
  ['示范县水务局', 'department'],
  ['国家示范局', 'state'],
  ['示范省人民政府', 'provincialGovernment'],
  ['示范自治州人民政府', 'cityGovernment'],
  ['示范经济开发区管委会', 'other'],
])('%s 是哪一类机关', (name, kind) => {
  expect(organKind(name)).toBe(kind)
})

test('索引号、文号、发布机构和日期', () => {
  expect(
    recognisePublication(
      lines('索 引 号: 12345/2023-00001', '发布机构: 示范县水务局', '发布日期: 2023-01-20 17:07', '文 号:'),
      [],
    ),
  ).toEqual({ indexNumber: '12345/2023-00001', publisher: '示范县水务局', publishedOn: '2023-01-20' })
})
