import { describe, expect, test } from 'vitest'
import { resolveCitation } from '../../law/citation.ts'
import { type DispositionKey, dispositions } from '../../law/dispositions.ts'
import { answerable, conclude, type QuestionId, sevenQuestions } from './seven-questions.ts'

const questions = Object.entries(sevenQuestions) as [QuestionId, (typeof sevenQuestions)[QuestionId]][]

describe('七步判断', () => {
  test('次序：补不补、是不是、谁负责、有没有、给不给、怎么给、怎么答', () => {
    expect(questions.map(([, { title }]) => title)).toEqual([
      '补不补',
      '是不是',
      '谁负责',
      '有没有',
      '给不给',
      '怎么给',
      '怎么答',
    ])
  })

  test('只向后走，每个选项都有条款', () => {
    const order = questions.map(([id]) => id)
    for (const [id, { answers }] of questions)
      for (const { next, cites } of Object.values(answers)) {
        if (next !== null) expect(order.indexOf(next)).toBeGreaterThan(order.indexOf(id))
        expect(cites.length).toBeGreaterThan(0)
        for (const cite of cites) expect(resolveCitation(cite)).not.toHaveProperty('unresolved')
      }
  })

  test('除由事项本身产生的以外，每种处理决定都有答案可达', () => {
    const byEvents: readonly DispositionKey[] = ['notCorrected', 'feeUnpaid', 'withdrawn', 'otherEnding']
    expect((Object.keys(dispositions) as DispositionKey[]).filter((key) => !answerable.has(key))).toEqual(
      byEvents,
    )
  })

  test('条例§14 选定理由，得到处理决定和文书', () => {
    const answers = {
      correction: 'clear',
      nature: 'information',
      responsibility: 'thisOrgan',
      existence: 'held',
      release: 'stateSecret',
      reply: 'letter',
    } as const
    expect(conclude(answers)).toMatchObject({
      open: null,
      disposition: 'stateSecret',
      ground: 'stateSecret',
      letter: { number: '9', title: '政府信息不予公开告知书' },
      first: [],
    })
  })

  test('条例§34 共同制作的，先征求意见再往下走', () => {
    expect(
      conclude({ correction: 'clear', nature: 'information', responsibility: 'jointlyMade' }),
    ).toMatchObject({ open: 'existence', disposition: null, first: ['consultAgency'] })
  })

  test('没有回答的停在原处，不在路上的回答不起作用，不认识的不算回答', () => {
    expect(conclude({}).open).toBe('correction')
    expect(conclude({ correction: 'stillUnclear', release: 'all', reply: 'letter' }).disposition).toBe(
      'stillUnclear',
    )
    expect(conclude({ correction: 'toString' as 'clear' }).open).toBe('correction')
  })
})
