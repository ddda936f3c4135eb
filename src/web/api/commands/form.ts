/**
 * A form of a verb: what is sent to do it. The compiler proves that what the schema reads is the command, each of its
 * fields among it, so that a verb that gets a new field does not compile until its form has it too.
 */
import { z } from 'zod'
import type { DispatchReply } from '../../../office/replies/dispatch-reply.ts'
import type { NoticeAction, NoticeCommand } from '../../../office/replies/notices.ts'
import type { Reply } from '../../../office/replies/reply.ts'
import type { SealReply } from '../../../office/replies/seal-reply.ts'
import type { CommandOf, RequestAction, RequestState } from '../../../office/requests/index.ts'
import type { AskThirdParty } from '../../../office/third-party/ask-third-party.ts'

/** Text that a person wrote, to be sealed: the log has the id of the entry alone. */
type Written<Command> = Omit<Command, 'entry'> & { readonly text: string }

/** Steps of which more is told than the command, or something else. */
interface OwnCommands {
  readonly draft: Reply
  readonly seal: Pick<SealReply, 'seal' | 'datedOn'>
  readonly dispatch: DispatchReply['command']
  readonly consultThirdParty: Omit<NoticeCommand<'consultThirdParty'>, 'counterpart'> &
    Pick<AskThirdParty, 'thirdParty'> & { readonly online: boolean }
  readonly acceptCorrection: Omit<CommandOf<'acceptCorrection'>, 'entry'> & { readonly text?: string }
  readonly offerCorrection: Written<CommandOf<'offerCorrection'>>
  readonly recordReasons: Written<CommandOf<'recordReasons'>>
  readonly suggestProactive: { readonly about: string }
  readonly annotate: { readonly text: string; readonly mentions: readonly string[] }
}

/** The command as the API has it: the number of a letter is taken with the letter, not sent. */
export type ApiCommand<A extends RequestAction> = A extends keyof OwnCommands
  ? OwnCommands[A]
  : A extends NoticeAction
    ? NoticeCommand<A>
    : CommandOf<A>

/** What a form may take from the request as the caller has seen it. */
export type Seen = Pick<RequestState, 'consultations' | 'disputes'>

export interface Form<A extends RequestAction> {
  readonly schema: z.ZodType
  readonly command: (sent: never, seen: Seen) => ApiCommand<A>
}

/** Keys of every member of a union. */
type KeysOf<T> = T extends unknown ? keyof T : never
type Has<Output, Keys> = [Keys] extends [KeysOf<Output>] ? unknown : never

/** A form that sends the command as it is. */
export const form =
  <A extends RequestAction>() =>
  <S extends z.ZodType<ApiCommand<A>>>(schema: S & Has<z.output<S>, KeysOf<ApiCommand<A>>>): Form<A> => ({
    schema,
    command: (sent) => sent as ApiCommand<A>,
  })

/** A form whose command has an id that is not sent: a running number within the request, which people can say. */
export const numbered =
  <A extends RequestAction>(count: (seen: Seen) => number) =>
  <S extends z.ZodType<Omit<ApiCommand<A>, 'id'>>>(
    schema: S & Has<z.output<S>, Exclude<KeysOf<ApiCommand<A>>, 'id'>>,
  ): Form<A> => ({
    schema,
    command: (sent, seen) => ({ ...(sent as object), id: String(count(seen) + 1) }) as ApiCommand<A>,
  })

/** Nothing has to be said. */
export const empty = z.strictObject({})
