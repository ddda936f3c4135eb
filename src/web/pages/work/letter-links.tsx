import type { AnsweredBy } from '../../desk/api.ts'
import { lettersHref } from './rooms.ts'

interface LinksProps {
  readonly organ: string
  readonly request: string
  readonly letter: Pick<
    AnsweredBy<'readRequest'>['letters'][number],
    'id' | 'title' | 'letterNo' | 'readable'
  >
}

/** A letter as it is sent, and as it can be edited. Whoever may not open it is told so. */
export function LetterLinks({ organ, request, letter: { id, title, letterNo, readable } }: LinksProps) {
  if (!readable) return <span className="text-ink-2">无权查看</span>
  const href = `${lettersHref(organ, request)}/${encodeURIComponent(id)}/file`
  return (
    <span className="deed__acts">
      <a href={href} aria-label={`下载 ${title} ${letterNo} PDF`}>
        PDF
      </a>
      <a href={`${href}?format=docx`} aria-label={`下载 ${title} ${letterNo} DOCX`}>
        DOCX
      </a>
    </span>
  )
}
