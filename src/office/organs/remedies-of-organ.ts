import type { Citation } from '../../law/citation.ts'
import { type OrganKind, reviewOrgans } from '../../law/review-organs.ts'
import type { OrganRecord } from './organ.ts'

export interface RemediesOfOrgan {
  /** Where to apply for review: names as far as the tree of organs knows them, else the words of the statute. */
  readonly review: readonly { readonly name: string; readonly from: 'override' | 'tree' | 'statute' }[]
  readonly court: {
    readonly name: string
    readonly level: 'basic' | 'intermediate'
    readonly from: 'override' | 'statute'
  }
  readonly cites: readonly Citation[]
  readonly courtCites: readonly Citation[]
}

const governments: ReadonlySet<OrganKind> = new Set(['localGovernment', 'provincialGovernment', 'township'])
/** Governments that review (复议法§24): a township has no such power. */
const reviewing: ReadonlySet<OrganKind> = new Set(['localGovernment', 'provincialGovernment'])

/**
 * Reviewing organ and court of an organ, by the data of the law and the tree of organs; what an organ sets itself
 * goes before (复议法§24–28, 诉讼法§14–15). A circle in the tree ends the search.
 */
export function remediesOfOrgan(
  organ: OrganRecord,
  byCode: (code: string) => OrganRecord | undefined,
): RemediesOfOrgan {
  const rule = reviewOrgans[organ.kind]
  const review =
    organ.reviewOrgan !== ''
      ? organ.reviewOrgan.split('、').map((name) => ({ name, from: 'override' as const }))
      : rule.organs.map((words) => {
          const found = named(words, organ, byCode)
          return found === null
            ? { name: words, from: 'statute' as const }
            : { name: found, from: 'tree' as const }
        })
  const words = rule.court === 'basic' ? '有管辖权的基层人民法院' : '有管辖权的中级人民法院'
  return {
    review,
    court:
      organ.court === ''
        ? { name: words, level: rule.court, from: 'statute' }
        : { name: organ.court, level: rule.court, from: 'override' },
    cites: rule.cites,
    courtCites: rule.courtCites,
  }
}

/** The organ that the words of the statute mean for this one, where the tree tells; else null. */
function named(
  words: string,
  organ: OrganRecord,
  byCode: (code: string) => OrganRecord | undefined,
): string | null {
  const above = ancestors(organ, byCode)
  const government = above.find(({ kind }) => reviewing.has(kind))
  switch (words) {
    case '本机关':
      return organ.name
    case '本级人民政府':
      return government !== undefined && government.level === organ.level ? government.name : null
    case '上一级人民政府':
    case '县级人民政府':
    case '设立派出机构的部门的本级人民政府':
      return government?.name ?? null
    case '上一级海关':
    case '上一级主管部门':
    case '上一级司法行政部门': {
      // Only where the tree follows the line of command; a government above is not of that line.
      const superior = above[0]
      return superior !== undefined && superior.kind === organ.kind && !governments.has(superior.kind)
        ? superior.name
        : null
    }
    default:
      return null
  }
}

function ancestors(
  organ: OrganRecord,
  byCode: (code: string) => OrganRecord | undefined,
): readonly OrganRecord[] {
  const seen = new Set([organ.code])
  const found: OrganRecord[] = []
  for (let code = organ.parent; code !== '' && !seen.has(code); ) {
    seen.add(code)
    const next = byCode(code)
    if (next === undefined) break
    found.push(next)
    code = next.parent
  }
  return found
}
