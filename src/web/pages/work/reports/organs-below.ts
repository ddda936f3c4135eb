import type { Api } from '../../../desk/api.ts'
import { told } from '../told.ts'

export interface NamedOrgan {
  readonly id: string
  readonly name: string
}

/** An organ and all below it, with their names: those whose reports it has to examine. */
export async function organsBelow(api: Api, top: string): Promise<readonly NamedOrgan[]> {
  const { rows } = told(await api.call('listPublicOrgans', {}))
  const below = (organ: string): readonly NamedOrgan[] =>
    rows.filter(({ parent }) => parent === organ).flatMap(({ id, name }) => [{ id, name }, ...below(id)])
  return [...rows.filter(({ id }) => id === top).map(({ id, name }) => ({ id, name })), ...below(top)]
}
