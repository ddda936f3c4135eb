import { LinkButton } from '../../../ui/button.tsx'
import { filingHref } from './assessment-href.ts'

/** From the page of a thing to the evidence box, with the thing chosen; for whoever may file evidence. */
export const FilingButton = ({ organ, thing }: { readonly organ: string; readonly thing: string }) => (
  <LinkButton to={filingHref(organ, thing)}>归入考核材料</LinkButton>
)
