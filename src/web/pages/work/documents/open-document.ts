import type { DocumentAction } from '../../../../office/requests/document-actions.ts'
import { may } from '../../../../office/requests/permissions.ts'
import type { AnsweredBy, Api } from '../../../desk/api.ts'
import { told } from '../told.ts'

export type StaffDocument = AnsweredBy<'readDocument'>
export type DocumentMove = StaffDocument['moves'][number]
export type DocumentContentView = StaffDocument['versions'][number]['content']

/** The organ and the document of an address. */
export interface OfDocument {
  readonly organ: string
  readonly id: string
}

/** A document with all about it; the page that says there is none. */
export const openDocument = async (api: Api, { organ, id }: OfDocument): Promise<StaffDocument> =>
  told(await api.call('readDocument', { params: { organ, id } }))

/** What is worked on, else what was signed last. */
export const contentIn = ({ work, versions }: StaffDocument): DocumentContentView =>
  (work ?? versions.at(-1))!.content

/** A step as it stands for this person. */
export const moveOf = ({ moves }: Pick<StaffDocument, 'moves'>, action: DocumentAction): DocumentMove =>
  moves.find((move) => move.action === action)!

/** Why a step is not open; null where it is. */
export const refusalOf = (document: Pick<StaffDocument, 'moves'>, action: DocumentAction) => {
  const { open, code, why, cites } = moveOf(document, action)
  return open ? null : { code: code ?? '', message: why ?? '', cites }
}

/** The members of the house at an organ, with what they may do. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly roles: AnsweredBy<'listColleagues'>['rows'][number]['roles']
}

export const membersAt = async (api: Api, organ: string): Promise<readonly Member[]> => {
  const called = await api.call('listColleagues', { params: { organ } })
  return called.ok ? called.body.rows : []
}

/** The names of those who may do a step, without those who may not because they drafted it. */
export const whoMay = (
  members: readonly Member[],
  action: DocumentAction,
  except: readonly string[],
): readonly string[] =>
  members.flatMap(({ id, name, roles }) =>
    !except.includes(id) && roles.some((role) => may(role, action, 'organ')) ? [name] : [],
  )

/** Accounts of new media that are open, by their ids. */
export async function accountsAt(api: Api, organ: string) {
  const called = await api.call('listRecords', {
    params: { organ, kind: 'account' },
    query: { state: 'open', limit: 200 },
  })
  return (called.ok ? called.body.rows : []).map(({ id, data }) => ({
    id,
    channel: String(data.channel),
    title: String(data.title),
  }))
}
