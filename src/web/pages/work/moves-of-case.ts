import type { RequestAction } from '../../../office/requests/permissions.ts'
import type { AnsweredBy } from '../../desk/api.ts'

type File = Pick<AnsweredBy<'readRequest'>, 'moves'>

/** Why a step of a case is not open to this person; null where it is. */
export const refusalOf = ({ moves }: File, action: RequestAction) =>
  moves.find((move) => move.action === action)?.refusal ?? null
