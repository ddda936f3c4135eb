import { describe, expect, test } from 'vitest'
import { resolveCitation } from './citation.ts'
import { type DispositionKey, dispositions } from './dispositions.ts'
import { grounds } from './grounds.ts'

const all = Object.entries(dispositions)

describe('办理结果', () => {
  test.each<[DispositionKey, string]>([
    ['granted', 'outcome.granted'],
    ['alreadyPublic', 'outcome.granted'],
    ['partial', 'outcome.partial'],
    ['stateSecret', 'outcome.denied.stateSecret'],
    ['registryQuery', 'outcome.denied.registryQuery'],
    ['notExist', 'outcome.unavailable.notHeld'],
    ['notThisOrgan', 'outcome.unavailable.notHeld'],
    ['petition', 'outcome.declined.petition'],
    ['withdrawn', 'outcome.other.rest'],
    ['archived', 'outcome.other.rest'],
  ])('年报格式 %s 计入 %s', (key, row) => expect(dispositions[key].row).toBe(row))

  test('年报格式 2021年起总计之外的21行各有办理结果，没有多出的行', () => {
    expect([...new Set(all.map(([, { row }]) => row))]).toEqual([
      'outcome.granted',
      'outcome.partial',
      ...Object.values(grounds).map(({ row }) => row),
      'outcome.denied.registryQuery',
      'outcome.unavailable.notHeld',
      'outcome.unavailable.needsMaking',
      'outcome.unavailable.stillUnclear',
      'outcome.declined.petition',
      'outcome.declined.repeat',
      'outcome.declined.publication',
      'outcome.declined.excessive',
      'outcome.declined.reissue',
      'outcome.other.notCorrected',
      'outcome.other.feeUnpaid',
      'outcome.other.rest',
    ])
  })

  test('年报格式2019 其他处理只有一行，总计之外共19行', () => {
    expect(dispositions.feeUnpaid.row2019).toBe('outcome.other')
    expect(dispositions.notExist.row2019).toBe('outcome.unavailable.notHeld')
    expect(new Set(all.map(([, { row2019 }]) => row2019)).size).toBe(19)
  })

  test.each(all)('%s 有条款、文书和应当载明的内容', (_, disposition) => {
    expect(disposition.cites.length).toBeGreaterThan(0)
    for (const cite of disposition.cites) expect(resolveCitation(cite)).toHaveProperty('mark')
    expect(disposition.letterTitle).toMatch(/告知书$/)
    expect(disposition.mustState.length).toBeGreaterThan(0)
  })

  test('条例§14 条例§15 应当不公开；条例§16 可以不公开', () => {
    const optional = Object.entries(grounds).flatMap(([key, { mandatory }]) => (mandatory ? [] : [key]))
    expect(optional).toEqual(['internalAffairs', 'deliberative', 'enforcementFile'])
  })
})
