/** 附件检查：隐藏数据、个人信息、密级标志、不收的文件，以及放行的条件。 */
import * as cfb from 'cfb'
import { describe, expect, test } from 'vitest'
import { inspect } from '../../src/office/attachments/inspect.ts'
import type { Inspection } from '../../src/office/attachments/inspection.ts'
import { makeZip, zipOf } from '../formats/make-zip.ts'
import {
  cell,
  core,
  makeDocx,
  makeExif,
  makeJpeg,
  makePng,
  makeTextPdf,
  makeXlsx,
  paragraph,
  pdfStream,
  row,
} from './made-files.ts'
import { residentId } from './made-numbers.ts'

const id = residentId('330106', '19900101', '123')
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const hidden = ({ hidden }: Inspection): readonly string[] => hidden.map(({ kind }) => kind).sort()
const personal = ({ personal }: Inspection): readonly string[] => personal.map(({ kind }) => kind).sort()

describe('Word 文件', () => {
  test('干净的文件什么也不报', async () => {
    const found = await inspect(makeDocx(paragraph('经检索，本机关未制作该信息。')), '答复.docx')
    expect(found).toMatchObject({ kind: 'docx', hidden: [], personal: [] })
    expect(found.refused).toBeUndefined()
    expect(found.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('修订、批注、隐藏文字、涂黑、属性、外部模板、嵌入文件逐一指出', async () => {
    const body = [
      paragraph('公开的文字'),
      `<w:p><w:del><w:r><w:delText>删去的原文 ${id}</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>`,
      paragraph('看不见', '<w:vanish/>'),
      paragraph('没有隐藏', '<w:vanish w:val="0"/>'),
      paragraph('涂黑的名字', '<w:highlight w:val="black"/>'),
      paragraph('黑底白字的标题', '<w:shd w:fill="000000"/><w:color w:val="FFFFFF"/>'),
      '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>样式隐藏</w:t></w:r></w:p>',
    ].join('')
    const file = makeDocx(body, {
      'word/styles.xml':
        '<w:styles xmlns:w="w"><w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
      'word/comments.xml':
        '<w:comments xmlns:w="w"><w:comment><w:p><w:r><w:t>内部意见</w:t></w:r></w:p></w:comment></w:comments>',
      'docProps/core.xml': core('张三丰'),
      'word/_rels/settings.xml.rels':
        '<Relationships><Relationship Type="http://x/attachedTemplate" TargetMode="External" Target="file:///c:/x.dot"/><Relationship Type="http://x/hyperlink" TargetMode="External" Target="http://x"/></Relationships>',
      'word/embeddings/book.xlsx': makeXlsx([{ rows: row(1, cell('A1', '13812345678')) }]),
    })
    const found = await inspect(file, '稿.docx')
    expect(hidden(found)).toEqual([
      'comment',
      'coveredText',
      'embedded',
      'externalLink',
      'hiddenText',
      'properties',
      'trackedChange',
    ])
    expect(found.hidden.find(({ kind }) => kind === 'trackedChange')).toMatchObject({
      spots: ['第 2 段'],
      count: 2,
    })
    expect(found.hidden.find(({ kind }) => kind === 'hiddenText')).toMatchObject({ count: 2 })
    expect(found.hidden.find(({ kind }) => kind === 'coveredText')).toMatchObject({
      spots: ['第 5 段'],
      count: 1,
    })
    expect(personal(found)).toEqual(['mobile', 'residentId'])
    const told = JSON.stringify(found)
    for (const value of [id, '13812345678', '张三丰', '内部意见', '涂黑的名字'])
      expect(told).not.toContain(value)
  })
})

describe('Excel 文件', () => {
  test('隐藏的表、行、列，批注、透视缓存、外部链接、名称、连接逐一指出', async () => {
    const file = makeXlsx(
      [
        {
          columns: '<col min="2" max="2" hidden="1"/><col min="5" max="16384" hidden="1"/>',
          rows:
            row(1, cell('A1', '姓名') + cell('B1', '身份证号')) +
            row(2, cell('A2', '甲') + cell('B2', id), 'hidden="1"'),
        },
        { rows: row(1, cell('A1', '底数')), state: 'hidden' },
        { rows: row(1, cell('A1', '底数')), state: 'veryHidden' },
      ],
      {
        'xl/comments1.xml':
          '<comments><commentList><comment ref="A1"><text><t>批注</t></text></comment></commentList></comments>',
        'xl/pivotCache/pivotCacheDefinition1.xml': '<d/>',
        'xl/pivotCache/pivotCacheRecords1.xml': '<r><s v="13812345678"/></r>',
        'xl/externalLinks/externalLink1.xml': '<e/>',
        'xl/connections.xml': '<c/>',
        'docProps/app.xml':
          '<Properties><Company>某公司</Company><Application>WPS</Application></Properties>',
      },
      '<definedName name="x" hidden="1">A1</definedName><definedName name="_xlnm._FilterDatabase" hidden="1">A1</definedName>',
    )
    const found = await inspect(file, '表.xlsx')
    expect(hidden(found)).toEqual([
      'comment',
      'dataConnection',
      'externalLink',
      'hiddenColumns',
      'hiddenName',
      'hiddenRows',
      'hiddenSheet',
      'hiddenSheet',
      'pivotCache',
      'properties',
    ])
    expect(personal(found)).toEqual(['mobile', 'residentId'])
    expect(found.personal.find(({ kind }) => kind === 'residentId')?.spots).toEqual(['B2'])
  })

  test('没有内容的隐藏行列不报；不在目录里的工作表要报', async () => {
    const rows = row(1, cell('A1', '一')) + row(2, '', 'hidden="1"')
    const file = makeXlsx([{ rows, columns: '<col min="3" max="99" hidden="1"/>' }], {
      'xl/worksheets/sheet9.xml': `<worksheet><sheetData>${row(1, cell('A1', '孤儿'))}</sheetData></worksheet>`,
    })
    expect(hidden(await inspect(file, 'a.xlsx'))).toEqual(['hiddenSheet'])
  })

  test('数值格里的手机号也认得；表头给出上下文', async () => {
    const rows =
      row(1, cell('A1', '联系电话') + cell('B1', '银行卡号')) +
      row(
        2,
        '<c r="A2"><v>13812345678</v></c><c r="B2" t="inlineStr"><is><t>6222021202012345675</t></is></c>',
      )
    expect(personal(await inspect(makeXlsx([{ rows }]), 'a.xlsx'))).toContain('mobile')
  })

  test('十万行身份证并为一条，只举五处', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => row(i + 1, cell(`A${i + 1}`, id))).join('')
    const found = await inspect(makeXlsx([{ rows }]), 'a.xlsx')
    expect(found.personal).toHaveLength(1)
    expect(found.personal[0]).toMatchObject({ count: 20_000, spots: ['A1', 'A2', 'A3', 'A4', 'A5'] })
  })
})

describe('演示文稿', () => {
  test('隐藏页、备注、批注', async () => {
    const file = makeZip({
      '[Content_Types].xml': '<Types/>',
      'ppt/slides/slide1.xml':
        '<p:sld xmlns:p="p" xmlns:a="a" show="0"><a:p><a:r><a:t>13812345678</a:t></a:r></a:p></p:sld>',
      'ppt/notesSlides/notesSlide1.xml':
        '<p:notes xmlns:p="p" xmlns:a="a"><a:p><a:t>讲稿</a:t></a:p></p:notes>',
      'ppt/notesSlides/notesSlide2.xml':
        '<p:notes xmlns:p="p" xmlns:a="a"><a:p><a:fld><a:t>2</a:t></a:fld></a:p></p:notes>',
      'ppt/comments/comment1.xml': '<p:cmLst xmlns:p="p"><p:cm><p:text>改</p:text></p:cm></p:cmLst>',
    })
    const found = await inspect(file, 'a.pptx')
    expect(found.kind).toBe('pptx')
    expect(hidden(found)).toEqual(['comment', 'hiddenSlide', 'notes'])
    expect(personal(found)).toEqual(['mobile'])
  })
})

describe('PDF', () => {
  const name = 'BT /F 12 Tf 100 700 Td (ZHANG SAN 13812345678) Tj ET'

  test('黑块盖字等于没盖', async () => {
    const found = await inspect(makeTextPdf(`${name} 0 g 90 690 200 30 re f`), 'a.pdf')
    expect(hidden(found)).toEqual(['coveredText'])
    expect(personal(found)).toEqual(['mobile'])
  })

  test.each([
    ['先画底色后写字', `0.9 g 90 690 200 30 re f 0 g ${name}`],
    ['盖在别处', `${name} 0 g 90 100 200 30 re f`],
    ['只描边框', `${name} 90 690 200 30 re S`],
    ['裁剪不是涂盖', `${name} 90 690 200 30 re W n`],
  ])('不误报：%s', async (_, content) => {
    expect(hidden(await inspect(makeTextPdf(content), 'a.pdf'))).toEqual([])
  })

  test('荧光笔是透明的，不算遮盖', async () => {
    const page = makeTextPdf(`${name} /G gs 1 1 0 rg 90 690 200 30 re f`).toString('latin1')
    const marked = page.replace(
      '/Font<</F 5 0 R>>',
      '/Font<</F 5 0 R>>/ExtGState<</G<</ca 0.4/BM/Multiply>>>>',
    )
    expect(hidden(await inspect(Buffer.from(marked, 'latin1'), 'a.pdf'))).toEqual([])
  })

  test('看不见的文字层（渲染方式3）', async () => {
    const found = await inspect(makeTextPdf('BT 3 Tr /F 12 Tf 100 700 Td (hidden) Tj ET'), 'a.pdf')
    expect(hidden(found)).toEqual(['invisibleText'])
  })

  test('属性、脚本、注释、附带文件、未执行的密文、以前的版本', async () => {
    const file = makeTextPdf(
      name,
      '/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(note)>><</Type/Annot/Subtype/Redact/Rect[0 0 9 9]>><</Type/Annot/Subtype/Link/Rect[0 0 9 9]>>]',
      '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</EmbeddedFiles<</Names[(a.txt)<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>]>>>>',
      '/Info<</Author(Zhang San)/Title(Reply)>>',
      [pdfStream('attached text')],
    )
    const found = await inspect(Buffer.concat([file, Buffer.from('\n% again\n%%EOF\n')]), 'a.pdf')
    expect(hidden(found)).toEqual([
      'annotation',
      'attachment',
      'history',
      'properties',
      'redactMark',
      'script',
    ])
    expect(JSON.stringify(found)).not.toContain('Zhang')
  })

  test('损坏的 PDF 说明原因', async () => {
    expect((await inspect(encode('%PDF-1.7 nothing'), 'a.pdf')).refused?.reason).toBe('damaged')
  })
})

describe('图片', () => {
  test('拍摄地点、设备、说明文字里的手机号、缩略图', async () => {
    const exif = makeExif({ gps: true, thumbnail: true, caption: '联系13812345678' })
    const found = await inspect(makeJpeg(exif), 'a.jpg')
    expect(found.kind).toBe('jpeg')
    expect(hidden(found)).toEqual(['exif', 'gps', 'imageText', 'notChecked', 'thumbnail'])
    expect(personal(found)).toEqual(['mobile'])
  })

  test('图中的字没有检查，如实说', async () => {
    const found = await inspect(makePng(), 'a.png')
    expect(hidden(found)).toEqual(['notChecked'])
  })

  test('PNG 的文字块和末尾的附加数据', async () => {
    const file = Buffer.concat([makePng([['tEXt', Buffer.from('Author\0Zhang')]]), Buffer.alloc(100)])
    expect(hidden(await inspect(file, 'a.png'))).toEqual(['imageText', 'notChecked', 'trailing'])
  })

  test('文档里的插图也看', async () => {
    const file = makeDocx(paragraph('图'), { 'word/media/image1.jpg': makeJpeg(makeExif({ gps: true })) })
    expect(hidden(await inspect(file, 'a.docx'))).toEqual(['exif', 'gps', 'notChecked', 'notChecked'])
  })
})

describe('保密法：涉密不上网', () => {
  test.each([
    ['Word', makeDocx(paragraph('机密★10年') + paragraph('正文'))],
    ['Word，字间有空格', makeDocx(paragraph('秘 密 ★ 1 年'))],
    [
      'Word 页眉',
      makeDocx(paragraph('正文'), {
        'word/header1.xml': '<w:hdr xmlns:w="w"><w:p><w:r><w:t>绝密★启用前</w:t></w:r></w:p></w:hdr>',
      }),
    ],
    ['Excel', makeXlsx([{ rows: row(1, cell('A1', '★机密')) }])],
    ['文本', encode('密级：秘密\n正文')],
    ['压缩包里', makeZip({ 'a/b.docx': makeDocx(paragraph('机密★')) })],
  ])('有密级标志的拒收：%s', async (_, file) => {
    const found = await inspect(file, 'a')
    expect(found.refused).toMatchObject({ reason: 'classified', cites: ['保密法', '条例§14', '条例§17'] })
    expect(found.refused?.message).toContain('涉密不上网')
    expect([...found.hidden, ...found.personal]).toEqual([])
  })

  test('谈论密级标志的文字不拒收，但要人核对', async () => {
    const found = await inspect(
      makeDocx(paragraph('涉密文件首页应当标注“机密★”等密级标志，并注明保密期限。')),
      'a.docx',
    )
    expect(found.refused).toBeUndefined()
    expect(hidden(found)).toEqual(['secrecyMark'])
  })

  test('没有星号的“机密”“秘密”是普通词', async () => {
    expect(await inspect(encode('商业秘密\n机密\n国家秘密的范围'), 'a.txt')).toMatchObject({
      hidden: [],
      personal: [],
    })
  })
})

describe('不收的文件', () => {
  const docm = makeDocx(paragraph('x'), { 'word/vbaProject.bin': 'x' })
  const locked = zipOf([{ name: Buffer.from('a.txt'), bytes: Buffer.from('x'), locked: true }])
  const bomb = makeZip({ 'a.txt': new Uint8Array(20_000_000) })
  const nested = [1, 2, 3, 4].reduce<Uint8Array>(
    (inner) => makeZip({ 'a.zip': inner }),
    makeZip({ 'a.txt': 'x' }),
  )
  const ole = (paths: readonly string[]): Uint8Array => {
    const container = cfb.utils.cfb_new()
    for (const path of paths) cfb.utils.cfb_add(container, path, Buffer.alloc(5000, 1))
    return Uint8Array.from(cfb.write(container, { type: 'buffer' }) as Buffer)
  }
  test.each<[string, Uint8Array, string, string]>([
    ['空文件', new Uint8Array(), 'a.pdf', 'empty'],
    ['改名的程序', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]), 'a.pdf', 'executable'],
    ['脚本', encode('#!/bin/sh\nrm -rf /'), 'a.txt', 'executable'],
    ['按名字运行的', encode('x'), 'a.bat', 'executable'],
    ['名字倒写的', encode('x'), 'a\u202efdp.exe', 'executable'],
    ['名字末尾有点的', encode('x'), 'a.exe. .', 'executable'],
    ['网页', encode('<!-- x --><html><script>1</script></html>'), 'a.txt', 'executable'],
    ['SVG', encode('<?xml version="1.0"?><svg/>'), 'a.txt', 'executable'],
    ['JAR', makeZip({ 'META-INF/MANIFEST.MF': 'x', 'A.class': 'x' }), 'a.zip', 'executable'],
    ['压缩包里的程序', makeZip({ 'a/b.exe': 'x' }), 'a.zip', 'executable'],
    ['压缩包里改名的程序', makeZip({ 'a/b.txt': `MZ${'x'.repeat(100)}` }), 'a.zip', 'executable'],
    ['带宏的 Word', docm, 'a.docx', 'macro'],
    ['带宏的旧 Word', ole(['/WordDocument', '/Macros/VBA/dir']), 'a.doc', 'macro'],
    ['加密的 Office', ole(['/EncryptedPackage', '/EncryptionInfo']), 'a.docx', 'locked'],
    ['加密的压缩包', locked, 'a.zip', 'locked'],
    ['压缩炸弹', bomb, 'a.zip', 'bomb'],
    ['套娃', nested, 'a.zip', 'tooDeep'],
    ['RAR', Buffer.from('Rar!\x1a\x07\x01\0xxxxxxxxxxxxx', 'latin1'), 'a.rar', 'unsupported'],
    ['认不出的', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7) % 32)), 'a.dat', 'unsupported'],
    ['损坏的 ZIP', makeZip({ 'a.txt': 'x' }).subarray(0, 30), 'a.zip', 'damaged'],
    ['过大', new Uint8Array(50_000_001), 'a.txt', 'tooLarge'],
  ])('%s', async (_, file, name, reason) => {
    const found = await inspect(file, name)
    expect(found.refused?.reason).toBe(reason)
    expect(found.refused?.message).toMatch(/[请改]/)
  })

  test('旧版 Word：文字里的号码认得，其余请人核对', async () => {
    const container = cfb.utils.cfb_new()
    const words = Buffer.concat([
      Buffer.alloc(513, 1),
      Buffer.from(`身份证${id}\r`, 'utf16le'),
      Buffer.alloc(4000, 1),
    ])
    cfb.utils.cfb_add(container, '/WordDocument', words)
    const found = await inspect(Uint8Array.from(cfb.write(container, { type: 'buffer' }) as Buffer), 'a.doc')
    expect(found.refused).toBeUndefined()
    expect(found.kind).toBe('doc')
    expect(hidden(found)).toEqual(['notChecked'])
    expect(personal(found)).toEqual(['residentId'])
  })

  test('扩展名与内容不符要报', async () => {
    expect(hidden(await inspect(makeDocx(paragraph('x')), 'a.pdf'))).toEqual(['typeMismatch'])
  })

  test('RTF 的修订、隐藏文字和中文里的号码', async () => {
    const file = encode(
      `{\\rtf1\\ansi{\\info{\\author Zhang}}\\'ca\\'d6\\'bb\\'fa 13812345678\\par{\\v secret}{\\revised x}}`,
    )
    const found = await inspect(file, 'a.rtf')
    expect(hidden(found)).toEqual(['hiddenText', 'properties', 'trackedChange'])
    expect(personal(found)).toEqual(['mobile'])
  })

  test('压缩包里的文件逐个检查，按序号称呼，不抄文件名', async () => {
    const file = makeZip({ '张三的申请.txt': id, 'b.txt': '没有什么' })
    const found = await inspect(file, 'a.zip')
    expect(found.personal[0]?.part).toBe('压缩包内第 1 个文件的正文')
    expect(JSON.stringify([found.hidden, found.personal])).not.toContain('张三')
  })
})
