import { Fragment } from 'react'
import type { Loss, Score, Scored } from '../../../../office/supervision/assessment/score.ts'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { scoreText } from './score-text.ts'
import './assessment.css'

interface ScoreTreeProps {
  readonly title: string
  readonly score: Score
}

const verdicts = { vetoed: '单项否决', failed: '不合格', passed: '' } as const

/** The score with every point that was lost, and why. */
export const ScoreTree = ({ title, score }: ScoreTreeProps) => (
  <Panel
    kind="list"
    title={title}
    aside={
      <strong className="assess__total">
        {scoreText(score.total)} 分{score.grade === null ? '' : ` · ${score.grade}`}
      </strong>
    }
  >
    {score.vetoes.length > 0 && (
      <Note state="late" title={verdicts.vetoed}>
        <ul className="list">
          {score.vetoes.map(({ id, caption, found }) => (
            <li key={id}>
              {caption}：{found.map(({ what, where }) => `${what}（${where}）`).join('；')}
            </li>
          ))}
        </ul>
      </Note>
    )}
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its page is moved by the keyboard too */}
    <section className="form__box" aria-label={title} tabIndex={0}>
      <table className="table">
        <caption className="sr">{title}</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col" className="num">
              分值
            </th>
            <th scope="col" className="num">
              得分
            </th>
            <th scope="col">失分的原因</th>
          </tr>
        </thead>
        <tbody>
          <Rows scored={score.indicators} depth={0} />
          {score.bonus.length > 0 && <Rows scored={score.bonus} depth={0} bonus />}
        </tbody>
        <tfoot>
          {score.steps.map(({ caption, points }) => (
            <tr key={caption}>
              <th scope="row">{caption}</th>
              <td />
              <td className="num">{scoreText(points)}</td>
              <td />
            </tr>
          ))}
          <tr>
            <th scope="row">得分</th>
            <td />
            <td className="num">
              <strong>{scoreText(score.total)}</strong>
            </td>
            <td>{verdicts[score.verdict]}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  </Panel>
)

const Rows = ({
  scored,
  depth,
  bonus = false,
}: {
  readonly scored: readonly Scored[]
  readonly depth: number
  readonly bonus?: boolean
}) => (
  <>
    {scored.map(({ id, caption, worth, points, absentBecause, losses, children }) => (
      <Fragment key={id}>
        <tr>
          <th scope="row">
            <span data-depth={Math.min(depth, 5)}>
              {bonus && '加分：'}
              {caption}
            </span>
          </th>
          <td className="num">{scoreText(worth)}</td>
          <td className="num">{scoreText(points)}</td>
          <td>{absentBecause === null ? !bonus && <Losses of={losses} /> : `不适用：${absentBecause}`}</td>
        </tr>
        <Rows scored={children} depth={depth + 1} bonus={bonus} />
      </Fragment>
    ))}
  </>
)

const Losses = ({ of }: { readonly of: readonly Loss[] }) =>
  of.length > 0 && (
    <ul className="assess__losses">
      {of.map(({ kind, caption, rule, basis, times, lost, found }) => (
        <li key={`${kind} ${caption}`}>
          <strong>
            {lost < 0 ? '+' : '−'}
            {scoreText(Math.abs(lost))}
          </strong>{' '}
          {caption}
          {times > 1 && ` × ${times}`}
          <small>
            {rule}
            {basis === null ? '' : `；依据 ${basis}`}
          </small>
          {found.map((each) => (
            <small key={each.id}>
              {each.what}（{each.where}）
            </small>
          ))}
        </li>
      ))}
    </ul>
  )
