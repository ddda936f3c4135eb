/** Real reports, read where they lie; a user who has only the repository does without. */

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isUnread, type ReadReport, read } from '../../src/reader/read.ts'
import { check } from '../../src/report/check.ts'
import { haveSamples, samplesIn, score } from './truth.ts'

const only = async (file: string): Promise<ReadReport> => {
  const [result, ...more] = await read(readFileSync(file), basename(file))
  if (!result || more.length > 0 || isUnread(result)) throw new Error(`one report expected in ${file}`)
  return result
}

const withoutSamples = !haveSamples && '样本不在本机，跳过'

describe.skipIf(withoutSamples)('真实报告与人工通读一致（样本在仓库之外）', () => {
  const all = ['seeds', 'text', 'pdf'].flatMap(samplesIn)
  test.each(all.map((s) => [s.name, s] as const))('%s 没有读错、没有编造', async (_name, sample) => {
    const { report } = await only(sample.file)
    const { wrong, invented } = score(sample.truth, report.readings)
    expect(wrong).toEqual([])
    expect(invented).toEqual([])
    expect(report.year).toBe(sample.truth.year)
    expect(report.edition).toBe(sample.truth.edition)
    expect(report.script).toBe(sample.truth.script.startsWith('traditional') ? 'traditional' : 'simplified')
  })

  const complete = all.filter((s) => !s.name.endsWith('-raw') && !s.truth.ambiguous_in_text)
  test.each(complete.map((s) => [s.name, s] as const))('%s 印出的每一格都读到', async (_name, sample) => {
    const { report } = await only(sample.file)
    const { missed, read: got, printed } = score(sample.truth, report.readings)
    expect(missed).toEqual([])
    expect(got).toBe(printed)
  })

  test('连写的复议诉讼行只有一种读法', async () => {
    const sample = samplesIn('text').find((s) => s.name.includes('pingtan-2023'))
    if (!sample) throw new Error('sample expected')
    const { report } = await only(sample.file)
    expect(report.readings['disputes/cases@litigation.direct.upheld']).toMatchObject({
      kind: 'inferred',
      value: 4,
    })
    expect(report.readings['documents/normative@issued']).toMatchObject({ kind: 'ambiguous' })
  })
})

describe.skipIf(withoutSamples)('五份真实报告各有其病（样本在仓库之外）', () => {
  const found = async (seed: string) => {
    const sample = samplesIn('seeds').find(({ name }) => name.includes(`/${seed}_`))
    if (!sample) throw new Error(`seed ${seed} expected`)
    const { report, findings } = await only(sample.file)
    const all = [...findings, ...check(report)]
    return (rule: string, verdict: string) => all.filter((f) => f.rule === rule && f.verdict === verdict)
  }

  test('条例§50 空格丢失的一行列出各种可能；正文说的诉讼，表中无处可容', async () => {
    const of = await found('000')
    expect(of('LOST-COLUMNS', 'undecidable')).toHaveLength(1)
    expect(of('TXT', 'broken').map(({ sentence }) => sentence?.includes('行政诉讼'))).toContain(true)
  })
  test('条例§20(1) 乡镇填了它不能制定的规章；对外公开总数小于新公开数', async () => {
    const of = await found('002')
    expect(of('RULES', 'broken')).toHaveLength(1)
    expect(of('T2-STOCK', 'broken')[0]).toMatchObject({ left: { value: 48 }, right: { value: 52 } })
  })
  test('条例§50¶2 没有表格是缺表，不是零', async () => {
    const of = await found('003')
    expect(of('ABSENT', 'undecidable')).toHaveLength(3)
  })
})
