import { useState } from 'react'
import type { Reference } from '../../../../report/prose.ts'
import { Button } from '../../../ui/button.tsx'
import { figuresFor, type LiveFigure } from './live-figures.ts'

interface InsertFigureProps {
  readonly figures: readonly LiveFigure[]
  readonly onChoose: (reference: Reference) => void
}

const most = 8

/** Looks a figure up and puts it into the text: this year's, last year's, or the difference. Needs script. */
export function InsertFigure({ figures, onChoose }: InsertFigureProps) {
  const [asked, setAsked] = useState('')
  const found = figuresFor(figures, asked, most)
  return (
    <div className="stack">
      <label className="field__label">
        找一个数字
        <input
          className="input"
          type="search"
          value={asked}
          placeholder="例如：新收、不予公开、行政处罚"
          onChange={({ target }) => setAsked(target.value)}
        />
      </label>
      <ul className="annual__figures" aria-label="找到的数字">
        {found.map(({ key, caption, group, now, last }) => (
          <li key={key}>
            <span>
              {caption}
              <small className="annual__small">
                {group} · 本年 {now ?? '没有'}
                {last !== null && `，上年 ${last}`}
              </small>
            </span>
            <span className="annual__acts">
              <Button small onClick={() => onChoose({ of: 'now', key })} aria-label={`插入本年：${caption}`}>
                本年
              </Button>
              {last !== null && (
                <>
                  <Button
                    small
                    onClick={() => onChoose({ of: 'last', key })}
                    aria-label={`插入上年：${caption}`}
                  >
                    上年
                  </Button>
                  <Button
                    small
                    onClick={() => onChoose({ of: 'change', key })}
                    aria-label={`插入增减：${caption}`}
                  >
                    增减
                  </Button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>没有找到，请换一个词。</p>}
      <p className="annual__small">插入的数字与表格相连：表格变了，正文跟着变，不会前后不一。</p>
    </div>
  )
}
