import type { ReactNode } from 'react'
import type { Finding, Side } from '../../report/report.ts'
import { Badge } from './badge.tsx'
import { Cites } from './cite.tsx'
import { findingLook } from './finding-look.ts'

interface FindingCardProps {
  /** The same number as at the marked cells. */
  readonly number: number
  readonly finding: Finding
  /** Where it is: the cells and the sentence concerned. */
  readonly where?: ReactNode
  /** What can be done about it: 看原件, 说明情况. */
  readonly acts?: ReactNode
}

/** A finding: what is wrong, on what it rests, and both sides of the relation beside each other. */
export function FindingCard({ number, finding, where, acts }: FindingCardProps) {
  const { mark, badge, word } = findingLook(finding)
  const { left, right } = finding
  return (
    <article className="finding" id={`finding-${number}`}>
      <span className="mark" data-s={mark}>
        <span className="sr">发现</span>
        {number}
      </span>
      <div>
        <h3>{finding.message}</h3>
        {finding.sentence !== undefined && <p>原文：“{finding.sentence}”</p>}
        <div className="finding__rests">
          <Badge state={badge}>{word}</Badge>
          <Cites of={finding.cites} audience="staff" />
        </div>
        {where}
      </div>
      {left && right && <Equation left={left} right={right} verdict={finding.verdict} />}
      {acts !== undefined && <div className="finding__acts">{acts}</div>}
    </article>
  )
}

interface EquationProps extends Pick<Finding, 'verdict'> {
  readonly left: Side
  readonly right: Side
}

const signs = {
  holds: { sign: '=', spoken: '等于', state: 'ok' },
  broken: { sign: '≠', spoken: '不等于', state: 'late' },
  undecidable: { sign: '?', spoken: '与右边的关系不明', state: 'soon' },
} as const

/** Two sides that should be equal, figures first. */
export function Equation({ left, right, verdict }: EquationProps) {
  const { sign, spoken, state } = signs[verdict]
  return (
    <div className="equation">
      <EquationSide side={left} />
      <div className="equation__sign" data-s={state}>
        <span aria-hidden="true">{sign}</span>
        <span className="sr">{spoken}</span>
      </div>
      <EquationSide side={right} />
    </div>
  )
}

const EquationSide = ({ side: { value, text } }: { readonly side: Side }) => (
  <div>
    <b>{value ?? '不明'}</b>
    <small>{text}</small>
  </div>
)
