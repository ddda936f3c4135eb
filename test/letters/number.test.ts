import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLetterNumber } from '../../src/law/letter-number.ts'
import { letterKinds } from '../../src/office/letters/letters.ts'
import { checkScheme, defaultScheme, formatNumber, seriesOf } from '../../src/office/letters/number.ts'

const scheme = defaultScheme('示')

describe('公文格式7.2.5 发文字号', () => {
  test('六角括号，不编虚位，不加“第”字', () => {
    expect(formatNumber(scheme, 'granted', 2026, 12)).toBe('示公开〔2026〕12号')
    expect(formatNumber(scheme, 'stateSecret', 2026, 1)).toBe('示公开不予〔2026〕1号')
  })

  test('尚未编号的，序号留空', () =>
    expect(formatNumber(scheme, 'granted', 2026, null)).toBe('示公开〔2026〕 号'))

  test('任意机关代字和合格的格式，得到的文号都可以用印', () => {
    const code = fc.string({ unit: fc.constantFrom(...'示第一中学〔〕 A1公'), minLength: 1, maxLength: 6 })
    const pattern = fc.constantFrom(
      '{代字}{类型}〔{年}〕{序号}号',
      '{代字}〔{年}〕{序号}号',
      '{类型}字〔{年}〕{序号}号',
      '{代字}[{年}]{序号}号',
      '{代字}〔{年}〕第{序号}号',
    )
    fc.assert(
      fc.property(
        code,
        pattern,
        fc.constantFrom(...letterKinds),
        fc.integer({ min: 1 }),
        (...[code, pattern, kind, n]) => {
          const own = { code, pattern, words: {} }
          const number = formatNumber(own, kind, 2026, n)
          expect(typeof number === 'string').toBe(checkScheme(own).length === 0)
          if (typeof number === 'string') expect(isLetterNumber(number)).toBe(true)
        },
      ),
    )
  })

  test('号码印出来相同的文书在同一序列，不会重号', () => {
    const byPrint = new Map<string, Set<string>>()
    for (const kind of letterKinds) {
      const printed = String(formatNumber(scheme, kind, 2026, 1))
      byPrint.set(printed, (byPrint.get(printed) ?? new Set()).add(seriesOf(scheme, kind)))
    }
    expect([...byPrint.values()].every((series) => series.size === 1)).toBe(true)
    expect(new Set([...byPrint.values()].flatMap((series) => [...series])).size).toBe(byPrint.size)
  })

  test('机关可以自定格式和类型用语', () => {
    const own = { code: '示自然资', pattern: '{代字}公复〔{年}〕{序号}号', words: {} }
    expect(formatNumber(own, 'notExist', 2026, 7)).toBe('示自然资公复〔2026〕7号')
    expect(new Set(letterKinds.map((kind) => seriesOf(own, kind))).size).toBe(1)
    const words = { ...scheme, words: { notExist: '不存答' } }
    expect(formatNumber(words, 'notExist', 2026, 7)).toBe('示不存答〔2026〕7号')
    expect(seriesOf(words, 'notExist')).toBe('不存答')
  })

  test('代字中的美元号等照印', () =>
    expect(formatNumber(defaultScheme('$&'), 'granted', 2026, 1)).toBe('$&公开〔2026〕1号'))

  test.each([
    [{ ...scheme, pattern: '{代字}{序号}号' }, '编号规则中 {年} 应当出现且只出现一次，否则不同文书会重号。'],
    [
      { ...scheme, pattern: '{代字}{月}〔{年}〕{序号}号' },
      '编号规则中的 {月} 不认识，可以使用：{代字}、{类型}、{年}、{序号}。',
    ],
    [
      { ...scheme, pattern: '{代字}({年})第{序号}号' },
      '按编号规则得到“示(2026)第1号”，应为“机关代字〔年份〕序号号”，请修改编号规则、机关代字或者类型用语。',
    ],
    [
      { ...scheme, words: { notExist: '不 存' } },
      '按编号规则得到“示不 存〔2026〕1号”，应为“机关代字〔年份〕序号号”，请修改编号规则、机关代字或者类型用语。',
    ],
    [{ ...scheme, code: ' ' }, '缺少机关代字。'],
    [{ ...scheme, words: { notExist: '' } }, '文书“政府信息不存在告知书”的文号类型不能为空。'],
  ])('格式有差错的：%j', (wrong, message) => {
    expect(checkScheme(wrong).map((problem) => problem.message)).toEqual([message])
    expect(formatNumber(wrong, 'granted', 2026, 1)).toMatchObject([{ problem: 'badNumber', message }])
  })

  test.each([0, -1, 1.5, Number.NaN, Number.MAX_VALUE])('顺序号%d不能用', (number) =>
    expect(formatNumber(scheme, 'granted', 2026, number)).toMatchObject([
      { message: '文号的顺序号应当为不小于1的整数。' },
    ]),
  )
})
