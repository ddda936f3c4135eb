/**
 * A route as plain data: where it is, who may come in, what it takes and gives. The server, the OpenAPI document and
 * the tests of access are all made from the same list of routes.
 */
import type { z } from 'zod'
import type { Action } from '../../office/requests/index.ts'
import type { RateClass } from './limits.ts'
import type { Problem } from './problem.ts'
import type { Upload } from './upload.ts'

/**
 * Who may come in. `organ`: whoever may do that at the organ of the address. `request`: whoever may do it to the
 * request of the address; those who may not even read it are told that there is none.
 */
export type Access =
  | { readonly to: 'everybody' }
  | { readonly to: 'signedIn' }
  | { readonly to: 'organ'; readonly action: Action }
  | { readonly to: 'request'; readonly action: Action }
  | { readonly to: 'applicant' | 'thirdParty' }

/** An answer that is a file. */
export interface FileAnswer {
  readonly file: readonly string[]
}

export type Answers = Readonly<Record<number, z.ZodType | FileAnswer>>

export interface File {
  /** With its extension; sent as an attachment whatever it holds. */
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

type Headers = Readonly<Record<string, string>>

/** What goes out. A body is checked against its schema and loses what is not in it. */
export type AnswerOf<All extends Answers> = {
  readonly [Status in keyof All & number]: All[Status] extends z.ZodType
    ? { readonly status: Status; readonly body: z.input<All[Status]>; readonly headers?: Headers }
    : { readonly status: Status; readonly file: File; readonly headers?: Headers }
}[keyof All & number]

/** An answer of any route. */
export type Answer =
  | { readonly status: number; readonly body: unknown; readonly headers?: Headers }
  | { readonly status: number; readonly file: File; readonly headers?: Headers }

export const answer = <const Status extends number, const Body>(
  status: Status,
  body: Body,
  headers: Headers = {},
) => ({
  status,
  body,
  headers,
})

export const fileAnswer = (file: File) => ({ status: 200, file }) as const

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** What was sent, read by the schemas of the route. */
export interface Sent<Params = unknown, Query = unknown, Body = unknown> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Path and query as they came; for links to the next page, never for the log. */
  readonly url: string
  /** The fields and files of a form; read only when asked for. */
  readonly upload: () => Promise<Upload | Problem>
}

/** The version that the caller has seen, of a route that wants to know. */
export interface Seen {
  readonly seen: number
}

export interface Described<
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | undefined,
  All extends Answers,
  Match extends true | undefined = true | undefined,
> {
  /** operationId of the OpenAPI document. */
  readonly id: string
  readonly method: Method
  /** Below /api/v1, with `:name` for parts that vary. */
  readonly url: string
  readonly summary: string
  readonly about?: string
  readonly tag: Tag
  readonly rate: RateClass
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** Takes multipart/form-data instead of JSON, or beside it. */
  readonly files?: 'only' | 'too'
  readonly answers: All
  /** Statuses of problems beside those that follow from access and input. */
  readonly problems?: readonly number[]
  /** Wants If-Match with the version that was seen; the route is handed it as `seen`. */
  readonly ifMatch?: Match
  /** Of a route at which a secret is tried: names the case, so that attempts are counted from wherever they come. */
  readonly triedAt?: (sent: { readonly params: unknown; readonly body: unknown }) => string
  /** Takes an Idempotency-Key. */
  readonly idempotent?: true
  /** Answers under whatever load: whoever restarts what does not answer would make it worse. */
  readonly unshed?: true
}

export type Tag = (typeof tags)[number]['name']

export const tags = [
  { name: '本人', description: '登录人员的身份和权限' },
  { name: '申请件', description: '依申请公开的登记、办理、期限和材料' },
  { name: '办理', description: '办理的每一步；不能办理的，写明理由和依据' },
  { name: '主动公开', description: '文件的起草、审查、发布和发布之后的管理' },
  { name: '看板', description: '临期、逾期、统计和年度报告' },
  { name: '审读', description: '他处发布的年度报告：收存、读取、核对、更正' },
  { name: '年报', description: '政府信息公开工作年度报告：编制、报送、公布、汇总' },
  { name: '考核', description: '指标体系、考核、佐证材料、社会评议' },
  { name: '监督', description: '任务、巡查、问题整改、模拟申请、培训和投诉举报' },
  { name: '机关', description: '机关名录' },
  { name: '设置', description: '日历、模板、设置、人员和权限' },
  { name: '日志', description: '办理记录的读取和校验' },
  { name: '公众', description: '申请、查询和已公开的信息' },
  { name: '第三方', description: '征求意见的回复' },
  { name: '系统', description: '运行状况和首次启用' },
] as const

/** A route of any kind. `handle` gets what was sent, and what the admission found out. */
export interface Route
  extends Described<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined, Answers> {
  readonly access: Access
  readonly handle: (call: never) => Promise<Answer | Problem>
}

/** What a route takes and gives, for those who call it by its id. Known to the compiler alone. */
export interface Typed<Id extends string, Params, Query, Body, All extends Answers> {
  readonly id: Id
  readonly types?: {
    readonly params: Params
    readonly query: Query
    readonly body: Body
    readonly answers: All
  }
}

type InputOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined

/** Makes routes for one kind of caller: what was sent is typed by the schemas of each. */
export function routesFor<Caller extends object>() {
  return <
    const Id extends string,
    All extends Answers,
    Params extends z.ZodType | undefined = undefined,
    Query extends z.ZodType | undefined = undefined,
    Body extends z.ZodType | undefined = undefined,
    Match extends true | undefined = undefined,
  >(
    access: Access,
    route: Described<Params, Query, Body, All, Match> & {
      readonly id: Id
      readonly handle: (
        call: Caller &
          Sent<OutputOf<Params>, OutputOf<Query>, OutputOf<Body>> &
          (Match extends true ? Seen : unknown),
      ) => Promise<AnswerOf<All> | Problem>
    },
  ): Route & Typed<Id, InputOf<Params>, InputOf<Query>, InputOf<Body>, All> =>
    ({ ...route, access }) as unknown as Route &
      Typed<Id, InputOf<Params>, InputOf<Query>, InputOf<Body>, All>
}
