/** Every verb that is done by sending a command, with its form. The others have routes of their own. */
import type { RequestAction } from '../../../office/requests/index.ts'
import { afterwards } from './afterwards.ts'
import { consultations } from './consultations.ts'
import { correction } from './correction.ts'
import { decision } from './decision.ts'
import { fee } from './fee.ts'
import type { Form } from './form.ts'
import { intake } from './intake.ts'
import { sending } from './sending.ts'

/** Verbs that no command is sent for: what they need is made by the server, of a form, a file or a letter. */
type Elsewhere = 'receive' | 'addPaper' | 'clearPaper' | 'issueLetter'

export type CommandedAction = Exclude<RequestAction, Elsewhere>

export const forms = {
  ...intake,
  ...correction,
  ...consultations,
  ...fee,
  ...decision,
  ...sending,
  ...afterwards,
} satisfies { readonly [A in CommandedAction]: Form<A> }
