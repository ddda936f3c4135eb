import type { Clock, Step } from '../../law/clock.ts'
import { formatChinese, formatMonthDay } from '../../law/day.ts'
import { zh } from '../../law/glossary.ts'
import { Cites } from './cite.tsx'

const resultOf = ({ due, effect }: Step): string => {
  if (effect === 'ends') return zh('ends')
  if (effect === 'none') return zh('none')
  return due === null ? zh('paused') : `${formatMonthDay(due)}届满`
}

/** For the public: how the day was found, step by step, with the articles in words. */
export function ClockSteps({ steps }: Pick<Clock, 'steps'>) {
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their place
        <li key={index}>
          <div>
            <h3>
              {formatChinese(step.on)} {zh(step.event)}
            </h3>
            <p>{step.because}</p>
            <p className="steps__cites">
              <Cites of={step.cites} audience="public" />
            </p>
          </div>
          <span className="steps__result">{resultOf(step)}</span>
        </li>
      ))}
    </ol>
  )
}

/** For staff: the same as a table. */
export function ClockReasons({ steps }: Pick<Clock, 'steps'>) {
  return (
    <table className="reasons">
      <caption className="sr">期限的计算步骤</caption>
      <tbody>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their place
          <tr key={index}>
            <th scope="row">{formatMonthDay(step.on)}</th>
            <td>{step.because}</td>
            <td>{resultOf(step)}</td>
            <td>
              <Cites of={step.cites} audience="staff" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
