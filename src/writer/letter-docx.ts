/**
 * A letter as a Word document in the form of GB/T 9704-2012 (信函格式). Typefaces are given by name, as government
 * machines have them; elsewhere the nearest stands in.
 */

import {
  AlignmentType,
  Document,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  LineRuleType,
  Packer,
  Paragraph,
  Tab,
  TextRun,
  VerticalPositionAlign,
} from 'docx'
import { formatChinese } from '../law/day.ts'
import { sheet } from './docx-sheet.ts'
import { charactersPerLine, copiesText, type Letter, titleLines, widthOf } from './letter.ts'
import {
  body,
  character,
  emptyLine,
  firstFoot,
  foot,
  head,
  indented,
  paragraph,
  run,
  size,
  song,
  spacing,
} from './letter-docx-parts.ts'

const title = (letter: Letter): readonly Paragraph[] =>
  titleLines(letter.title).map(
    (text) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { line: 34 * 20, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text, font: song, size: size.title * 2 })],
      }),
  )

/** 附件说明: one line below the text; a name that runs on goes on below its own first character. */
const attachments = ({ attachments: names }: Letter): readonly Paragraph[] => {
  const many = names.length > 1
  // 附件： begins two characters in and is three wide; a number takes one more.
  const number = 5 * character
  const start = number + (many ? character : 0)
  return names.map(
    (name, i) =>
      new Paragraph({
        spacing,
        keepNext: true,
        indent: { left: start, hanging: start - (i === 0 ? 2 * character : number) },
        tabStops: [{ type: 'left', position: start }],
        children: [
          ...(i === 0 ? [run('附件：')] : []),
          ...(many ? [run(`${i + 1}.`, new Tab())] : []),
          run(name),
        ],
      }),
  )
}

/** 抄送 at the bottom of the page on which its anchor stands, the last; a letter has no rules there. */
const copies = (letter: Letter): readonly Paragraph[] =>
  letter.copies.length === 0
    ? []
    : [
        new Paragraph({
          frame: {
            type: 'alignment',
            width: charactersPerLine * character,
            height: 0,
            anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
            alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
            wrap: FrameWrap.AROUND,
          },
          spacing: { line: 24 * 20, lineRule: LineRuleType.EXACT },
          indent: { left: 4 * size.small * 20, hanging: 3 * size.small * 20, right: size.small * 20 },
          children: [new TextRun({ text: `抄送：${copiesText(letter.copies)}`, size: size.small * 2 })],
        }),
        // The frame hangs on what follows it.
        new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
      ]

/**
 * 署名 centred over 成文日期, which ends four characters before the edge; two lines are left for the seal. All of it
 * stays with the end of the text, so that no page holds a seal and no text.
 */
const signature = (letter: Letter): readonly Paragraph[] => {
  const edge = 4 * character
  const date = formatChinese(letter.date)
  const middle = edge + (widthOf(date) * character) / 2
  const nameEdge = Math.max(0, Math.round(middle - (widthOf(letter.signature) * character) / 2))
  return [
    emptyLine(true),
    emptyLine(true),
    paragraph(letter.signature, {
      alignment: AlignmentType.RIGHT,
      indent: { right: nameEdge },
      keepNext: true,
    }),
    paragraph(date, { alignment: AlignmentType.RIGHT, indent: { right: edge }, keepNext: true }),
    ...(letter.note === ''
      ? []
      : [paragraph(`（${letter.note}）`, { indent: indented, keepNext: letter.copies.length > 0 })]),
  ]
}

const documentOf = (letter: Letter): Document =>
  new Document({
    title: letter.title,
    creator: letter.signature,
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: body, size: size.body * 2, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: sheet(20),
        },
        footers: { first: firstFoot(), default: foot('right'), even: foot('left') },
        children: [
          ...head(letter),
          paragraph(letter.number, {
            alignment: AlignmentType.RIGHT,
            spacing: { line: size.body * 20, lineRule: LineRuleType.EXACT },
          }),
          emptyLine(),
          emptyLine(),
          ...title(letter),
          emptyLine(),
          ...(letter.addressee === '' ? [] : [paragraph(`${letter.addressee}：`)]),
          ...letter.paragraphs.map((text, i) =>
            paragraph(text, {
              alignment: AlignmentType.BOTH,
              indent: indented,
              keepNext: i === letter.paragraphs.length - 1,
            }),
          ),
          ...(letter.attachments.length > 0 ? [emptyLine(true)] : []),
          ...attachments(letter),
          ...signature(letter),
          ...copies(letter),
        ],
      },
    ],
  })

/** The letter as DOCX. */
export const writeLetterDocx = async (letter: Letter): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toArrayBuffer(documentOf(letter)))
