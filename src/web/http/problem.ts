/**
 * What went otherwise than asked, as a document (RFC 9457): what, where, and what to do, in plain Chinese, with the
 * articles it rests on. A problem never repeats what was sent.
 */
import { z } from 'zod'
import type { Conflict } from '../../office/ports.ts'

/** A field that has to be changed. Its value is not among it. */
export const fieldFaultSchema = z
  .object({
    field: z.string().meta({ description: '字段的路径，以点分隔' }),
    caption: z.string().meta({ description: '字段的中文名称' }),
    message: z.string().meta({ description: '哪里不对，怎么改' }),
  })
  .meta({ id: 'FieldFault' })

export type FieldFault = z.output<typeof fieldFaultSchema>

export const problemSchema = z
  .object({
    type: z.string().meta({ description: '稳定的代码，如 urn:gongkai:problem:not-found' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: '什么事、为什么、怎么办' }),
    cites: z.array(z.string()).meta({ description: '依据的条款，如 条例§33' }),
    errors: z.array(fieldFaultSchema).optional(),
    version: z.number().int().optional().meta({ description: '有冲突时，该件现在的版本' }),
    incident: z.string().optional().meta({ description: '内部错误的编号，报告故障时请提供' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 问题文档' })

export type ProblemDocument = z.output<typeof problemSchema>

/** A problem on its way out. `retryAfter` in seconds. */
export interface Problem {
  readonly problem: ProblemDocument
  readonly retryAfter?: number
}

interface Kind {
  readonly status: number
  readonly title: string
  readonly detail: string
}

/** Every problem that is no refusal of the office, by the last part of its type. */
export const problemKinds = {
  'bad-request': { status: 400, title: '请求无法理解', detail: '请求的格式不对，请按接口说明重新提交。' },
  invalid: { status: 400, title: '提交的内容需要修改', detail: '请修改所列各处后重新提交。' },
  'not-signed-in': { status: 401, title: '尚未登录', detail: '请先登录，或者登录已经过期，请重新登录。' },
  'session-over': {
    status: 401,
    title: '查询已经过期',
    detail: '请用编号和查询码（或者征求意见的回复码）重新进入。',
  },
  'wrong-code': {
    status: 401,
    title: '编号或者查询码不对',
    detail: '没有与所填相符的申请；请核对受理机关、编号和查询码，遗失查询码的，请与受理机关联系。',
  },
  'wrong-answer-code': {
    status: 401,
    title: '回复码不对或者已经失效',
    detail: '请核对征求意见书上的回复码；已经失效的，请与发函机关联系。',
  },
  'wrong-set-up-code': {
    status: 401,
    title: '启用码不对',
    detail: '请核对服务启动时显示的启用码。',
  },
  'not-permitted': { status: 403, title: '没有权限', detail: '没有此项权限，请由有权限的人员办理。' },
  'password-first': {
    status: 403,
    title: '请先修改密码',
    detail: '首次登录或者密码被重置后，应当先修改密码。',
  },
  'second-factor-first': {
    status: 403,
    title: '请先启用二次验证',
    detail: '此项权限要求启用二次验证，请在个人设置中启用后重新登录。',
  },
  'foreign-origin': {
    status: 403,
    title: '不是从本系统的页面发出的请求',
    detail: '请在本系统的页面上操作；程序调用的，请不要携带登录凭证以外的来源信息。',
  },
  'not-found': {
    status: 404,
    title: '找不到',
    detail: '没有这一项，或者不在可以查看的范围内；请核对编号和机关。',
  },
  gone: {
    status: 410,
    title: '已经撤下',
    detail: '该信息已经撤下，不再提供；撤下的日期和原因，见该信息的页面。',
  },
  conflict: {
    status: 409,
    title: '已经有人先办了一步',
    detail: '该件在查看之后已有新的办理记录，本次没有写下任何内容；请重新打开查看，再决定是否办理。',
  },
  'too-large': { status: 413, title: '内容过大', detail: '提交的内容超过了允许的大小，请缩减或者分次提交。' },
  'wrong-media-type': {
    status: 415,
    title: '不支持的内容类型',
    detail: '请以 application/json 提交；附有文件的，以 multipart/form-data 提交。',
  },
  'key-reused': {
    status: 422,
    title: '幂等键已用于另一次提交',
    detail: '同一个 Idempotency-Key 只能用于同一次提交的重试；新的提交请换一个。',
  },
  'not-offered': {
    status: 501,
    title: '没有启用',
    detail: '本系统没有启用这一功能，请与系统管理员联系。',
  },
  'no-precondition': {
    status: 428,
    title: '缺少 If-Match',
    detail: '办理前请先读取该件，并在 If-Match 中写明所见的版本，以免覆盖他人的办理。',
  },
  'too-many': { status: 429, title: '过于频繁', detail: '短时间内请求过多，请稍后再试。' },
  internal: {
    status: 500,
    title: '系统出错',
    detail: '系统出现故障，本次没有完成；请稍后再试，仍不行的，请将故障编号告知管理员。',
  },
  'not-ready': { status: 503, title: '系统暂时繁忙', detail: '系统正忙或者正在停机，请稍后再试。' },
} as const satisfies Readonly<Record<string, Kind>>

export type ProblemKind = keyof typeof problemKinds

/** A problem of that kind; `more` in place of what the kind says by itself. */
export function problem(
  kind: ProblemKind,
  more: Partial<Omit<ProblemDocument, 'type' | 'title' | 'status'>> = {},
  retryAfter?: number,
): Problem {
  const { status, title, detail } = problemKinds[kind]
  return {
    problem: { type: `urn:gongkai:problem:${kind}`, title, status, detail, cites: [], ...more },
    ...(retryAfter !== undefined && { retryAfter }),
  }
}

export function isProblem(value: object): value is Problem {
  return 'problem' in value
}

/** Somebody else was first. */
export const conflictProblem = ({ actual }: Pick<Conflict, 'actual'>): Problem =>
  problem('conflict', { version: actual })

/** As it leaves: the document under its own media type. */
export const problemType = 'application/problem+json; charset=utf-8'
