import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { expect, test } from 'vitest'
import { open } from '../../src/reader/formats/open.ts'
import { makeZip } from './make-zip.ts'
import { shown } from './show.ts'

const first = async (bytes: Uint8Array) => (await open(bytes, '年报.docx'))[0]!.result

const cell = (text: string, options: { span?: number; merge?: 'restart' | 'continue' } = {}): TableCell =>
  new TableCell({
    children: text.split('\n').map((line) => new Paragraph(line)),
    ...(options.span === undefined ? {} : { columnSpan: options.span }),
    ...(options.merge === undefined
      ? {}
      : {
          verticalMerge: options.merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
        }),
  })

test('自动编号的标题、合并单元格、隐藏文字、属性里的标题', async () => {
  const heading = (level: number, text: string) =>
    new Paragraph({ text, numbering: { reference: 'h', level } })
  const levels = [
    { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.START },
    { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）', alignment: AlignmentType.START },
    { level: 2, format: LevelFormat.DECIMAL, text: '%3.', alignment: AlignmentType.START },
  ]
  const document = new Document({
    title: '示范县年报',
    creator: '某某',
    numbering: { config: [{ reference: 'h', levels }] },
    sections: [
      {
        children: [
          heading(0, '总体情况'),
          heading(1, '主动公开'),
          heading(1, '依申请公开'),
          heading(0, '主动公开政府信息情况'),
          heading(1, '条目'),
          heading(2, '5 件'),
          new Paragraph({
            children: [new TextRun('可见'), new TextRun({ text: '隐藏', vanish: true }), new TextRun('\t栏')],
          }),
          new Table({
            rows: [
              new TableRow({
                children: [
                  cell('三、本年度\n办理结果', { merge: 'restart' }),
                  cell('（一）', { span: 2 }),
                  cell('3'),
                ],
              }),
              new TableRow({
                children: [cell('', { merge: 'continue' }), cell('（二）'), cell('1.'), cell('')],
              }),
            ],
          }),
        ],
      },
    ],
  })
  const result = await first(await Packer.toBuffer(document))
  expect(result).toMatchObject({ format: 'docx', title: '示范县年报' })
  expect(JSON.stringify(result)).not.toContain('某某')
  expect(shown(result)).toEqual([
    '一、总体情况',
    '（一）主动公开',
    '（二）依申请公开',
    '二、主动公开政府信息情况',
    '（一）条目',
    '1. 5 件',
    '可见\t栏',
    [
      [['三、本年度\n办理结果', 2, 1], ['（一）', 1, 2], '3'],
      ['（二）', '1.', ''],
    ],
  ])
})

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="x" xmlns:wps="y"'
const raw = (body: string, more: Record<string, string> = {}) =>
  makeZip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  })
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

test('修订、文本框、域代码、注音和旧属性', async () => {
  const body = `
    <w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>
      <w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>
    <w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${p('框')}</w:txbxContent></wps:txbx></mc:Choice>
      <mc:Fallback><w:pict><w:txbxContent>${p('框')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>文</w:t></w:r></w:p>
    <w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r><w:r><w:br/></w:r><w:r><w:ruby><w:rt><w:r><w:t>yan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>严</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>
    <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p('删行')}</w:tc></w:tr>
      <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${p('乙')}</w:tc><w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>${p('丙')}</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`
  const result = await first(raw(body))
  expect(shown(result)).toEqual(['增', '文', '框', '1', '严', [['乙', ['丙', 1, 2]]]])
  expect(result).toMatchObject({
    blocks: expect.arrayContaining([expect.objectContaining({ kind: 'table', columns: 4 })]),
  })
})

test('样式里的编号、重新开始的编号', async () => {
  const numbered = (id: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const styled = '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>题</w:t></w:r></w:p>'
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
    <w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
  const styles = `<w:styles ${W}><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:styleId="H1"><w:basedOn w:val="Base"/></w:style></w:styles>`
  const body = styled.repeat(11) + numbered(2, '新') + numbered(2, '新') + numbered(0, '无')
  const result = await first(raw(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles }))
  expect(shown(result).slice(9)).toEqual(['十、题', '十一、题', '一、新', '二、新', '无'])
})

test.each([
  ['没有正文部件', makeZip({ '[Content_Types].xml': '<Types/>', 'word/x.xml': '<a/>' }), 'damaged'],
  ['空文档', raw('<w:p/>'), 'empty'],
  ['只有图片', raw('<w:p/>', { 'word/media/image1.png': 'x' }), 'no-text'],
])('%s 被拒绝', async (_, bytes, code) => {
  expect(await first(await bytes)).toMatchObject({ refused: true, code })
})
