/** Whose report it is: what its name and the codes in it say about the organs of the house. A person decides. */
import { similarity } from '../../../report/similarity.ts'
import type { OrganId, OrganRow } from '../../ports.ts'

/** How sure: the stable code stands there; the same name; a name that differs by what is often left out; a likeness. */
export type Certainty = 'code' | 'name' | 'nearName' | 'similar'

export interface Proposal {
  readonly organ: OrganId
  readonly name: string
  readonly certainty: Certainty
  /** Likeness of the names, from 0 to 1. */
  readonly likeness: number
}

export interface Printed {
  /** The organ as the report names it; null where it was not recognised. */
  readonly organName: string | null
  /** File name and index number, in which codes of organs may stand. */
  readonly codes: string
}

/** From this likeness on an organ is worth showing. */
const leastLikeness = 0.5
const mostProposals = 5
const order: readonly Certainty[] = ['code', 'name', 'nearName', 'similar']

/** The organs it may be, the surest first. Pure. */
export function proposals({ organName, codes }: Printed, organs: readonly OrganRow[]): readonly Proposal[] {
  const printed = organName === null ? null : bare(organName)
  const said = codes.toUpperCase().replaceAll('-', '')
  return organs
    .flatMap(({ id, code, name }): readonly Proposal[] => {
      const likeness = printed === null ? 0 : similarity(printed, bare(name))
      const found = { organ: id, name, likeness }
      if (code.length >= 9 && said.includes(code.toUpperCase())) return [{ ...found, certainty: 'code' }]
      if (printed === null) return []
      if (printed === bare(name)) return [{ ...found, certainty: 'name' }]
      if (core(printed) === core(bare(name))) return [{ ...found, certainty: 'nearName' }]
      return likeness >= leastLikeness ? [{ ...found, certainty: 'similar' }] : []
    })
    .toSorted((a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty) || b.likeness - a.likeness)
    .slice(0, mostProposals)
}

/** The one organ that code or name leave no doubt about; null otherwise. Pure. */
export function onlyMatch(found: readonly Proposal[]): OrganId | null {
  const sure = found.filter(({ certainty }) => certainty === 'code' || certainty === 'name')
  return sure.length === 1 ? sure[0]!.organ : null
}

const bare = (name: string): string => name.normalize('NFKC').replace(/[\s（）()]/g, '')

/** What is left of a name without the words that a report's title often leaves out or adds. */
const core = (name: string): string => name.replace(/(?:人民政府|政府)?(?:办公[室厅])?$/, '')
