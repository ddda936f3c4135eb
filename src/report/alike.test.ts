import { expect, test } from 'vitest'
import { alikePairs, alikeTo } from './alike.ts'

const own = (n: number): string =>
  Array.from({ length: 30 }, (_, i) => {
    const word = String.fromCharCode(0x4e00 + ((n * 7919 + i * 104_729) % 5000))
    const other = String.fromCharCode(0x4e00 + ((n * 15_485_863 + i * 32_452_843) % 5000))
    return `${word}${other}工作${other}${word}第${n}项${word}落实到位`
  }).join('。')

test('从许多正文中找出抄来的，改了数字和个别词也找得出', () => {
  const texts = Array.from({ length: 120 }, (_, n) => ({ id: `o${n}`, text: own(n) }))
  const copy = {
    id: 'copy',
    text: own(17)
      .replace(/第17项/g, '第99项')
      .replace('落实到位', '全面落实'),
  }
  const [found, ...others] = alikePairs([...texts, copy])
  expect([found?.one, found?.other]).toEqual(['o17', 'copy'])
  expect(found!.similarity).toBeGreaterThan(0.75)
  expect(others).toEqual([])
  expect(alikeTo(copy, texts).map(({ other }) => other)).toEqual(['o17'])
})

test('过短的、空白的正文不比', () => {
  expect(
    alikePairs([
      { id: 'a', text: '无' },
      { id: 'b', text: '无' },
      { id: 'c', text: '' },
    ]),
  ).toEqual([])
})

test('许多份抄同一份的，也在限定的次数内给出', () => {
  const texts = Array.from({ length: 60 }, (_, n) => ({ id: `o${n}`, text: own(1) }))
  expect(alikePairs(texts, 0.7, 100)).toHaveLength(100)
})
