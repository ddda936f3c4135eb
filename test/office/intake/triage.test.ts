import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { triageHint } from '../../../src/office/intake/triage-hint.ts'
import { received } from './letters-received.ts'

const wish = (features: string) => ({ title: null, docNo: null, features })

describe('条例§39¶1 信访、咨询、投诉举报的提示', () => {
  test('三十四件来件，提示的与实际相同；申请公开投诉、信访材料的，不误提示', () => {
    expect(received).toHaveLength(34)
    const wrong = received.filter(([text, matter]) => (triageHint(wish(text))?.matter ?? null) !== matter)
    expect(wrong).toEqual([])
    expect(received.filter(([, matter]) => matter === null)).toHaveLength(16)
  })

  test('说明依据的词语，不转述来件的话', () => {
    const text = '家住某某小区三栋的刘某，实名举报楼下饭店油烟扰民'
    const hint = triageHint(wish(text))!
    expect(hint.words).toEqual(['实名举报'])
    expect(hint.because).not.toMatch(/刘某|小区|油烟/)
    expect(hint.cites).toEqual(['条例§39¶1'])
  })

  test('任何文字：提示的词语都在来件中', () => {
    const unit = fc.constantFrom('举报', '投诉', '请问', '赔偿损失', '合同', '公开', '查处', '信访', '，')
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (words) => {
        const text = words.join('')
        for (const word of triageHint(wish(text))?.words ?? []) expect(text).toContain(word)
      }),
    )
  })
})
