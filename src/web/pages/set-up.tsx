import { data, Form, Link } from 'react-router'
import { SubmitButton } from '../ui/button.tsx'
import { Door } from '../ui/door.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Note } from '../ui/note.tsx'
import { PrintButton } from '../ui/print-button.tsx'
import './work/work.css'
import type { Route } from './+types/set-up.ts'
import { deskOf } from './load-context.ts'
import type { PageHandle } from './page-handle.ts'
import { TroubleOf } from './trouble.tsx'
import { chooseFields } from './work/choose-fields.ts'
import { DeedFields, type Typed } from './work/deed-fields.tsx'
import { faultsOf, typedIn } from './work/filled-in.ts'
import { RefusedNote } from './work/refused-note.tsx'

export const handle: PageHandle = { script: 'app' }

export const meta = () => [{ title: '首次启用 · 公开' }]

/** Of an organ only what it needs to begin with; the rest is entered on its own page. */
const asked = new Set([
  'code',
  'organ.code',
  'organ.name',
  'organ.kind',
  'organ.level',
  'organ.office.name',
  'organ.office.address',
  'organ.office.hours',
  'organ.office.phone',
  ...['systemAdmin', 'securityAdmin', 'auditAdmin'].flatMap((role) => [
    `administrators.${role}.name`,
    `administrators.${role}.account`,
  ]),
])

const administrators = {
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
} as const

type Context = Route.LoaderArgs['context']

const fieldsAsked = (context: Context) =>
  chooseFields(deskOf(context).forms.fieldsOf('setUp') ?? [], (name) => asked.has(name))

export async function loader({ context }: Route.LoaderArgs) {
  const { signIn } = deskOf(context)
  // It runs after the deed too, whose page still has the passwords to show.
  if (!(await signIn.wantsSetUp())) return data(null, { status: 404 })
  return data({ fields: fieldsAsked(context), hint: signIn.passwordHint })
}

interface Answer {
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly message: string | null
  readonly founded?: readonly { readonly role: string; readonly account: string; readonly password: string }[]
}

export async function action({ request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  const form = await request.formData()
  const fields = fieldsAsked(context)
  const body = forms.read(fields, form) as never
  const called = await api.call('setUp', { body })
  if (!called.ok) {
    const typed = typedIn(form)
    if (called.problem.type.endsWith(':wrong-set-up-code'))
      return data<Answer>({ typed, errors: { code: called.problem.detail }, message: null }, { status: 422 })
    return data<Answer>({ typed, ...faultsOf(called.problem, fields) }, { status: 422 })
  }
  const { passwords } = called.body
  const founded = Object.entries(administrators).map(([role, caption]) => ({
    role: caption,
    account: String(form.get(`administrators.${role}.account`) ?? '').trim(),
    password: passwords[role] ?? '由统一身份认证登录',
  }))
  return data<Answer>({ typed: {}, errors: {}, message: null, founded })
}

/** The first organ and its three administrators, by the code that the server printed; it is done once. */
export default function SetUp({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.founded !== undefined) return <Founded people={actionData.founded} />
  if (loaderData === null) return <TroubleOf status={404} />
  const { fields, hint } = loaderData
  return (
    <Door wide>
      <Form className="panel stack" method="post" noValidate>
        <h1>首次启用</h1>
        <p>登记第一个机关和三名管理员，之后这一页就不再打开。下级机关、其他人员以后由管理员登记。</p>
        <ErrorSummary errors={actionData?.errors} />
        <RefusedNote message={actionData?.message} />
        <DeedFields
          fields={fields}
          typed={actionData?.typed ?? {}}
          errors={actionData?.errors ?? {}}
          today=""
        />
        <Note title="三员分设">
          <p>
            系统管理员管机关、放假安排、设置和运行，安全管理员管人员和权限，审计管理员查日志。应当由三名不同的人担任，都不办理申请。
          </p>
          <p>系统为每人生成一个初始密码，只在下一页显示一次，首次登录必须换成自己的。新密码：{hint}</p>
        </Note>
        <SubmitButton pending="正在登记…">登记并启用</SubmitButton>
      </Form>
    </Door>
  )
}

const Founded = ({ people }: { readonly people: NonNullable<Answer['founded']> }) => (
  <Door wide>
    <section className="panel stack">
      <h1>已经启用</h1>
      <Note state="soon" title="下面的初始密码只显示这一次">
        <p>请打印或者抄下，分别当面交给本人。首次登录后必须修改；丢失的，由安全管理员重设。</p>
      </Note>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">身份</th>
            <th scope="col">用户名</th>
            <th scope="col">初始密码</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ role, account, password }) => (
            <tr key={role}>
              <th scope="row">{role}</th>
              <td className="keep">{account}</td>
              <td className="keep">
                <code>{password}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>接下来：三人分别登录、修改密码、启用二次验证；安全管理员登记办理申请的人员。</p>
      <div className="acts">
        <PrintButton>打印</PrintButton>
        <Link className="noprint" to="/sign-in">
          去登录
        </Link>
      </div>
    </section>
  </Door>
)
