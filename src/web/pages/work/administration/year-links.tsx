import { LinkButton } from '../../../ui/button.tsx'

/** Goes to the same page for the year before or after. */
export const YearLinks = ({ year }: { readonly year: number }) => (
  <nav className="year-links noprint" aria-label="年份">
    <LinkButton to={`?year=${year - 1}`}>{`${year - 1}年`}</LinkButton>
    <strong aria-current="page">{year}年</strong>
    <LinkButton to={`?year=${year + 1}`}>{`${year + 1}年`}</LinkButton>
  </nav>
)
