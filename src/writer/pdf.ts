/**
 * A report as PDF/A-2b, tagged, set by Typst. The compiler is native code that keeps what it has allocated, so it
 * runs in a worker thread that is replaced after a number of documents and is there only once it is needed.
 */

import { Worker } from 'node:worker_threads'
import { type Day, dayOf, partsOf } from '../law/day.ts'
import type { Report } from '../report/report.ts'
import { alignmentOf, bandColour, columnWidths, labelColumns } from './measures.ts'
import {
  boxText,
  type PrintedGrid,
  printedPreamble,
  printedSections,
  printedTitle,
  printedTitleLines,
} from './printed.ts'
import { isSecondHeading } from './prose.ts'

/** Documents after which the worker is replaced, and seconds a document may take. */
const recycleAfter = 100
const mostSeconds = 60

const gridData = (grid: PrintedGrid) => {
  const labels = labelColumns(grid)
  return {
    rows: grid.rows,
    headRows: grid.headRows,
    widths: columnWidths(grid),
    band: bandColour,
    // Fifteen columns without labels leave about a centimetre to each.
    size: labels === 0 ? 9 : 10,
    inset: labels === 0 ? 0.6 : 1.2,
    boxes: grid.boxes.map((box) => ({
      row: box.row,
      column: box.column,
      rowSpan: box.rowSpan,
      colSpan: box.colSpan,
      text: boxText(box),
      align: alignmentOf(box, labels),
      shaded: box.kind === 'band',
    })),
  }
}

/** What `report.typ` prints. */
const dataOf = (report: Report, on: Day): string =>
  JSON.stringify({
    on: partsOf(on),
    title: printedTitle(report),
    titleLines: printedTitleLines(report),
    author: report.organ ? [report.organ.name.toWellFormed()] : [],
    preamble: printedPreamble(report),
    sections: printedSections(report).map(({ heading, paragraphs, grid, remark }) => ({
      heading,
      paragraphs: paragraphs.map((text) => ({ text, second: isSecondHeading(text) })),
      grid: grid && gridData(grid),
      remark,
    })),
  })

type Answer = { readonly bytes: Uint8Array } | { readonly error: string }

let worker: Worker | null = null
let done = 0
let queue: Promise<unknown> = Promise.resolve()

const retire = (): void => {
  void worker?.terminate()
  worker = null
  done = 0
}

const ask = (data: string): Promise<Uint8Array> => {
  worker ??= new Worker(new URL('./pdf-worker.ts', import.meta.url))
  const current = worker
  current.ref()
  return new Promise<Uint8Array>((resolve, reject) => {
    const finish = (last: () => void) => {
      clearTimeout(timer)
      current.off('error', fail).off('exit', end).off('message', answer)
      current.unref()
      last()
    }
    const fail = (error: Error) =>
      finish(() => {
        retire()
        reject(error)
      })
    const end = () => fail(new Error('PDF worker ended'))
    const answer = (said: Answer) =>
      finish(() => {
        if (++done >= recycleAfter) retire()
        if ('bytes' in said) resolve(said.bytes)
        else reject(new Error(said.error))
      })
    const timer = setTimeout(
      () => fail(new Error(`PDF not ready after ${mostSeconds} s`)),
      mostSeconds * 1000,
    )
    current.on('error', fail).on('exit', end).on('message', answer)
    current.postMessage(data)
  })
}

const today = (): Day => {
  const now = new Date()
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/**
 * The whole report as PDF. One is set at a time; others wait.
 *
 * @param on the day the document bears, which PDF/A asks for; the bytes are the same for the same report and day
 */
export const writePdf = (report: Report, on: Day = today()): Promise<Uint8Array> => {
  const next = queue.then(() => ask(dataOf(report, on)))
  queue = next.catch(() => undefined)
  return next
}
