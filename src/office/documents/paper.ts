/** A document as a clean copy on paper, without a seal: WORD and PDF in the form of GB/T 9704-2012. */
import type { Day } from '../../law/day.ts'
import type { Letter } from '../../writer/letter.ts'
import { writeLetterDocx } from '../../writer/letter-docx.ts'
import { writeLetterPdf } from '../../writer/letter-pdf.ts'
import type { DocumentContent, DocumentFile } from './content.ts'
import { textOfHtml } from './html-text.ts'

export type PaperFormat = 'docx' | 'pdf'

export interface PaperOfDocument {
  readonly content: DocumentContent
  readonly html: string | null
  readonly files: readonly DocumentFile[]
  /** Where the document names no day of its own. */
  readonly day: Day
}

/** What is printed: paragraphs as they are read, a row of a table a line. */
export function letterOfDocument({ content, html, files, day }: PaperOfDocument): Letter {
  const { issuer, docNo, title, madeOn } = content
  return {
    head: issuer,
    number: docNo ?? '',
    title,
    addressee: '',
    paragraphs: textOfHtml(html ?? '')
      .split('\n')
      .map((line) => line.replaceAll('\t', '　').trim())
      .filter((line) => line !== ''),
    attachments: files.map(({ name }) => name.replace(/\.[A-Za-z0-9]{1,8}$/, '')),
    signature: issuer,
    date: madeOn ?? day,
    note: '',
    copies: [],
  }
}

/** The file, named after its title. */
export async function paperOfDocument(
  paper: PaperOfDocument,
  format: PaperFormat,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const letter = letterOfDocument(paper)
  const bytes = format === 'docx' ? await writeLetterDocx(letter) : await writeLetterPdf(letter)
  const name = [...paper.content.title.replace(/[\\/:*?"<>|\s]/g, '')].slice(0, 60).join('')
  return { name: `${name || '文件'}.${format}`, bytes }
}
