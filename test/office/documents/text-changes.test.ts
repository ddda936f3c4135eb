import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textChanges } from '../../../src/office/documents/text-changes.ts'

const lines = fc.array(fc.constantFrom('第一条', '第二条', '第三条', '第四条'), { maxLength: 12 })
const without = (kind: string, changes: ReturnType<typeof textChanges>) =>
  changes.filter((change) => change.kind !== kind).map(({ text }) => text)

test('both texts can be read back from the changes, and a text has none against itself', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const changes = textChanges(before, after)
      expect(without('added', changes)).toEqual(before)
      expect(without('removed', changes)).toEqual(after)
      expect(without('same', textChanges(before, before))).toEqual([])
    }),
  )
})

test('what came in the middle is one addition; the articles around it stay', () => {
  expect(textChanges(['总则', '附则'], ['总则', '第二条', '附则'])).toEqual([
    { kind: 'same', text: '总则' },
    { kind: 'added', text: '第二条' },
    { kind: 'same', text: '附则' },
  ])
  expect(textChanges(['总则', '旧'], ['总则', '新']).map(({ kind }) => kind)).toEqual([
    'same',
    'removed',
    'added',
  ])
})
