import { Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { paperPurposes } from '../../../office/requests/paper-purposes.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { byteSize } from '../../ui/byte-size.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { LetterLinks } from './letter-links.tsx'
import { namelessPaper } from './paper-state.tsx'
import { lettersHref, paperHref, papersHref } from './rooms.ts'

type File = AnsweredBy<'readRequest'>

interface Of {
  readonly organ: string
  readonly request: string
}

/** Letters made out in a case, to be downloaded as they are sent or as they can be edited. */
export function CaseLetters({ organ, request, letters }: Of & Pick<File, 'letters'>) {
  return (
    <Panel title="文书" aside={<Link to={lettersHref(organ, request)}>作废、补出</Link>}>
      {letters.length === 0 ? (
        <EmptyState title="还没有文书">确认收到后出具回执。</EmptyState>
      ) : (
        <ul className="case__files">
          {letters.map((letter) => (
            <li key={letter.id}>
              <div>
                {letter.title}
                <br />
                <span>
                  {letter.letterNo}，{formatChinese(letter.issuedOn)}
                  {letter.voided !== null && '，已作废'}
                  {letter.servedOn !== null && `，${formatChinese(letter.servedOn)}送达`}
                </span>
              </div>
              <LetterLinks organ={organ} request={request} letter={letter} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

const enclosureWords = { cleared: '，已放行', withheld: '，不提供' } as const

/** Papers on file. A name that the reader may not know is not shown, and the paper not offered. */
export function CasePapers({ organ, request, papers }: Of & Pick<File, 'papers'>) {
  return (
    <Panel title="材料" aside={<Link to={papersHref(organ, request)}>添加、核查</Link>}>
      {papers.length === 0 && <p className="text-ink-2">还没有材料。</p>}
      <ul className="case__files">
        {papers.map(({ id, name, purpose, addedOn, size, decided }) => (
          <li key={id}>
            {name === null ? namelessPaper : <a href={paperHref(organ, request, id)}>{name}</a>}
            <span>
              {paperPurposes[purpose].caption}，{formatChinese(addedOn)}
              {size !== null && <>，{byteSize(size)}</>}
              {purpose === 'enclosure' && (decided === null ? '，尚未核查' : enclosureWords[decided.as])}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
