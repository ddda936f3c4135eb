/** From the office's view of an annual report to that of the API. */
import type { z } from 'zod'
import type { OrganKind } from '../../../../law/review-organs.ts'
import type { OrganLevel } from '../../../../office/organs/organ.ts'
import { organKinds, organLevels } from '../../../../office/organs/organ.ts'
import type { AnnualFiling, OrganRow } from '../../../../office/ports.ts'
import { origins } from '../../../../office/reports/annual/compile.ts'
import type {
  AnnualAsk,
  AnnualHouse,
  Changed,
  ChangeOutcome,
} from '../../../../office/reports/annual/desk.ts'
import type { FiledOrgan } from '../../../../office/reports/annual/list-filings.ts'
import type {
  AnnualView,
  CellView,
  PlacedFinding,
  SectionView,
} from '../../../../office/reports/annual/read-report.ts'
import type { AlikeSection } from '../../../../office/reports/annual/similarities.ts'
import { annualStatuses } from '../../../../office/reports/annual/state.ts'
import { sectionLayout } from '../../../../report/layout.ts'
import { etagOf } from '../../../http/preconditions.ts'
import type { Problem } from '../../../http/problem.ts'
import { answer } from '../../../http/route.ts'
import type { OrganCaller } from '../../admission.ts'
import { type AnyRefusal, problemIn, refusalProblem } from '../../refusals.ts'
import type {
  alikeSchema,
  cellSchema,
  changedSchema,
  filingSchema,
  findingSchema,
  publicationSchema,
  sectionViewSchema,
  viewSchema,
} from './schemas.ts'

export const houseOf = ({ parts }: Pick<OrganCaller, 'parts'>): AnnualHouse => ({
  office: parts.office,
  register: parts.registerOfDocuments,
})

export const askOf = ({ organ, today, at, actor, standings }: OrganCaller, year: number): AnnualAsk => ({
  organ,
  year,
  today,
  at,
  actor: actor.id,
  standings,
})

const viewOfCell = (cell: CellView): z.input<typeof cellSchema> => {
  const { key, caption, reading, origin, computed, source, change, counted, entry, correction, note } = cell
  return {
    key,
    caption,
    kind: reading.kind,
    value: 'value' in reading ? reading.value : null,
    raw: 'raw' in reading ? reading.raw : '',
    origin,
    originCaption: origins[origin],
    computed,
    source,
    change,
    counted,
    entry,
    correction,
    note,
  }
}

export const viewOfFinding = (finding: PlacedFinding): z.input<typeof findingSchema> => {
  const { rule, severity, verdict, message, cells, section, cites } = finding
  const { sentence = null, left = null, right = null } = finding
  return { rule, severity, verdict, message, cells, sentence, section, left, right, cites }
}

export const viewOfSection = (section: SectionView): z.input<typeof sectionViewSchema> => {
  const { rendered, unbound, asides, ...rest } = section
  return {
    ...rest,
    rendered: rendered.text,
    figures: rendered.figures.map(({ reference, start, end }) => ({ ...reference, start, end })),
    faults: rendered.faults,
    unbound: unbound.map(({ claim, reference, value }) => ({
      start: claim.at[0],
      end: claim.at[1],
      stated: claim.value,
      sentence: claim.sentence,
      reference,
      value,
    })),
    asides: asides.map(({ text: hash, ...aside }) => ({ ...aside, hash })),
  }
}

export const viewOfPublication = ({
  number,
  publishedOn,
  reason,
  snapshot,
}: AnnualFiling['publications'][number]): z.input<typeof publicationSchema> => ({
  number,
  publishedOn,
  reason,
  digest: snapshot,
})

export function viewOfReport(organ: OrganRow, view: AnnualView): z.input<typeof viewSchema> {
  const { year, edition, state, deadline, basis } = view
  const { status, submission, returned, accepted, revision, publications } = state
  return {
    organ: { id: organ.id, name: organ.name },
    year,
    edition: { id: edition.id, title: edition.title },
    version: state.version,
    status,
    statusCaption: annualStatuses[status],
    basis,
    deadline,
    form: edition.sections.map(({ number, title, content }) => ({
      number,
      title,
      content,
      grid: sectionLayout(edition, number),
    })),
    cells: view.cells.map(viewOfCell),
    asked: view.asked,
    sections: view.sections.map(viewOfSection),
    findings: view.findings.map(viewOfFinding),
    obstacles: view.obstacles,
    moves: view.moves.map(({ step, caption, refusal }) => ({
      step,
      caption,
      open: refusal === null,
      reason: refusal?.message ?? null,
      cites: refusal?.cites ?? [],
    })),
    counting: view.counting,
    submission: submission && { ...submission, digest: submission.snapshot },
    returned,
    accepted,
    revision,
    publications: publications.map(({ number, on, reason, snapshot }) => ({
      number,
      publishedOn: on,
      reason,
      digest: snapshot,
    })),
  }
}

/** How far a report has come; nothing where it was not begun. */
export function viewOfStage(filing: AnnualFiling | null) {
  const status = filing?.status ?? 'writing'
  return {
    status,
    statusCaption: annualStatuses[status],
    submittedOn: filing?.submittedOn ?? null,
    acceptedOn: filing?.acceptedOn ?? null,
    publishedOn: filing?.publishedOn ?? null,
    findings: filing?.findings ?? null,
    publications: (filing?.publications ?? []).map(viewOfPublication),
  }
}

export function viewOfFiling({
  organ,
  filing,
  deadline,
  late,
  daysLate,
  clean,
}: FiledOrgan): z.input<typeof filingSchema> {
  const level = organ.level as OrganLevel
  return {
    organ: {
      id: organ.id,
      name: organ.name,
      level,
      levelCaption: organLevels[level],
      kind: organ.kind,
      kindCaption: organKinds[organ.kind as OrganKind] ?? organ.kind,
    },
    year: filing?.year ?? Number(deadline.day.slice(0, 4)) - 1,
    ...viewOfStage(filing),
    late,
    daysLate,
    clean,
    deadline,
  }
}

export const viewOfAlike = (
  { section, one, other, similarity, copied }: AlikeSection,
  names: ReadonlyMap<string, string>,
): z.input<typeof alikeSchema> => ({
  section,
  one: { id: one, name: names.get(one) ?? one },
  other: { id: other, name: names.get(other) ?? other },
  similarity,
  copied,
})

const viewOfChanged = ({ version, state }: Changed): z.input<typeof changedSchema> => ({
  version,
  status: state.status,
  statusCaption: annualStatuses[state.status],
})

/** A refusal with every place that has to be put right. */
export function refusalOf(refusal: AnyRefusal & { readonly obstacles?: readonly Obstacle[] }): Problem {
  const errors = refusal.obstacles?.map(({ about, message }) => ({ field: about, caption: about, message }))
  return refusalProblem(refusal, errors)
}

interface Obstacle {
  readonly about: string
  readonly message: string
}

/** What became of a change. */
export function changedAnswer(outcome: ChangeOutcome) {
  if ('failure' in outcome) return problemIn(outcome)!
  if (outcome.refused) return refusalOf(outcome)
  return answer(200, viewOfChanged(outcome), { etag: etagOf(outcome.version) })
}
