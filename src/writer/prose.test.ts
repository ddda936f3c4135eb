import { expect, test } from 'vitest'
import { clean, isSecondHeading, paragraphs, sentencesBefore } from './prose.ts'

test('lines broken by the width of a page become one paragraph, others stay apart', () => {
  expect(
    paragraphs('一、二、三、四、五、六、七、八、九、十、十一\n百余件。\n（一）主动公开\n全年公开。'),
  ).toEqual(['一、二、三、四、五、六、七、八、九、十、十一百余件。', '（一）主动公开', '全年公开。'])
  expect(paragraphs(' \n\r\n ')).toEqual([])
})

test('what XML cannot hold is seen to have been there', () => {
  expect(clean('a\u0000b\ud800c\r\nd\u2028e')).toBe('a\ufffdb\ufffdc\nd\ne')
})

test('only sentences before the table are its section’s prose', () => {
  const box = { kind: 'band', row: 0, column: 0, rowSpan: 1, colSpan: 4, text: '第二十条第（一）项' } as const
  expect(sentencesBefore('本年情况如下。\n第二十条第(一)项\n规章\n0。', [box])).toEqual(['本年情况如下。'])
  expect(sentencesBefore('第二十条第(一)项信息内容3。', [box])).toEqual([])
})

test('a short line that begins with （一） is a heading, a sentence is not', () => {
  expect(isSecondHeading('（一）主动公开情况')).toBe(true)
  expect(isSecondHeading('（一）主动公开。全年公开信息。')).toBe(false)
})
