import type { RefObject } from 'react'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Button } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { findingLook } from '../../../ui/finding-look.ts'
import { Panel } from '../../../ui/panel.tsx'
import { findingId } from '../reports/anchors.ts'
import type { PlacedFinding } from '../reports/findings-order.ts'
import type { AnnualSection } from './annual-words.ts'
import type { LiveFigure } from './live-figures.ts'
import type { ProseHandle } from './prose-editor.tsx'

export interface SectionHelpProps {
  readonly section: AnnualSection
  readonly figures: readonly LiveFigure[]
  readonly alike: AnsweredBy<'listAnnualSimilarities'>['rows']
  readonly findings: readonly PlacedFinding[]
  /** The editor; null without script. */
  readonly prose: RefObject<ProseHandle | null> | null
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** What is found in a section, what the law wants said in it, phrases to take over, and texts it resembles. */
export function SectionHelp({ section, figures, alike, findings, prose }: SectionHelpProps) {
  const { outline, phrase, lastYear, faults, rendered } = section
  const captions = new Map(figures.map(({ key, caption }) => [key, caption]))
  const typed = section.unbound.filter(({ start, end }) => /^[\d,.]+/.test(rendered.slice(start, end)))
  const count = faults.length + findings.length + typed.length
  return (
    <>
      <Panel title="检查" aside={count === 0 ? '没有发现' : `${count} 处`}>
        {count === 0 && <p>保存以后在这里逐句检查：数字与表格不一致、还没有数字的、缺少的内容。</p>}
        <ul className="annual__found">
          {faults.map(({ message }) => (
            <li key={message}>
              <b className="ic ic--late">没有数字</b> {message}
            </li>
          ))}
          {findings.map(({ number, finding }) => (
            <li key={number} id={findingId(number)}>
              <b>
                {findingLook(finding).word} {number}
              </b>{' '}
              {finding.message}
              {finding.sentence !== undefined && <Sentence words={finding.sentence} prose={prose} />}
            </li>
          ))}
          {typed.map(({ start, end, sentence, reference, value, stated }) => (
            <li key={start}>
              <b>手工填写的数字</b> {stated}
              {value === null
                ? '，表格中还没有这个数字。'
                : value === stated
                  ? '，与表格一致。改为与表格相连，以后不会不一致。'
                  : `，表格为 ${value}。`}
              <Sentence words={sentence} prose={prose} />
              {prose !== null && (
                <Button
                  small
                  onClick={() => {
                    const from = Math.max(0, start - Math.max(0, rendered.lastIndexOf(sentence, start)))
                    prose.current?.bind(sentence, from, from + end - start, reference)
                  }}
                >
                  改为相连：{captions.get(reference.key) ?? reference.key}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      {outline.length > 0 && (
        <Panel
          title="应当写到的内容"
          aside={`${outline.filter(({ met }) => met).length} / ${outline.length}`}
        >
          <ul className="annual__outline">
            {outline.map(({ id, what, met, cites }) => (
              <li key={id} data-met={met || undefined}>
                <span className={met ? 'ic ic--ok' : 'ic ic--plain'}>{met ? '已写到' : '还没有写到'}</span>
                <span>
                  {what} <Cites of={cites as never} audience="staff" />
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {phrase !== null && (
        <Panel title="通用的写法">
          <div className="stack">
            <p>{phrase}</p>
            {prose !== null && (
              <div>
                <Button small onClick={() => prose.current?.insertText(phrase)}>
                  插入这一段
                </Button>
              </div>
            )}
          </div>
        </Panel>
      )}
      {lastYear !== null && lastYear.text !== '' && (
        <Panel title="去年的文字" aside={`与今年相似 ${percent(lastYear.similarity)}`}>
          <div className="stack">
            {lastYear.copied.length > 0 && (
              <p>有 {lastYear.copied.length} 句与去年一字不差，请看是不是应当更新。</p>
            )}
            <details>
              <summary>看去年的全文</summary>
              <p className="case__text">{lastYear.text}</p>
            </details>
          </div>
        </Panel>
      )}
      {alike.length > 0 && (
        <Panel title="与其他机关的报告相同" aside={`${alike.length} 份`}>
          <ul className="list">
            {alike.map(({ other, similarity, copied }) => (
              <li key={other.id}>
                {other.name}，相似 {percent(similarity)}
                {copied.map((sentence) => (
                  <Sentence key={sentence} words={sentence} prose={prose} />
                ))}
              </li>
            ))}
          </ul>
          <p className="annual__small">内容雷同是报告常见的毛病，上级机关会退回。请写本机关自己的情况。</p>
        </Panel>
      )}
    </>
  )
}

/** A sentence of the text, which leads to where it stands. */
const Sentence = ({ words, prose }: { readonly words: string } & Pick<SectionHelpProps, 'prose'>) =>
  prose === null ? (
    <q className="annual__sentence">{words}</q>
  ) : (
    <button type="button" className="annual__sentence" onClick={() => prose.current?.mark(words)}>
      “{words}”
    </button>
  )
