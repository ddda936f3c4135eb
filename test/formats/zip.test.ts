import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { open } from '../../src/reader/formats/open.ts'
import { makeZip, zipOf } from './make-zip.ts'

const codes = async (bytes: Uint8Array, name = '年报.zip') =>
  (await open(bytes, name)).map(({ name: found, result }) => [
    found,
    'refused' in result ? result.code : result.format,
  ])

test('every document of an archive, archives one level down included', async () => {
  const inner = makeZip({ '丙.txt': '第三份', 'deeper.zip': makeZip({ 'x.zip': makeZip({ 'y.txt': 'z' }) }) })
  const bytes = makeZip({
    '甲.html': '<html><body><p>第一份</p></body></html>',
    '夹/乙.md': '|a|b|\n|---|---|\n|1|2|',
    '夹/': '',
    '__MACOSX/._甲.html': 'x',
    '甲_files/style.css': 'a{}',
    'inner.zip': inner,
    '空.txt': '',
  })
  expect(await codes(bytes)).toEqual([
    ['甲.html', 'html'],
    ['夹/乙.md', 'markdown'],
    ['inner.zip/丙.txt', 'text'],
    ['inner.zip/deeper.zip', 'too-deep'],
    ['空.txt', 'empty'],
  ])
})

test('names in GBK are decoded', async () => {
  const bytes = zipOf([{ name: iconv.encode('示范县年报.txt', 'gbk'), bytes: Buffer.from('一、总体情况') }])
  expect(await codes(bytes)).toEqual([['示范县年报.txt', 'text']])
})

test('a locked member is refused, the others are read', async () => {
  const bytes = zipOf([
    { name: Buffer.from('a.txt'), bytes: Buffer.from('甲'), locked: true },
    { name: Buffer.from('b.txt'), bytes: Buffer.from('乙') },
  ])
  expect(await codes(bytes)).toEqual([
    ['a.txt', 'encrypted'],
    ['b.txt', 'text'],
  ])
})

test.each([
  ['an honest bomb', [{ name: Buffer.from('a.txt'), bytes: Buffer.alloc(20_000_000) }], 'bomb'],
  [
    'a bomb that lies about its size',
    [{ name: Buffer.from('a.txt'), bytes: Buffer.alloc(20_000_000), claims: 100 }],
    'bomb',
  ],
  [
    'too many members',
    Array.from({ length: 6000 }, (_, i) => ({ name: Buffer.from(`${i}`), bytes: Buffer.of(65) })),
    'too-large',
  ],
  ['nothing to read', [{ name: Buffer.from('.DS_Store'), bytes: Buffer.of(65) }], 'empty'],
])('%s is refused in plain Chinese', async (_, members, code) => {
  const [found] = await open(zipOf(members), 'a.zip')
  expect(found!.result).toMatchObject({
    refused: true,
    code,
    message: expect.stringMatching(/[一-龥]{10}.*。$/),
  })
})

test('a bomb inside a Word file and inside a workbook is refused', async () => {
  for (const [types, name] of [
    ['[Content_Types].xml', 'word/document.xml'],
    ['[Content_Types].xml', 'xl/worksheets/sheet1.xml'],
  ] as const) {
    const bytes = zipOf([
      { name: Buffer.from(types), bytes: Buffer.from('<Types/>') },
      { name: Buffer.from(name), bytes: Buffer.alloc(30_000_000, 32), claims: 1000 },
    ])
    expect(await codes(bytes)).toEqual([['年报.zip', 'bomb']])
  }
})

test.each([
  ['OFD.xml', 'OFD'],
  ['ppt/presentation.xml', '演示文稿'],
])('a container with %s is named and refused', async (member, word) => {
  const [found] = await open(makeZip({ '[Content_Types].xml': '<Types/>', [member]: '<x/>' }))
  expect(found!.result).toMatchObject({ code: 'unsupported', message: expect.stringContaining(word) })
})
