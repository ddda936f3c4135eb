import { describe, expect, test } from 'vitest'
import { open } from '../../src/reader/formats/open.ts'
import { grid, type MadePage, makePdf, text } from './make-pdf.ts'
import { shown } from './show.ts'

const read = async (...pages: (string | MadePage)[]) =>
  (
    await open(makePdf(pages.map((page) => (typeof page === 'string' ? { content: page } : page))), 'a.pdf')
  )[0]!.result

const CELLS = [
  text(55, 685, '规章'),
  text(155, 685, '0'),
  text(255, 685, '12'),
  text(55, 655, '行政许可'),
  text(155, 655, '3'),
  text(255, 655, '7545.5'),
].join('\n')
const TABLE = [
  ['规章', '0', '12'],
  ['行政许可', '3', '7545.5'],
]

describe('ruled tables', () => {
  test('drawn with strokes; text before and after stays in order', async () => {
    const content = [
      text(50, 760, '二、主动公开'),
      grid([50, 150, 250, 350], [640, 670, 700]),
      CELLS,
      text(50, 600, '-3-'),
    ]
    const result = await read(content.join('\n'))
    expect(shown(result)).toEqual(['二、主动公开', TABLE, '-3-'])
    expect(result).toMatchObject({
      blocks: [{}, { place: { page: 1, table: 1, box: [50, 142, 350, 202] } }, {}],
    })
  })

  test('drawn with thin filled boxes', async () => {
    const lines = [
      ...[50, 150, 250, 350].map((x) => `${x} 640 0.5 60 re f`),
      ...[640, 670, 700].flatMap((y) => [50, 150, 250].map((x) => `${x + 0.5} ${y} 99.5 0.5 re f`)),
    ]
    expect(shown(await read(`${lines.join('\n')}\n${CELLS}`))).toEqual([TABLE])
  })

  test('drawn cell by cell as boxes, inside a form with its own coordinates', async () => {
    const boxes = [50, 150, 250].flatMap((x) => [640, 670].map((y) => `${x} ${y} 100 30 re S`)).join('\n')
    const form = { content: `${boxes}\n${CELLS}`, matrix: '1 0 0 1 20 -100' }
    expect(shown(await read({ content: 'q /X Do Q', form }))).toEqual([TABLE])
  })

  test('open at the sides', async () => {
    const lines = [640, 670, 700].map((y) => `50 ${y} m 350 ${y} l S`)
    const content = [...lines, '150 640 m 150 700 l S', '250 640 m 250 700 l S', CELLS]
    expect(shown(await read(content.join('\n')))).toEqual([TABLE])
  })

  test('a page turned on its side', async () => {
    expect(
      shown(
        await read({
          content: `q 0 1 -1 0 750 0 cm ${grid([50, 150, 250, 350], [640, 670, 700])}\n${CELLS} Q`,
          rotate: 90,
        }),
      ),
    ).toEqual([TABLE])
    expect(
      shown(
        await read({
          content: `q 0 1 -1 0 750 0 cm ${grid([50, 150, 250, 350], [640, 670, 700])}\n${CELLS} Q`,
        }),
      ),
    ).toEqual([TABLE])
  })

  test('cells that span, lines wrapped in a cell, characters standing on each other', async () => {
    const stacked = ['三', '、', '本', '年'].map((char, i) => text(56, 690 - i * 11, char)).join('\n')
    const content = [
      '50 640 m 250 640 l S',
      '70 670 m 250 670 l S',
      '50 700 m 250 700 l S',
      ...[50, 70, 250].map((x) => `${x} 640 m ${x} 700 l S`),
      '150 640 m 150 670 l S',
      stacked,
      text(72, 688, '（二）部分公开（区分处'),
      text(72, 675, '理的，只计这一情形）'),
      text(72, 650, '1.属于'),
      text(200, 650, '5'),
    ]
    expect(shown(await read(content.join('\n')))).toEqual([
      [
        [
          ['三、本年', 2, 1],
          ['（二）部分公开（区分处\n理的，只计这一情形）', 1, 2],
        ],
        ['1.属于', '5'],
      ],
    ])
  })

  test('upright type in a narrow cell', async () => {
    const content = [grid([50, 70, 150], [600, 700]), text(60, 695, '办理结果', 10, 'V'), text(80, 650, '8')]
    expect(shown(await read(content.join('\n')))).toEqual([[['办理结果', '8']]])
  })

  test('a number drawn twice to look bold is one number', async () => {
    const content = [
      grid([50, 150, 250], [640, 670]),
      text(60, 650, '总计'),
      text(160, 650, '28'),
      text(160.3, 650, '28'),
    ]
    expect(shown(await read(content.join('\n')))).toEqual([[['总计', '28']]])
  })

  test('white lines and clipping paths divide nothing; a frame around the page is no table', async () => {
    const frame = '30 30 535 780 re S 1 1 1 RG 100 640 m 100 670 l S 0 0 0 RG 120 640 5 30 re W n'
    const content = [
      frame,
      grid([50, 150, 250], [640, 670]),
      text(60, 650, '规章'),
      text(160, 650, '1'),
      text(60, 500, '正文'),
    ]
    expect(shown(await read(content.join('\n')))).toEqual([[['规章', '1']], '正文'])
  })

  test('a table that goes on overleaf is a table on each page', async () => {
    const page = `${grid([50, 150, 250, 350], [640, 670, 700])}\n${CELLS}`
    const result = await read(page, page)
    expect(shown(result)).toEqual([TABLE, TABLE])
    expect(result).toMatchObject({ blocks: [{ place: { page: 1 } }, { place: { page: 2, table: 2 } }] })
  })
})

test('text without lines keeps its columns', async () => {
  const row = (y: number, ...cells: string[]) =>
    cells.map((cell, i) => text(50 + i * 100, y, cell)).join('\n')
  const result = await read([row(700, '信息内容', '件数', '合计'), row(680, '规章', '1', '22')].join('\n'))
  expect(shown(result)).toEqual([
    '信息内容            件数                合计',
    '规章                1                   22',
  ])
})

test('upright type beside the tables is read down its columns, from the right', async () => {
  const content = [text(300, 700, '第一列', 10, 'V'), text(280, 700, '第二列', 10, 'V')]
  expect(shown(await read(content.join('\n')))).toEqual([expect.stringMatching(/^第一列|第二列/)])
})

test('digits painted beyond the edge of the page are told', async () => {
  expect(await read(`${text(50, 700, '总计 28')}\n${text(2000, 700, '39')}`)).toMatchObject({
    notices: [{ code: 'digits-lost' }],
  })
})

describe('refusals', () => {
  test('a page of pictures alone', async () => {
    const result = await read('q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q')
    expect(result).toMatchObject({
      refused: true,
      code: 'no-text',
      message: expect.stringContaining('扫描件'),
    })
  })

  test('a scanned page among others is told', async () => {
    expect(await read(text(50, 700, '一、总体情况'), 'q Q')).toMatchObject({
      notices: [{ code: 'pages-without-text' }],
    })
  })

  test('a password', async () => {
    const key = '0'.repeat(64)
    const trailer = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>`
    const [found] = await open(makePdf([{ content: text(50, 700, '甲') }], trailer))
    expect(found!.result).toMatchObject({ code: 'encrypted', message: expect.stringContaining('密码') })
  })

  test('too many pages, and a file that is no PDF after its first bytes', async () => {
    expect(await read(...Array.from({ length: 501 }, () => 'q Q'))).toMatchObject({ code: 'too-large' })
    const [found] = await open(Buffer.from('%PDF-1.7\n随便什么'))
    expect(found!.result).toMatchObject({ code: 'damaged' })
  })
})
