/**
 * Invented reports with known figures for the benchmarks: the shapes of `test/reader/mess.ts`, with as much prose
 * and as much page around them as published reports have. The same seed gives the same bytes.
 */

import * as fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { editions } from '../src/report/editions/index.ts'
import * as mess from '../test/reader/mess.ts'
import { chrome } from './page.ts'
import { prose } from './prose.ts'

/** One generated file. */
export interface Sample {
  readonly name: string
  readonly bytes: Uint8Array
  /** Cells with a figure, by key: what a reader has to find. */
  readonly printed: mess.Printed
}

const seed = 20_261_122
const toTraditional = Converter({ from: 'cn', to: 'tw' })
const utf8 = new TextEncoder()

/** The one sentence that `mess.ts` puts in place of a section's prose. */
const placeholder = '本机关依法公开政府信息，各项工作有序开展。'

/** Puts paragraphs in place of the sentences; the sections of prose are the first and the last two. */
const withProse = (text: string, index: number, values: Readonly<Record<string, number>>, join: string) => {
  let section = 0
  return text.replaceAll(placeholder, () => prose(index, section++, values).join(join))
}

interface Plan {
  readonly edition: (typeof editions)[keyof typeof editions]
  readonly values: Readonly<Record<string, number>>
  readonly printed: mess.Printed
  readonly style: mess.Style
  readonly traditional: boolean
}

/**
 * What the `count` reports are: two in three of the form of 2021; half with half-width brackets, one in four with
 * misspelt captions, one in ten in traditional script; zeros printed as 0 in half of them, else empty or dashes.
 */
const plans = (count: number): readonly Plan[] => {
  const draw = (id: keyof typeof editions, path: number) =>
    fc.sample(mess.figures(id), { seed: seed + path, numRuns: count })
  const figures = { '2019': draw('2019', 0), '2021': draw('2021', 1) }
  const zeros: readonly mess.Zero[] = ['0', '', '0', '/', '0', '—']
  return Array.from({ length: count }, (_, i) => {
    const id = i % 3 === 2 ? '2019' : '2021'
    const values = figures[id][i] as Readonly<Record<string, number>>
    return {
      edition: editions[id],
      values,
      printed: mess.print(values, zeros[i % zeros.length] as mess.Zero),
      // The whole page is converted afterwards, prose and navigation included.
      style: { halfWidth: i % 2 === 1, typos: i % 4 === 3, traditional: false },
      traditional: i % 10 === 9,
    }
  })
}

const sample = (name: string, text: string, { traditional, printed }: Plan): Sample => ({
  name,
  bytes: utf8.encode(traditional ? toTraditional(text) : text),
  printed,
})

/** Cells as word processors leave them in a page: a styled cell, paragraph and span around each figure. */
const styled = (html: string): string =>
  html.replaceAll(
    /<td( rowspan="\d+" colspan="\d+")?>([^<]*)<\/td>/g,
    (_, spans: string | undefined, text: string) =>
      `<td${spans ?? ''} style="border:1px solid #000;padding:0 7px;vertical-align:middle">` +
      `<p style="text-align:center;line-height:24px"><span style="font-family:宋体;font-size:14px">${text || '&nbsp;'}</span></p></td>`,
  )

/** Web pages with navigation, scripts and style sheets around the report; two in three with styled cells. */
export const htmlSamples = (count: number): readonly Sample[] =>
  plans(count).map((plan, i) => {
    const { edition, printed, style, values } = plan
    const spans: mess.Spans = i % 8 === 5 ? 'lying' : 'right'
    const bare = mess.asHtml(edition, printed, style, spans, i % 9 === 4, i % 11 === 7)
    const body = withProse(
      /<body>(.*)<\/body>/s.exec(bare)?.[1] ?? '',
      i,
      values,
      '</p>\n<p style="text-indent:2em">',
    )
    const page = chrome(i % 3 === 0 ? body : styled(body), i)
    return sample(`report-${i}.html`, page, plan)
  })

/** Plain text: pipes, columns by spaces, one cell a line, in turn. */
export const textSamples = (count: number): readonly Sample[] =>
  plans(count).map((plan, i) => {
    const { edition, printed, style, values } = plan
    const [print, join] = (
      [
        [mess.asPipes, '\n'],
        [mess.asColumns, '\n'],
        [mess.asLines, '\n\n'],
      ] as const
    )[i % 3] as readonly [typeof mess.asPipes, string]
    return sample(`report-${i}.txt`, withProse(print(edition, printed, style), i, values, join), plan)
  })
