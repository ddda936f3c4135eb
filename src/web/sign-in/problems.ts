/** What goes wrong at the door, in plain Chinese. Whether an account exists is told by none of them. */
import {
  isProblem,
  type Problem,
  type ProblemDocument,
  type ProblemKind,
  problem,
  problemType,
} from '../http/problem.ts'

interface Told {
  readonly status: number
  readonly title: string
  readonly detail: string
}

export const signInProblems = {
  'wrong-password': {
    status: 401,
    title: '账号或者密码不对',
    detail: '请核对账号和密码后重试；连续多次不对，账号将暂时锁定。',
  },
  'wrong-second-factor': {
    status: 401,
    title: '验证码不对',
    detail: '请输入验证器上现在显示的六位数字，每个数字只能用一次；手机时间不准的，请先校准。',
  },
  'second-factor-over': {
    status: 401,
    title: '二次验证已经过期',
    detail: '二次验证应在输入密码后十分钟内完成，请重新登录。',
  },
  locked: {
    status: 429,
    title: '账号暂时锁定',
    detail: '连续多次验证不对，账号已暂时锁定，请十五分钟后再试，或者请安全管理员重设密码。',
  },
  suspended: {
    status: 403,
    title: '账号已停用',
    detail: '账号已经停用，不能登录；仍需使用的，请联系安全管理员恢复。',
  },
  'second-factor-on': {
    status: 409,
    title: '已经启用二次验证',
    detail: '要换一个验证器的，请先停用再重新启用。',
  },
  'second-factor-off': { status: 409, title: '尚未启用二次验证', detail: '请先在个人设置中启用二次验证。' },
  'single-off': { status: 404, title: '没有接入统一身份认证', detail: '请用账号和密码登录。' },
} as const satisfies Readonly<Record<string, Told>>

type SignInProblemKind = keyof typeof signInProblems

export function signInProblem(kind: SignInProblemKind, retryAfter?: number): Problem {
  const document: ProblemDocument = {
    type: `urn:gongkai:problem:${kind}`,
    ...signInProblems[kind],
    cites: ['等保要求'],
  }
  return { problem: document, ...(retryAfter !== undefined && { retryAfter }) }
}

/** By what better-auth calls them. */
const byCode: Readonly<Record<string, SignInProblemKind | ProblemKind>> = {
  INVALID_USERNAME_OR_PASSWORD: 'wrong-password',
  INVALID_PASSWORD: 'wrong-password',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'wrong-password',
  PASSWORD_TOO_LONG: 'wrong-password',
  INVALID_CODE: 'wrong-second-factor',
  INVALID_BACKUP_CODE: 'wrong-second-factor',
  INVALID_TWO_FACTOR_COOKIE: 'second-factor-over',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'second-factor-over',
  ACCOUNT_TEMPORARILY_LOCKED: 'locked',
  TOTP_ALREADY_ENABLED: 'second-factor-on',
  TOTP_NOT_ENABLED: 'second-factor-off',
  BACKUP_CODES_NOT_ENABLED: 'second-factor-off',
  SUSPENDED: 'suspended',
  PROVIDER_NOT_FOUND: 'single-off',
}

const byStatus: Readonly<Record<number, ProblemKind>> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'not-permitted',
  404: 'not-found',
  415: 'wrong-media-type',
  429: 'too-many',
}

/** Whether what better-auth answered means that the secret shown was wrong. */
export function isWrongSecret(code: string | undefined): boolean {
  const kind = byCode[code ?? '']
  return kind === 'wrong-password' || kind === 'wrong-second-factor'
}

/** The problem in an answer of better-auth. */
export function problemOf(status: number, code: string | undefined, retryAfter: string | null): Problem {
  const kind = byCode[code ?? ''] ?? byStatus[status] ?? 'internal'
  const seconds = retryAfter === null ? undefined : Number(retryAfter)
  return kind in signInProblems
    ? signInProblem(kind as SignInProblemKind, seconds)
    : problem(kind as ProblemKind, {}, seconds)
}

export function answerOf(answer: Problem | object, headers: HeadersInit = {}): Response {
  const all = new Headers(headers)
  all.set('cache-control', 'no-store')
  if (!isProblem(answer)) {
    all.set('content-type', 'application/json; charset=utf-8')
    return new Response(JSON.stringify(answer), { status: 200, headers: all })
  }
  all.set('content-type', problemType)
  if (answer.retryAfter !== undefined) all.set('retry-after', String(answer.retryAfter))
  return new Response(JSON.stringify(answer.problem), { status: answer.problem.status, headers: all })
}
