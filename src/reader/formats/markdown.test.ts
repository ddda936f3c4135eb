import { expect, test } from 'vitest'
import { readMarkdown } from './markdown.ts'

async function shown(text: string): Promise<unknown[]> {
  const read = await readMarkdown(text)
  if ('refused' in read) throw new Error(read.code)
  return read.blocks.map((block) =>
    block.kind === 'line'
      ? block.text
      : Array.from({ length: block.rows }, (_, row) =>
          block.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
        ),
  )
}

test('pipe tables, without the rule but with rows of dashes', async () => {
  expect(
    await shown(
      '## 二、主动公开\n| 信息内容 | 件数 |\n|---|:-:|\n| **规章** | 3 |\n| - | - |\n|  | a\\|b |\n正文',
    ),
  ).toEqual([
    '二、主动公开',
    [
      ['信息内容', '件数'],
      ['规章', '3'],
      ['-', '-'],
      ['', 'a|b'],
    ],
    '正文',
  ])
})

test('two tables without a blank line between', async () => {
  expect(await shown('|a|b|\n|---|---|\n|1|2|\n|c|d|\n|---|---|\n|3|4|')).toEqual([
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    [
      ['c', 'd'],
      ['3', '4'],
    ],
  ])
})

test('HTML tables inside, emphasis and escapes', async () => {
  expect(
    await shown('1\\. 甲 *乙* **丙** 2*3*4\n<table>\n<tr><td>规章</td><td>1</td></tr>\n</table>\n- 项'),
  ).toEqual(['1. 甲 乙 丙 2*3*4', [['规章', '1']], '项'])
})

test('front matter is metadata', async () => {
  const read = await readMarkdown('---\ntitle: 示范县年报\ndate: 2024-01-31\n---\n正文')
  expect(read).toMatchObject({ title: '示范县年报', blocks: [{ text: '正文', place: { line: 5 } }] })
})
