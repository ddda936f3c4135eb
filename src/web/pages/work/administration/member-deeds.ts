import { data } from 'react-router'
import type { Api, Called } from '../../../desk/api.ts'
import type { FormsDesk } from '../../../desk/forms-desk.ts'
import type { ToldPassword } from './initial-password.tsx'
import { type Outcome, refusedBy } from './outcome.tsx'

interface Member {
  readonly organ: string
  readonly staff: string
}

/** Does to a member of staff what the form intends. */
export async function doToMember(api: Api, forms: FormsDesk, params: Member, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '')
  const said = (called: Called<unknown>, done: string) =>
    called.ok ? data<Outcome & ToldPassword>({ done }) : refusedBy(called.problem, form)
  const role = text('role') as never
  switch (text('intent')) {
    case 'grant':
      return said(await api.call('grantRole', { params, body: { role } }), '身份已经授予。')
    case 'revoke':
      return said(await api.call('revokeRole', { params: { ...params, role } }), '身份已经收回。')
    case 'change': {
      const fields = forms.fieldsOf('changeStaff') ?? []
      const nothing = { mail: null, phone: null }
      const body = { ...nothing, ...forms.read(fields, form) } as never
      const changed = await api.call('changeStaff', { params, body })
      return changed.ok ? said(changed, '已经保存。') : refusedBy(changed.problem, form, fields)
    }
    case 'password': {
      const set = await api.call('setPassword', { params })
      if (!set.ok) return refusedBy(set.problem, form)
      const listed = await api.call('listStaff', { params: { organ: params.organ } })
      const account = listed.ok ? listed.body.rows.find(({ id }) => id === params.staff)?.account : undefined
      const password = { account: account ?? '', text: set.body.password }
      return data<Outcome & ToldPassword>({ done: '密码已经重设。', password })
    }
    case 'secondFactor':
      return said(await api.call('resetSecondFactor', { params }), '二次验证已经停用。')
    case 'sessions':
      return said(await api.call('endSessions', { params }), '全部登录已经结束。')
    case 'suspend':
      return said(
        await api.call('suspendStaff', { params, body: { because: text('because') as never } }),
        '账号已经停用，登录随即结束。',
      )
    case 'restore':
      return said(await api.call('restoreStaff', { params }), '账号已经恢复。')
    case 'move':
      return said(
        await api.call('moveStaff', { params, body: { to: text('to'), role: text('roleThere') as never } }),
        '已在新的机关授予身份，在本机关的身份已经收回。',
      )
    default:
      return data<Outcome>({}, { status: 400 })
  }
}
