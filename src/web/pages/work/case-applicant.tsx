import type { AnsweredBy } from '../../desk/api.ts'
import type { FormField } from '../../desk/forms-desk.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { type Fact, Facts } from '../../ui/facts.tsx'
import { GuardedForm } from '../../ui/guarded-form.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { DeedFields, type Typed } from './deed-fields.tsx'
import { RefusedNote } from './refused-note.tsx'

type Applicant = AnsweredBy<'readRequest'>['applicantView']
type Revealed = AnsweredBy<'revealApplicant'>

/** What came of asking to see more. */
export interface Revealing {
  readonly shown?: Revealed
  readonly message?: string | null
  readonly errors?: Readonly<Record<string, string>>
  readonly typed?: Typed
}

interface ApplicantProps {
  readonly applicant: Applicant
  /** Fields of the form by which more is seen; null for those who may not. */
  readonly fields: readonly FormField[] | null
  readonly revealing: Revealing | undefined
  readonly today: string
}

const filled = (facts: readonly (readonly [string, string | null | undefined])[]): readonly Fact[] =>
  facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))

/** Who asks, masked. Seeing more is an act of its own: it wants a purpose and a reason, and is recorded. */
export function CaseApplicant({ applicant, fields, revealing, today }: ApplicantProps) {
  if (applicant === null)
    return (
      <Panel title="申请人">
        <p>申请人的个人信息已经依法删除，或者没有权限查看。</p>
      </Panel>
    )
  const { name, identity, phone, email, address, agent, assistance } = applicant
  return (
    <Panel title="申请人" aside="号码和住址已遮蔽">
      <div className="stack">
        <Facts
          facts={filled([
            ['姓名或者名称', name],
            [identity?.paper ?? '证件', identity?.number],
            ['电话', phone],
            ['电子邮箱', email],
            ['通信地址', address],
            ['代理人', agent],
            ['需要的协助', assistance],
          ])}
        />
        {revealing?.shown !== undefined && <Shown shown={revealing.shown} />}
        {fields !== null && (
          <details className="noprint" open={revealing?.errors !== undefined || undefined}>
            <summary>查看被遮蔽的信息</summary>
            <GuardedForm method="post" className="stack">
              <p>何人何时为何查看，先记录后显示。</p>
              <ErrorSummary errors={revealing?.errors} />
              <RefusedNote message={revealing?.message} />
              <DeedFields
                fields={fields}
                typed={revealing?.typed ?? {}}
                errors={revealing?.errors ?? {}}
                today={today}
              />
              <SubmitButton pending="正在记录…" kind="plain">
                记录并查看
              </SubmitButton>
            </GuardedForm>
          </details>
        )}
      </div>
    </Panel>
  )
}

function Shown({ shown: { idNumber, idPaper, phone, email, address, agent } }: { readonly shown: Revealed }) {
  const place = [address?.address, address?.postcode].filter(Boolean).join('，')
  const facts = filled([
    ['证件号码', idNumber],
    ['电话', phone],
    ['电子邮箱', email],
    ['通信地址', place],
    ['代理人', agent && [agent.agency, agent.name, agent.idNumber, agent.phone].filter(Boolean).join('，')],
  ])
  return (
    <Note state="info" title="本次查看的信息" live>
      {facts.length === 0 && !idPaper ? <p>没有登记所要查看的项目。</p> : <Facts facts={facts} />}
      {idPaper?.type.startsWith('image/') && (
        <img src={`data:${idPaper.type};base64,${idPaper.content}`} alt="证件复印件" />
      )}
    </Note>
  )
}
