import { utils, write } from 'cfb'
import { expect, test } from 'vitest'
import { open } from '../../src/reader/formats/open.ts'
import { makeDoc } from './make-doc.ts'
import { shown } from './show.ts'

const first = async (bytes: Uint8Array) => (await open(bytes, '年报.doc'))[0]!.result

test('paragraphs, automatic numbers, merged cells, and text that is hidden', async () => {
  const bytes = makeDoc([
    { text: '示范县2023年政府信息公开工作年度报告' },
    { text: '总体情况', level: 0 },
    { text: '主动公开', level: 1 },
    { text: '依申请公开', level: 1 },
    { text: '收到和处理', level: 0 },
    { text: '隐藏的字', hidden: true },
    {
      rows: [
        [
          { text: '三、本年度\r办理结果', merge: 'restart' },
          { text: '（一）予以公开', span: 2 },
          { text: '3' },
        ],
        [
          { text: '', merge: 'continue' },
          { text: '（三）不予公开' },
          { text: '1.属于国家秘密' },
          { text: '' },
        ],
      ],
    },
    { text: '尾\x0b行 \x13 HYPERLINK x \x14链接\x15' },
  ])
  const result = await first(bytes)
  expect(result).toMatchObject({ format: 'doc' })
  expect(shown(result)).toEqual([
    '示范县2023年政府信息公开工作年度报告',
    '一、总体情况',
    '（一）主动公开',
    '（二）依申请公开',
    '二、收到和处理',
    [
      [['三、本年度\n办理结果', 2, 1], ['（一）予以公开', 1, 2], '3'],
      ['（三）不予公开', '1.属于国家秘密', ''],
    ],
    '尾',
    '行 链接',
  ])
})

test('many paragraphs, so that the properties run over many pages', async () => {
  const result = await first(
    makeDoc(
      Array.from({ length: 300 }, (_, i) =>
        i % 3 === 0 ? { rows: [[{ text: `${i}` }, { text: '乙' }]] } : { text: `段${i}` },
      ),
    ),
  )
  expect(shown(result).length).toBe(300)
  expect(shown(result)[297]).toEqual([['297', '乙']])
})

test.each([
  ['EncryptedPackage', 'encrypted'],
  ['PowerPoint Document', 'unsupported'],
  ['WordDocument', 'damaged'],
])('a compound file with %s is refused', async (stream, code) => {
  const container = utils.cfb_new()
  utils.cfb_add(container, `/${stream}`, Buffer.alloc(5000))
  const bytes = Buffer.from(write(container, { type: 'buffer' }) as Uint8Array)
  expect(await first(bytes)).toMatchObject({ refused: true, code, message: expect.stringMatching(/。$/) })
})

test('a Word file with a password is refused', async () => {
  const bytes = makeDoc([{ text: '甲' }])
  bytes[bytes.indexOf(Buffer.of(0xec, 0xa5, 0xc1, 0x00)) + 0x0b]! |= 1
  expect(await first(bytes)).toMatchObject({ code: 'encrypted' })
})
