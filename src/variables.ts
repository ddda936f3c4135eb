/** Every variable of the environment that the service reads, as one table of data. */

import { z } from 'zod'
import { type Role, roles } from './office/requests/permissions.ts'
import { defaultLimits } from './web/http/limits.ts'

export interface Variable<T = unknown, Fallback extends string | null = string | null> {
  /** What it is for, in Chinese, for the manual and for error messages. */
  readonly about: string
  /** What stands where nothing is set, as it would be written; null where that is nothing. */
  readonly fallback: Fallback
  /** Takes the text of the environment; its error says in Chinese what the value should be. */
  readonly schema: z.ZodType<T, string>
  /** Whether the value is kept from every message. */
  readonly secret?: true
  /** Variables that must be set where this one is. */
  readonly needs?: readonly string[]
}

const variable = <T, const Fallback extends string | null>(
  stated: Variable<T, Fallback>,
): Variable<T, Fallback> => stated

const text = z.string()
const longSecret = text.min(32, { error: '应不少于 32 个字符' })
const oneOf = <const T extends string>(words: readonly T[]) =>
  z.enum(words, { error: `应为下列之一：${words.join('、')}` })
const whole = (from: number, to: number) =>
  text
    .refine((value) => /^\d{1,6}$/.test(value) && Number(value) >= from && Number(value) <= to, {
      error: `应为 ${from} 至 ${to} 的整数`,
    })
    .transform(Number)
const address = (schemes: readonly string[], error: string) =>
  text.refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), {
    error,
    abort: true,
  })
const webAddress = address(['http:', 'https:'], '应为 http:// 或 https:// 开头的地址')
const origin = webAddress
  .refine((value) => new URL(value).pathname === '/' && !/[?#]/.test(value), {
    error: '只写协议、主机名和端口，例如 https://gongkai.example',
  })
  .transform((value) => new URL(value).origin)

/** A JSON object written in one variable. */
const jsonObject = <T extends z.ZodType>(shape: T, error: string) =>
  text
    .transform((value, context) => {
      try {
        return JSON.parse(value) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: error })
        return z.NEVER
      }
    })
    .pipe(shape)
const notHeaders = '应为 JSON 对象，例如 {"Authorization":"Bearer …"}'
const notTemplate = '应为 JSON 对象，值为文字，其中写有 {to} 和 {text}'

const ipAddress = /^(?:loopback|[\d.]+(?:\/\d{1,2})?|[\da-fA-F:]+(?:\/\d{1,3})?)$/

/** In the order of the manual. */
export const variables = {
  GONGKAI_DATA: variable({
    about: '数据文件夹：嵌入式数据库、密钥、存证校验值都放在里面',
    fallback: './data',
    schema: text,
  }),
  DATABASE_URL: variable({
    about:
      'PostgreSQL 15 以上的地址，例如 postgres://用户:口令@主机:5432/库名；不设时用数据文件夹里的嵌入式数据库',
    fallback: null,
    schema: address(['postgres:', 'postgresql:'], '应为 postgres:// 开头的地址'),
    secret: true,
  }),
  DATABASE_CONNECTIONS: variable({
    about: '到 PostgreSQL 的连接数上限；嵌入式数据库不用',
    fallback: '10',
    schema: whole(2, 200),
  }),
  GONGKAI_KEYS: variable({
    about: '封存个人信息的密钥文件；没有时在首次启动时生成，只有本用户可读。不设时为数据文件夹里的 keys.json',
    fallback: null,
    schema: text,
  }),
  SESSION_SECRET: variable({
    about:
      '登录会话和两步验证的密钥；不设时在首次启动时生成，放在密钥文件旁边的 session.key。多个进程共用一个库的，各进程应相同',
    fallback: null,
    schema: longSecret,
    secret: true,
  }),
  DIGEST: variable({
    about: '登记日志校验值的算法，可以随时改换，已有记录不变',
    fallback: 'sha256',
    schema: oneOf(['sha256', 'sm3']),
  }),
  SECOND_FACTOR_FOR: variable({
    about:
      '哪些角色必须用两步验证登录，多个用逗号分开，例如 systemAdmin,securityAdmin,auditAdmin；不设时由各人自愿',
    fallback: null,
    schema: text
      .transform((value) => value.split(',').map((part) => part.trim()))
      .pipe(z.array(oneOf(Object.keys(roles) as Role[]))),
  }),
  BACKUP_FOLDER: variable({
    about: '服务每天凌晨把整个数据库备份到这个文件夹，一天一个文件，应在另一块盘上；不设时不自动备份',
    fallback: null,
    schema: text,
  }),
  BACKUP_DAYS: variable({
    about: '自动备份保留的天数，更早的删去',
    fallback: '30',
    schema: whole(1, 3650),
  }),
  HOST: variable({
    about: '监听的地址；不经反向代理、直接对外时写 0.0.0.0',
    fallback: '127.0.0.1',
    schema: text,
  }),
  PORT: variable({ about: '监听的端口', fallback: '8080', schema: whole(0, 65_535) }),
  BASE_URL: variable({
    about: '用户在浏览器里打开的地址；以 https 开头时会话 Cookie 只走加密连接。不设时为监听的地址和端口',
    fallback: null,
    schema: origin,
  }),
  TRUST_PROXY: variable({
    about: '反向代理的地址，多个用逗号分开，可写网段；只有来自这些地址的 X-Forwarded-* 才算数',
    fallback: null,
    schema: text
      .transform((value) => value.split(',').map((part) => part.trim()))
      .refine((parts) => parts.every((part) => ipAddress.test(part)), {
        error: '应为 IP 地址或网段，例如 127.0.0.1 或 10.0.0.0/8',
      }),
  }),
  RATE_FACTOR: variable({
    about: '把每分钟请求次数的上限放宽到几倍；许多机关共用一个出口地址、被提示请求过于频繁时调高',
    fallback: '1',
    schema: whole(1, 1000),
  }),
  SHED_LAG: variable({
    about: '服务忙得滞后多少毫秒时先谢绝新的请求，请人稍后再来；0 为从不谢绝',
    fallback: String(defaultLimits.lagMilliseconds),
    schema: whole(0, 600_000),
  }),
  LOG_LEVEL: variable({
    about: '日志的详细程度',
    fallback: 'info',
    schema: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
  }),
  SMTP_URL: variable({
    about: '发邮件的服务器，例如 smtps://用户:口令@主机:465；不设时邮件留在待发箱',
    fallback: null,
    schema: address(['smtp:', 'smtps:'], '应为 smtp:// 或 smtps:// 开头的地址'),
    secret: true,
    needs: ['MAIL_FROM'],
  }),
  MAIL_FROM: variable({
    about: '邮件的发件人，例如 示例县政务公开办 <gongkai@xx.example>',
    fallback: null,
    schema: text.regex(/^(?:[^<>@\r\n]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/, {
      error: '应为邮箱地址，或者“名称 <邮箱地址>”',
    }),
  }),
  SMS_URL: variable({
    about: '短信网关的地址；不设时短信留在待发箱',
    fallback: null,
    schema: webAddress,
    secret: true,
    needs: ['SMS_BODY'],
  }),
  SMS_HEADERS: variable({
    about: '发给短信网关的请求头，JSON 对象，例如 {"Authorization":"Bearer …"}',
    fallback: '{}',
    schema: jsonObject(z.record(z.string(), z.string(), { error: notHeaders }), notHeaders),
    secret: true,
  }),
  SMS_BODY: variable({
    about: '发给短信网关的内容，JSON 对象；值里的 {to} 换成号码，{text} 换成短信内容',
    fallback: null,
    schema: jsonObject(
      z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean()]), { error: notTemplate })
        .refine((body) => ['{to}', '{text}'].every((mark) => JSON.stringify(body).includes(mark)), {
          error: notTemplate,
        }),
      notTemplate,
    ),
    secret: true,
  }),
  SMS_FORMAT: variable({
    about: '内容怎样发出：json，或者 form（表单）',
    fallback: 'json',
    schema: oneOf(['json', 'form']),
  }),
  SMS_SUCCESS: variable({
    about:
      '网关怎样算收下，写作“字段=值”，例如 code=0，字段可以有层次（result.code=0）；不设时 HTTP 2xx 就算',
    fallback: null,
    schema: text.regex(/^[\w.]+=.+$/, { error: '应写作“字段=值”，例如 code=0' }),
  }),
  WEBHOOK_HOSTS: variable({
    about:
      '可以接收通知的系统，写协议和主机名，多个用逗号分开，例如 https://oa.example；各机关设置的推送地址只能在这些主机上',
    fallback: null,
    schema: text.transform((value) => value.split(',').map((part) => part.trim())).pipe(z.array(origin)),
    needs: ['WEBHOOK_SECRET'],
  }),
  WEBHOOK_SECRET: variable({
    about: '给通知签名（HMAC-SHA256）的密钥，收方用它验证',
    fallback: null,
    schema: longSecret,
    secret: true,
  }),
  OUTSIDE_LINKS: variable({
    about:
      '是否检查公开正文中的站外链接：on 的，服务从本机访问这些网址（只访问公网地址），一次几个，一周一遍',
    fallback: 'off',
    schema: oneOf(['off', 'on']),
  }),
  OIDC_ISSUER: variable({
    about: '统一身份认证（OIDC）的签发者地址；不设时只用账号和口令',
    fallback: null,
    schema: webAddress,
    needs: ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  }),
  OIDC_CLIENT_ID: variable({ about: '在统一身份认证处登记的客户端编号', fallback: null, schema: text }),
  OIDC_CLIENT_SECRET: variable({
    about: '在统一身份认证处登记的客户端密钥',
    fallback: null,
    schema: text,
    secret: true,
  }),
  OIDC_CLAIM: variable({
    about: '统一身份认证的回答里哪一项是账号',
    fallback: 'preferred_username',
    schema: text,
  }),
} as const
