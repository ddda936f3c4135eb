/** A list as a Word document: a title, and one table under its heads, on a sheet that lies broadside. */
import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

export interface PrintedList {
  readonly title: string
  readonly heads: readonly string[]
  /** Shares of the width in per cent, one for each head. */
  readonly shares: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** A4 in twentieths of a point. */
const sheet = { width: 11906, height: 16838 }

export async function writeTableDocx({ title, heads, shares, rows }: PrintedList): Promise<Uint8Array> {
  const cell = (text: string, at: number, head: boolean) =>
    new TableCell({
      width: { size: shares[at]!, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: head || at === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text, size: 21, bold: head, font: head ? '黑体' : '宋体' })],
        }),
      ],
    })
  const line = (texts: readonly string[], head = false) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: texts.map((text, at) => cell(text, at, head)),
    })
  const document = new Document({
    title,
    sections: [
      {
        properties: { page: { size: { ...sheet, orientation: PageOrientation.LANDSCAPE } } },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: title, size: 36, font: '方正小标宋简体' })],
          }),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [line(heads, true), ...rows.map((row) => line(row))],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
