/** The generated reports as PDF, set by the project's own writer on the official form. */

import { isUnread, read } from '../src/reader/read.ts'
import { writePdf } from '../src/writer/pdf.ts'
import { htmlSamples, type Sample } from './corpus.ts'

/** `count` PDF reports with the figures of the web pages of the same number. */
export const pdfSamples = async (count: number): Promise<readonly Sample[]> => {
  const found: Sample[] = []
  for (const { name, bytes, printed } of htmlSamples(count)) {
    const [result] = await read(bytes, name)
    if (!result || isUnread(result)) throw new Error(`${name} was not read`)
    const pdf = await writePdf(result.report, '2026-11-22')
    found.push({ name: name.replace('.html', '.pdf'), bytes: pdf, printed })
  }
  return found
}
