import { memo } from 'react'
import type { Readings } from '../../../../report/reading.ts'
import { findingLook } from '../../../ui/finding-look.ts'
import { cellId, findingId, markId, saidId } from './anchors.ts'
import type { PlacedFinding } from './findings-order.ts'
import type { MarkedBlock, MarkedSource, Stretch } from './marked-source.ts'

interface SourceViewProps {
  readonly source: MarkedSource
  readonly readings: Readings
  readonly findings: readonly PlacedFinding[]
}

type Look = 'late' | 'soon' | 'plain'

interface Badge {
  readonly number: number
  readonly look: Look
}

/** What stands at the places of the source: how each was read, and the numbers of findings. */
interface Places {
  readonly cellOf: (mark: number) => string
  readonly kindOf: (mark: number) => string | undefined
  readonly badgesOf: (mark: number) => readonly Badge[]
  readonly badgesSaid: (said: number) => readonly Badge[]
}

function placesOf({ source, readings, findings }: SourceViewProps): Places {
  const cellOf = (mark: number) => source.marks[mark]?.[0] ?? ''
  const badge = ({ number, finding }: PlacedFinding): Badge => ({ number, look: findingLook(finding).mark })
  const byMark = Map.groupBy(
    findings.filter(({ cell }) => cell !== null),
    ({ cell }) => source.markOf[cell ?? ''],
  )
  const bySaid = Map.groupBy(findings, ({ said }) => said)
  return {
    cellOf,
    kindOf: (mark) => {
      const kind = readings[cellOf(mark)]?.kind
      return kind === 'number' ? undefined : kind
    },
    badgesOf: (mark) => (byMark.get(mark) ?? []).map(badge),
    badgesSaid: (said) => (bySaid.get(said) ?? []).map(badge),
  }
}

/** Text that is laid out by spaces means nothing where it is broken. */
export const isLaidOut = ({ blocks }: MarkedSource): boolean =>
  blocks.filter(
    (block) =>
      block.kind === 'line' && / {3,}\S/.test(block.stretches.map(({ text }) => text.trimStart()).join('')),
  ).length > 10

/**
 * The source as it was read, in its own order: lines and tables, with a mark at the place of every cell and at every
 * sentence that is spoken of. A mark leads to its cell.
 */
export const SourceView = memo(function SourceView(props: SourceViewProps) {
  const places = placesOf(props)
  return props.source.blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a block has no other name than its place, and none ever moves
    <Block key={index} block={block} places={places} />
  ))
})

interface Of {
  readonly places: Places
}

function Block({ block, places }: Of & { readonly block: MarkedBlock }) {
  switch (block.kind) {
    case 'page':
      return <h3 className="src__page">第 {block.number} 页</h3>
    case 'sheet':
      return <h3 className="src__page">工作表“{block.name}”</h3>
    case 'line':
      return <Line block={block} places={places} />
    case 'table':
      return <Table block={block} places={places} />
  }
}

type BlockOf<Kind extends MarkedBlock['kind']> = Of & {
  readonly block: MarkedBlock & { readonly kind: Kind }
}

function Line({ block: { stretches, mark, notes = [] }, places }: BlockOf<'line'>) {
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  const inner = stretches.map((stretch, index) => <Piece key={index} stretch={stretch} places={places} />)
  const noted = notes.map((said) => (
    <span key={said} id={saidId(said)} data-said={said}>
      <Badges all={places.badgesSaid(said)} />
    </span>
  ))
  if (mark === undefined) {
    return (
      <p>
        {inner}
        {noted}
      </p>
    )
  }
  return (
    <p id={markId(mark)} className="src__whole">
      {inner}
      <a className="src__to" href={`#${cellId(places.cellOf(mark))}`}>
        本行的格
      </a>
      <Badges all={places.badgesOf(mark)} />
      {noted}
    </p>
  )
}

function Table({ block: { rows, mark }, places }: BlockOf<'table'>) {
  return (
    <div className="src__wide">
      <table id={mark === undefined ? undefined : markId(mark)}>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <tr key={index}>
              {row.map((cell, at) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  key={at}
                  {...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan })}
                  {...(cell.colSpan > 1 && { colSpan: cell.colSpan })}
                >
                  <Piece stretch={cell} places={places} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Piece({ stretch, places }: Of & { readonly stretch: Stretch }) {
  const { text, mark, more, said, opens = [], closes = [] } = stretch
  const marked = mark === undefined ? text : <Marked {...{ mark, text, more, places }} />
  if (said === undefined) return marked
  const [id, ...others] = opens
  return (
    <span className="src__said" data-said={said.join(' ')} {...(id !== undefined && { id: saidId(id) })}>
      {others.map((each) => (
        <span key={each} id={saidId(each)} />
      ))}
      {marked}
      <Badges all={closes.flatMap((each) => places.badgesSaid(each))} />
    </span>
  )
}

interface MarkedProps extends Of {
  readonly mark: number
  readonly text: string
  /** It goes on from a stretch before. */
  readonly more: true | undefined
}

function Marked({ mark, text, more, places }: MarkedProps) {
  const badges = more ? [] : places.badgesOf(mark)
  const kind = places.kindOf(mark)
  return (
    <>
      <a
        {...(!more && { id: markId(mark) })}
        className="src__mark"
        href={`#${cellId(places.cellOf(mark))}`}
        {...(kind !== undefined && { 'data-r': kind })}
        {...(badges[0] !== undefined && { 'data-f': badges[0].look })}
        {...(text.trim() === '' && { 'aria-label': '空格' })}
      >
        {text}
      </a>
      <Badges all={badges} />
    </>
  )
}

const Badges = ({ all }: { readonly all: readonly Badge[] }) =>
  all.map(({ number, look }) => (
    <a
      key={number}
      className="mark"
      data-s={look}
      href={`#${findingId(number)}`}
      aria-label={`发现 ${number}`}
    >
      {number}
    </a>
  ))
