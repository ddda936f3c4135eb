import { Link } from 'react-router'
import { Badge } from '../../ui/badge.tsx'
import type { ListedDocument } from './listed-document.ts'
import './documents.css'

/** Published documents, the newest first: what it is called, when it was published, what it is. */
export const DocumentList = ({ documents }: { readonly documents: readonly ListedDocument[] }) => (
  <ul className="documents">
    {documents.map(({ title, href, publishedOn, column, number, publisher, interpretation, ended }) => (
      <li key={href}>
        <Link to={href}>{title}</Link>
        {publishedOn !== null && <time dateTime={publishedOn}>{publishedOn}</time>}
        <p>
          {ended !== null && <Badge state="plain">{ended}</Badge>}
          {publisher !== null && <span>{publisher}</span>}
          <span>{column}</span>
          {number !== null && <span>{number}</span>}
          {interpretation !== null && (
            <Link to={interpretation} aria-label={`有解读 ${title}`}>
              有解读
            </Link>
          )}
        </p>
      </li>
    ))}
  </ul>
)
