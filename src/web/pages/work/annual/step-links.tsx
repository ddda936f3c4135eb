import { Button, LinkButton } from '../../../ui/button.tsx'
import { annualYearHref } from '../rooms.ts'
import type { AnnualReport, AnnualStep } from './annual-words.ts'

/** Steps of the organ itself; the others are its superior's. */
export const ownSteps = ['submit', 'publish', 'revise'] as const satisfies readonly AnnualStep[]
export type OwnStep = (typeof ownSteps)[number]

export const stepHref = (report: Pick<AnnualReport, 'organ' | 'year'>, step: OwnStep): string =>
  `${annualYearHref(report.organ.id, report.year)}/steps/${step}`

/** The step that comes next by the stage: open, or with the reason why it is not. */
export function StepLinks({ report }: { readonly report: AnnualReport }) {
  const { status, moves } = report
  const step: OwnStep =
    status === 'published' ? 'revise' : status === 'accepted' || status === 'submitted' ? 'publish' : 'submit'
  const move = moves.find((each) => each.step === step)
  if (move === undefined) return null
  if (!move.open) return <Button disabledBecause={move.reason}>{move.caption}</Button>
  return (
    <LinkButton kind={step === 'revise' ? 'plain' : 'primary'} to={stepHref(report, step)}>
      {move.caption}
    </LinkButton>
  )
}
