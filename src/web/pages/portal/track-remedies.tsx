import { Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Tracked } from './track-view.tsx'

interface TrackRemediesProps extends Pick<Tracked, 'remedies'> {
  readonly guide: string
}

/** Where to turn, and until when (条例§51). */
export function TrackRemedies({ remedies, guide }: TrackRemediesProps) {
  if (remedies === null)
    return (
      <Panel title="对办理不满意">
        <p>
          答复书会写明向谁提出、到哪一天为止；逾期没有答复的，在这里列出。一般的办法见
          <Link to={guide}>指南</Link>。
        </p>
      </Panel>
    )
  const { against, says, reviewOrgans, court, onlineReview, reviewBy, suitBy, firm, cites } = remedies
  const last = (day: typeof reviewBy) =>
    day === null ? '自知道之日起算' : `${formatChinese(day)}${firm ? '' : '（暂定）'}`
  return (
    <Panel title={against === 'reply' ? '不服答复的' : '逾期没有答复的'}>
      <div className="stack">
        {says.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Facts
          facts={[
            { label: '行政复议机关', value: reviewOrgans.join('、') },
            { label: '申请复议至', value: last(reviewBy) },
            { label: '人民法院', value: court },
            { label: '起诉至', value: last(suitBy) },
          ].filter(({ value }) => value !== '')}
        />
        {onlineReview !== null && (
          <p>
            <a href={onlineReview}>网上申请行政复议</a>
          </p>
        )}
        <p>
          {cites.map((cite) => (
            <span className="cite" key={cite}>
              {cite}
            </span>
          ))}
        </p>
      </div>
    </Panel>
  )
}
