/** The parts of a letter in Word that the standard fixes: measures, typefaces, the red head and the feet. */

import {
  AlignmentType,
  BorderStyle,
  Footer,
  FrameAnchorType,
  FrameWrap,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { twip } from './docx-sheet.ts'
import { characterPitch, headSize, type Letter } from './letter.ts'
import { linePitch, page } from './measures.ts'

/** One typeface for all scripts, so that figures in the text do not fall back to another. */
const face = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name })
export const song = face('方正小标宋简体')
export const body = face('仿宋_GB2312')
const figures = face('宋体')

const red = 'D7000F'
/** Sizes in points: 2号, 3号, 4号. */
export const size = { title: 22, body: 16, small: 14 } as const
/** Twentieths of a point. */
const line = Math.round(linePitch * 20)
export const character = Math.round(characterPitch * 20)
export const spacing = { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 }

/**
 * 28 characters of 16 pt are a little wider than the line. They are brought together here and not by a grid of
 * characters, which programs reckon differently.
 */
const tracking = Math.floor((characterPitch - size.body) * 20)
export const run = (...children: NonNullable<IRunOptions['children']>): TextRun =>
  new TextRun({ children, characterSpacing: tracking })

export const paragraph = (text: string, options: Omit<IParagraphOptions, 'children'> = {}): Paragraph =>
  // Official papers leave no space between figures and characters.
  new Paragraph({ spacing, autoSpaceEastAsianText: false, ...options, children: [run(text)] })

export const emptyLine = (keepNext = false): Paragraph => new Paragraph({ spacing, keepNext, children: [] })

export const indented = { firstLineChars: 200, firstLine: 2 * character }

/** The rules of a letter, in mm: in the middle of the page, longer than the type area is wide. */
const ruleLength = 170
const beyond = {
  left: twip((page.width - ruleLength) / 2 - page.left),
  right: twip((page.width - ruleLength) / 2 - page.right),
}

/** A double rule; the thick line lies away from the text. */
const rule = () => ({ style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, space: 0, color: red }) as const

/** A frame as long as the rules are, that far below the edge of the page. */
const frameAt = (y: number) =>
  ({
    type: 'absolute',
    position: { x: twip((page.width - ruleLength) / 2), y },
    width: twip(ruleLength),
    height: 0,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    wrap: FrameWrap.NOT_BESIDE,
  }) as const

/**
 * The red name, its upper edge 30 mm from that of the page, and the rule 4 mm below it; the text begins seven eighths
 * of a character below the rule. Two frames: headers, and borders at a distance, are reckoned differently by Word
 * and by others.
 */
export const head = (letter: Letter): readonly Paragraph[] => {
  const height = headSize(letter.head) * 20
  return [
    new Paragraph({
      frame: frameAt(twip(30)),
      alignment: AlignmentType.CENTER,
      spacing: { line: height, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
      children: [new TextRun({ text: letter.head, font: song, size: height / 10, color: red })],
    }),
    new Paragraph({
      frame: {
        ...frameAt(twip(34) + height),
        space: { horizontal: 0, vertical: Math.round(size.body * 20 * 0.875) },
      },
      spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
      border: { top: rule() },
      children: [],
    }),
  ]
}

/** The rule at the foot of the first page, which bears no number. */
export const firstFoot = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        indent: beyond,
        spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        border: { bottom: rule() },
        children: [],
      }),
    ],
  })

/** 4号 宋体 between dashes, one character in from the outer edge, 7 mm below the type area. */
export const foot = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: alignment === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [alignment]: size.small * 20 },
        // The foot of every page is set 20 mm from the edge, where the first page has its rule.
        spacing: {
          before: 0,
          after: twip(page.bottom - 7 - 5 - 20),
          line: 20 * 20,
          lineRule: LineRuleType.EXACT,
        },
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: figures, size: size.small * 2 }),
        ],
      }),
    ],
  })
