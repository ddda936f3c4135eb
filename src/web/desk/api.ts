import type { z } from 'zod'
import type { KeptKind } from '../../office/documents/records/record.ts'
import type { RecordStep } from '../api/documents/record-forms.ts'
import type { RouteId, RouteOf } from '../api/routes.ts'
import type { ProblemDocument } from '../http/problem.ts'
import type { Answers, Typed } from '../http/route.ts'

type TypesOf<Id extends RouteId> =
  RouteOf<Id> extends Typed<Id, infer Params, infer Query, infer Body, infer All>
    ? { readonly params: Params; readonly query: Query; readonly body: Body; readonly answers: All }
    : never

type Needed<Name extends string, Value> = undefined extends Value
  ? { readonly [key in Name]?: Value }
  : { readonly [key in Name]: Value }

/** What a route is sent. `seen`: the version that the reader has seen, where the route wants it. */
export type SentTo<Id extends RouteId> = Needed<'params', TypesOf<Id>['params']> & {
  readonly query?: Partial<TypesOf<Id>['query']>
  readonly seen?: number
  /** The same for every attempt at one submission. */
  readonly once?: string
} & (undefined extends TypesOf<Id>['body']
    ? { readonly body?: unknown }
    : { readonly body: TypesOf<Id>['body'] })

type BodyOf<All extends Answers> = {
  readonly [Status in keyof All & number]: Status extends 200 | 201
    ? All[Status] extends z.ZodType
      ? z.output<All[Status]>
      : never
    : never
}[keyof All & number]

/** What a route answers when all is well. */
export type AnsweredBy<Id extends RouteId> = BodyOf<TypesOf<Id>['answers']>

export type Called<Body> =
  | { readonly ok: true; readonly body: Body; readonly etag: string | null }
  | { readonly ok: false; readonly problem: ProblemDocument }

/** A file, as the browser gets it. */
export type Fetched = Response

/**
 * The API as the pages call it: in the same process, in the name of whoever sent the request for the page, and through
 * the same doors. A page can therefore show nothing that the API would not tell that person.
 */
export interface Api {
  call<Id extends RouteId>(id: Id, sent: SentTo<Id>): Promise<Called<AnsweredBy<Id>>>
  /** A step of a request, by the name of its verb. */
  act(step: {
    readonly organ: string
    readonly request: string
    readonly action: string
    readonly seen: number
    readonly body: unknown
  }): Promise<Called<unknown>>
  /** A step of a record beside the documents, by its name. `record` is null for one that is opened. */
  keepRecord(step: {
    readonly organ: string
    readonly kind: KeptKind
    readonly step: RecordStep
    readonly record: string | null
    readonly body: unknown
  }): Promise<Called<{ readonly id: string }>>
  /** The same as `call` with a form and its files. */
  send<Id extends RouteId>(
    id: Id,
    sent: Needed<'params', TypesOf<Id>['params']> & {
      readonly query?: Partial<TypesOf<Id>['query']>
      readonly form: FormData
      readonly seen?: number
      readonly once?: string
    },
  ): Promise<Called<AnsweredBy<Id>>>
  /**
   * A file of the API, handed on as it comes. `path` below the API's own. `body`: what it is made from, sent by POST
   * because it must not stand in an address.
   */
  file(path: string, body?: object): Promise<Fetched>
}
