import { Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { type Validity, validities } from '../../../office/documents/validity.ts'
import { Badge } from '../../ui/badge.tsx'
import { Note } from '../../ui/note.tsx'
import { hasEnded } from './listed-document.ts'
import type { WholeDocument } from './published-document.ts'

/** 有效性 in a word, with the day on which it ends or begins. */
export function ValidityMark({ document }: { readonly document: WholeDocument }) {
  const { validity, expiresOn, effectiveOn, current } = document
  if (validity === null) return null
  if (!current) return <Badge state="plain">已修改</Badge>
  const until = validity === 'inForce' && expiresOn !== null ? `至${formatChinese(expiresOn)}` : ''
  const from = validity === 'notYet' && effectiveOn !== null ? `自${formatChinese(effectiveOn)}起施行` : ''
  return (
    <>
      <Badge state={validity === 'inForce' ? 'ok' : validity === 'notYet' ? 'prov' : 'plain'}>
        {validities[validity]}
      </Badge>{' '}
      {until}
      {from}
    </>
  )
}

const ends: Readonly<Partial<Record<Validity, string>>> = {
  repealed: '已经废止',
  expired: '已经失效',
  superseded: '已经被取代',
}

/** That a document no longer binds: since when, why, and by what. */
export function ValidityNote({ document }: { readonly document: WholeDocument }) {
  const { validity, ending, expiresOn, related, class: of } = document
  if (!hasEnded(validity)) return null
  const by = ending?.by ?? null
  const other = related.find(
    ({ id, docNo }) => id === ending?.document || (by !== null && (id === by || docNo === by)),
  )
  const since = ending?.on ?? null
  const explains = of === 'interpretation'
  return (
    <Note state="late" title={`${explains ? '所解读的文件' : '这份文件'}${ends[validity!]}`}>
      <p>
        {since !== null && !explains
          ? `自${formatChinese(since)}起不再执行。`
          : expiresOn !== null && `有效期至${formatChinese(expiresOn)}，已经届满。`}
        {ending?.because}
      </p>
      {other !== undefined ? (
        <p>
          {validity === 'superseded' ? '现行规定见' : '依据'}
          <Link to={other.path}>{other.title}</Link>
        </p>
      ) : (
        by !== null && /〔\d{4}〕/.test(by) && <p>依据：{by}</p>
      )}
    </Note>
  )
}
