import type { Api } from '../../desk/api.ts'

/** Names of those who handle cases at an organ, by id; empty for those who may not know. */
export async function namesAt(api: Api, organ: string): Promise<Readonly<Record<string, string>>> {
  const called = await api.call('listColleagues', { params: { organ } })
  return called.ok ? Object.fromEntries(called.body.rows.map(({ id, name }) => [id, name])) : {}
}
