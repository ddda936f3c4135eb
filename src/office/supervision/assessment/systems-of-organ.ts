/** The systems of indicators an organ assesses by: those that come with the house, and its own in versions. */
import type { Office, OrganId, Shared } from '../../ports.ts'
import type { SupervisionRefusal } from '../refusal.ts'
import { checkSystem, type SystemFault } from './check-system.ts'
import { type Acting, change, incomplete, type Outcome, personalIn, readAll, readOne } from './keep.ts'
import type { SystemFacts } from './record.ts'
import { allLeaves, faultsOf, type IndicatorSystem } from './system.ts'
import { standardSystems } from './systems/standard-systems.ts'

export interface KnownSystem {
  readonly system: IndicatorSystem
  /** Empty for one that comes with the house. */
  readonly versions: SystemFacts['versions']
}

/** The organ's own, the newest year first, then those that come with the house. */
export async function systemsOf(
  office: Pick<Shared, 'assessments'>,
  organ: OrganId,
): Promise<readonly KnownSystem[]> {
  const own = (await readAll(office, [organ], 'system')).filter(({ state }) => state === 'open')
  const known = own.map(({ system, versions }) => ({ system, versions }))
  const standard = standardSystems
    .filter(({ id }) => !own.some((each) => each.system.id === id))
    .map((system) => ({ system, versions: [] }))
  return [...known.toSorted((a, b) => b.system.year - a.system.year), ...standard]
}

/** The organ's own of that id, else the one that comes with the house; null where there is neither. */
export async function systemOf(
  office: Pick<Shared, 'assessments'>,
  organ: OrganId,
  id: string,
): Promise<KnownSystem | null> {
  const own = await readOne(office, organ, 'system', id)
  if (own !== null && own.state === 'open') return { system: own.system, versions: own.versions }
  const system = standardSystems.find((each) => each.id === id)
  return system === undefined ? null : { system, versions: [] }
}

export type SaveOutcome =
  | Outcome<'system'>
  | (SupervisionRefusal & { readonly faults: readonly SystemFault[] })

const textsOf = (system: IndicatorSystem): readonly string[] => [
  system.name,
  system.source.title,
  system.source.note,
  ...allLeaves(system).flatMap((leaf) => [leaf.caption, ...faultsOf(leaf).map(({ caption }) => caption)]),
]

/** Keeps a system as a new version. What does not add up is told all at once, and nothing is kept. */
export async function saveSystem(
  office: Office,
  saving: Acting & {
    readonly system: IndicatorSystem
    readonly reason: string
  },
): Promise<SaveOutcome> {
  const { system, reason, on } = saving
  const faults = checkSystem(system)
  if (faults.length > 0)
    return { ...incomplete(`指标体系有 ${faults.length} 处需要改正：${faults[0]!.message}`), faults }
  return change(
    office,
    { ...saving, kind: 'system', id: system.id },
    () => personalIn([...textsOf(system), reason]) ?? { kind: 'systemSaved', on, data: { system, reason } },
  )
}
