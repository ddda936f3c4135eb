import type { Metric } from '../../../../report/claims.ts'
import { type MetricEntry, metrics } from '../../../../report/claims.ts'
import { editions } from '../../../../report/editions/index.ts'
import type { SectionNumber } from '../../../../report/form.ts'
import { digits } from '../../../../writer/printed.ts'
import { paragraphs } from '../../../../writer/prose.ts'
import type { ReportJson } from '../../../../writer/schema.ts'
import type { PlacedFinding } from './findings-order.ts'
import { type MarkedBlock, markSource } from './marked-source.ts'
import type { SourceBlock } from './source-places.ts'

/** A sentence that states figures, with what was understood of it. */
export interface ToldSentence {
  readonly text: string
  /** 新收申请 157 件 */
  readonly figures: readonly string[]
  /** Numbers of the findings about it. */
  readonly findings: readonly number[]
  /** Number of the sentence in the source; null where it was not found there. */
  readonly said: number | null
}

/** The prose of a section: its paragraphs, and the sentences in them that state figures. */
export interface ProseSection {
  readonly number: SectionNumber
  /** As printed. */
  readonly title: string
  readonly paragraphs: readonly MarkedBlock[]
  readonly sentences: readonly ToldSentence[]
  /** Sentences that stand in no paragraph shown. */
  readonly loose: readonly number[]
}

/**
 * The prose of each section with its figures. Of sections that hold tables only the sentences with figures are told:
 * sources that are plain text have the tables in the section's text.
 */
export function proseSections(
  report: ReportJson,
  findings: readonly PlacedFinding[],
  saidOf: (sentence: string) => number | null,
): readonly ProseSection[] {
  const holdsTables = new Set<number>(
    report.edition === 'pre2019'
      ? []
      : editions[report.edition ?? '2021'].sections.flatMap(({ number, content }) =>
          content === 'tables' ? [number] : [],
        ),
  )
  return report.sections.map(({ number, title, text }) => {
    const claims = Map.groupBy(
      report.claims.filter(({ section }) => section === number),
      ({ sentence }) => sentence,
    )
    const sentences = [...claims].map(
      ([sentence, told]): ToldSentence => ({
        text: sentence.replace(/\s+/g, ''),
        figures: told.map(figureWords),
        findings: findings.filter(({ finding }) => finding.sentence === sentence).map((each) => each.number),
        said: saidOf(sentence),
      }),
    )
    const lines = holdsTables.has(number) ? [] : paragraphs(text)
    const marked = markSource(lines.map(asLine), {}, sentences)
    return {
      number: number as SectionNumber,
      title,
      paragraphs: marked.blocks,
      sentences,
      loose: marked.found.flatMap((found, index) => (found ? [] : [index])),
    }
  })
}

const asLine = (text: string): SourceBlock => ({ kind: 'line', text, place: {} })

/** A figure of the prose in a few words: 新收申请 157 件, with what the text says of its scope. */
function figureWords({
  metric,
  value,
  unit,
  label,
  scope,
  approximate,
}: ReportJson['claims'][number]): string {
  const entry: MetricEntry | undefined = metrics[metric as Metric]
  const of = [label, scope].filter(Boolean).join('，')
  return `${entry?.caption ?? ''}${of === '' ? '' : `（${of}）`} ${approximate ? '约 ' : ''}${digits(value)}${unit ? ` ${unit}` : ''}`.trim()
}
