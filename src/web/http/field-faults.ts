/** What zod finds wrong with something that was sent, in Chinese, by field; never what was sent. */
import { z } from 'zod'
import type { FieldFault } from './problem.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Faults by field, in the order of the schema. Captions are the titles of the schemas. */
export function fieldFaultsOf(
  schema: z.ZodType,
  issues: readonly Issue[],
  sent: unknown,
): readonly FieldFault[] {
  return issues.flatMap((issue) => faultsOf(schema, issue, sent))
}

function faultsOf(schema: z.ZodType, issue: Issue, sent: unknown): readonly FieldFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      // A key that does not look like one may be anything, somebody's name among it.
      field: fieldOf([...issue.path, /^[a-z]\w{0,39}$/i.test(key) ? key : '…']),
      caption: captionAt(schema, issue.path),
      message: '没有这一项，请核对字段名称',
    }))
  const { path } = issue
  return [
    {
      field: fieldOf(path),
      caption: captionAt(schema, path),
      message: valueAt(sent, path) === undefined ? '缺少此项，请填写' : messageOf(issue),
    },
  ]
}

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或者否（true、false）',
  array: '列表',
  object: '对象',
  null: '空（null）',
}

const formats: Readonly<Record<string, string>> = {
  date: '应为真实的日期，写作 2026-03-06',
  datetime: '应为世界时的时刻，写作 2026-03-06T01:02:03.456Z',
  url: '应为以 http 或者 https 开头的网址',
  email: '电子邮箱的写法不对，请核对',
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `类型不对，应为${types[issue.expected] ?? '规定的类型'}`
    case 'invalid_format':
      return formats[issue.format] ?? '写法不对，请按说明填写'
    case 'invalid_value':
      return `只能是下列之一：${issue.values.map(String).join('、')}`
    case 'invalid_union':
      return '不符合任何一种写法，请按说明填写'
    case 'too_small':
      return atLeast(issue.origin, Number(issue.minimum))
    case 'too_big':
      return `不能${bounded(issue.origin, '多于', '大于')} ${issue.maximum}${unit(issue.origin)}`
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的整数倍`
    case 'custom':
      // Our own checks speak Chinese; what zod says by itself does not help anybody here.
      return /\p{Script=Han}/u.test(issue.message) ? issue.message : '内容不对，请按说明填写'
    default:
      return '内容不对，请按说明填写'
  }
}

function atLeast(origin: string, minimum: number): string {
  return minimum === 1 && origin !== 'number'
    ? '不能为空'
    : `不能${bounded(origin, '少于', '小于')} ${minimum}${unit(origin)}`
}

const bounded = (origin: string, count: string, size: string): string =>
  origin === 'string' || origin === 'array' ? count : size

const unit = (origin: string): string => (origin === 'string' ? ' 字' : origin === 'array' ? ' 项' : '')

const fieldOf = (path: Path): string => path.map(String).join('.')

function valueAt(sent: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    sent,
  )
}

/** The title of the innermost schema on the path that has one; an item of a list is told by its place. */
function captionAt(schema: z.ZodType, path: Path): string {
  let at: z.ZodType | undefined = schema
  let caption = titleOf(schema)
  for (const key of path) {
    at = at && inner(at, key)
    const title = at && titleOf(at)
    if (title) caption = title
    else if (typeof key === 'number') caption = `${caption}第${key + 1}项`
  }
  return caption === '' ? '提交的内容' : caption
}

function titleOf(schema: z.ZodType): string {
  const own = schema.meta()?.title
  if (own !== undefined) return own
  const wrapped = unwrapped(schema)
  return wrapped === schema ? '' : titleOf(wrapped)
}

function inner(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodObject) return bare.shape[key as string] as z.ZodType | undefined
  if (bare instanceof z.ZodArray) return bare.element as z.ZodType
  if (bare instanceof z.ZodUnion)
    return (bare.options as readonly z.ZodType[]).map((option) => inner(option, key)).find((found) => found)
  return undefined
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  )
    return unwrapped(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodPipe)
    return unwrapped((schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType)
  return schema
}
