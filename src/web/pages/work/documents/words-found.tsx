import { Link } from 'react-router'
import type { AnsweredBy } from '../../../desk/api.ts'
import { DayText } from '../../../ui/due-date.tsx'
import { Marked } from '../../../ui/marked.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { documentHref } from './document-href.ts'

export type WordsFoundRow = AnsweredBy<'search'>['rows'][number]

interface WordsFoundProps {
  readonly rows: readonly WordsFoundRow[]
  /** Where everybody sees all that was found. */
  readonly more: string
}

/** Published documents that have the words elsewhere than in the title: what everybody finds, and nothing of drafts. */
export const WordsFound = ({ rows, more }: WordsFoundProps) =>
  rows.length > 0 && (
    <Panel title="正文里有这些词的" aside="已经公开的文件，按相关度">
      <ul className="doc-words">
        {rows.map(({ organ, id, title, docNo, publishedOn, snippet }) => (
          <li key={id}>
            <Link to={documentHref(organ, id)}>
              <Marked parts={title} />
            </Link>{' '}
            <span className="doc__under">
              {docNo !== null && <>{docNo}，</>}
              {publishedOn !== null && <DayText day={publishedOn} />}
            </span>
            <p>
              <Marked parts={snippet} />
            </p>
          </li>
        ))}
      </ul>
      <p className="noprint">
        <Link to={more}>在公开网站上查看全部结果</Link>
      </p>
    </Panel>
  )
