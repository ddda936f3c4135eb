import { type Ruler, rulerSentence, type Span, type SpanKind, tally } from './ruler.ts'

/** The most days' width a run that does not count is drawn with: it is to be seen, not to fill the picture. */
const widest = 6
const height = 10
const gap = 0.07

interface Box {
  readonly kind: SpanKind
  readonly at: number
  readonly width: number
}

const isHold = ({ kind }: Pick<Span, 'kind'>): boolean => kind === 'held' || kind === 'ahead'

/** Boxes in widths of one day from the left, and the place of today. */
const drawn = ({ spans, gone }: Ruler) => {
  const boxes: Box[] = []
  let at = 0
  let passed = 0
  let now = 0
  for (const span of spans) {
    const hold = isHold(span)
    const width = hold ? Math.min(span.days, widest) : 1
    for (let i = 0; i < (hold ? 1 : span.days); i++) {
      boxes.push({ kind: span.kind, at, width })
      at += width
      passed += hold ? span.days : 1
      if (passed <= gone) now = at
    }
  }
  return { boxes, units: at, now }
}

const names: Readonly<Record<SpanKind, (days: number) => string>> = {
  used: (days) => `已用 ${days} 个工作日`,
  held: (days) => `已停 ${days} 个`,
  ahead: (days) => `至多再停 ${days} 个`,
  left: (days) => `还剩 ${days} 个`,
  provisional: (days) => `还剩 ${days} 个，暂定`,
  over: (days) => `已过 ${days} 个`,
}

interface RulerProps {
  readonly ruler: Ruler
  /** What the day is called up to which it is counted. */
  readonly mark?: string
}

/** The period as a row of boxes, one a working day, with the words below. Hatched does not count, dashed is not fixed. */
export function WorkingDayRuler({ ruler, mark = '今天' }: RulerProps) {
  const { boxes, units, now } = drawn(ruler)
  const days = tally(ruler)
  const place = now / units
  return (
    <div className="ruler">
      <svg className="ruler__today" aria-hidden="true">
        <text
          x={`${(place * 100).toFixed(2)}%`}
          y="90%"
          textAnchor={place < 0.05 ? 'start' : place > 0.95 ? 'end' : 'middle'}
        >
          {mark}
        </text>
      </svg>
      <svg
        className="ruler__track"
        viewBox={`0 0 ${units} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={rulerSentence(ruler)}
      >
        {boxes.map((box, index) => (
          <DayBox key={box.at} box={box} last={index === boxes.length - 1} />
        ))}
        <line className="ruler__now" x1={now} x2={now} y1="0" y2={height} />
      </svg>
      <ul className="ruler__key" aria-hidden="true">
        {(Object.keys(names) as SpanKind[])
          .filter((kind) => days[kind] > 0)
          .map((kind) => (
            <li key={kind}>
              <i data-k={kind} />
              {names[kind](days[kind])}
            </li>
          ))}
      </ul>
    </div>
  )
}

/** Strokes keep their width while the picture is stretched to the page; the hatch is drawn, since a pattern would not. */
function DayBox({ box, last }: { readonly box: Box; readonly last: boolean }) {
  const { kind, at, width } = box
  const left = at + gap
  const right = at + width - gap
  const hatch = isHold(box)
    ? Array.from({ length: Math.floor((right - left) / 0.3) }, (_, i) => left + i * 0.3)
        .map((x) => `M${x.toFixed(2)} ${height - 1}L${(x + 0.3).toFixed(2)} 1`)
        .join('')
    : ''
  return (
    <>
      <rect
        data-k={kind}
        x={left}
        y="1"
        width={right - left}
        height={height - 2}
        data-last={last || undefined}
      />
      {hatch !== '' && <path d={hatch} />}
    </>
  )
}
