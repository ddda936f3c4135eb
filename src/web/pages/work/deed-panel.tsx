import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { FormField } from '../../desk/forms-desk.ts'
import { Button, SubmitButton } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import { confirmedField } from '../../ui/confirm-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { GuardedForm } from '../../ui/guarded-form.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import type { DeedAnswer } from './deed-answer.ts'
import { DeedFields, type Typed } from './deed-fields.tsx'
import { RefusedNote } from './refused-note.tsx'

interface DeedPanelProps<Meanwhile> {
  readonly caption: string
  /** Where one came from, and what it is called: 该件, 文件. */
  readonly back: { readonly href: string; readonly title: string }
  /** Why the step is not open; null where it is. */
  readonly refusal: { readonly message: string; readonly cites: readonly string[] } | null
  readonly answer: DeedAnswer<Meanwhile> | undefined
  /** What others did meanwhile, as it is told. */
  readonly tell: (meanwhile: Meanwhile) => ReactNode
  readonly fields: readonly FormField[]
  /** What stands in the fields before anything is typed. */
  readonly given: Typed
  /** Version that was seen. */
  readonly version: number
  readonly today: string
  /** Fields that are offered what to type. */
  readonly suggest?: Readonly<Record<string, string>>
  /** Stands before the fields. */
  readonly before?: ReactNode
  /** Stands behind the fields. */
  readonly children?: ReactNode
  /** Further buttons. */
  readonly acts?: ReactNode
  /** The question asked before a step that cannot be taken back, and what follows from it. */
  readonly grave?: { readonly title: string; readonly text: string }
}

/** The form of one step, made from its fields; or why it is not open. */
export function DeedPanel<Meanwhile>(props: DeedPanelProps<Meanwhile>) {
  const { caption, back, refusal, answer, tell, fields, given, version, today, before, children, acts } =
    props
  if (refusal !== null && answer === undefined) {
    return (
      <Panel>
        <Note state="soon" title="现在不能办理">
          <p>
            {refusal.message} <Cites of={refusal.cites as never} audience="staff" />
          </p>
          <p>
            <Link to={back.href}>返回{back.title}</Link>
          </p>
        </Note>
      </Panel>
    )
  }
  return (
    <Panel>
      <GuardedForm method="post" refused={answer} className="stack">
        <ErrorSummary errors={answer?.errors} />
        <Said answer={answer} tell={tell} />
        {before}
        {fields.length === 0 && children === undefined && <p>这一步不需要填写内容，确认后即办理。</p>}
        <DeedFields
          fields={fields}
          typed={answer?.typed ?? given}
          errors={answer?.errors ?? {}}
          today={today}
          {...(props.suggest !== undefined && { suggest: props.suggest })}
        />
        {children}
        <div className="deed__acts">
          <input type="hidden" name="seen" value={answer?.meanwhile?.version ?? version} />
          {props.grave === undefined ? (
            <SubmitButton pending="正在办理…">{caption}</SubmitButton>
          ) : (
            <GraveSubmit caption={caption} asked={answer?.asked ?? false} {...props.grave} />
          )}
          {acts}
          <Link to={back.href}>不办了，返回{back.title}</Link>
        </div>
      </GuardedForm>
    </Panel>
  )
}

interface GraveProps extends NonNullable<DeedPanelProps<never>['grave']> {
  readonly caption: string
  readonly asked: boolean
}

/** Sends the form after asking. Without script it is sent unconfirmed; the page that answers asks, and is sent again. */
function GraveSubmit({ caption, title, text, asked }: GraveProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLSpanElement>(null)
  const hydrated = useHydrated()
  const ask = (event: MouseEvent) => {
    if (!hydrated) return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <>
      <input type="hidden" name={confirmedField} value={hydrated || asked ? 'yes' : ''} />
      <span ref={button}>
        <Button type="submit" kind="danger" onClick={ask}>
          {asked ? `确认${caption}` : caption}
        </Button>
      </span>
      {asked && (
        <Note state="late" title={title} live>
          {text}
        </Note>
      )}
      <ConfirmDialog
        title={title}
        confirm={`确认${caption}`}
        danger
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={() => button.current?.closest('form')?.requestSubmit()}
      >
        <p>{text}</p>
      </ConfirmDialog>
    </>
  )
}

interface SaidProps<Meanwhile> {
  readonly answer: DeedAnswer<Meanwhile> | undefined
  readonly tell: (meanwhile: Meanwhile) => ReactNode
}

/** What the attempt came to, where it did not come to pass. */
export function Said<Meanwhile>({ answer, tell }: SaidProps<Meanwhile>) {
  if (answer === undefined) return null
  const { message, cites, meanwhile } = answer
  return (
    <>
      <RefusedNote message={message} cites={cites} />
      {meanwhile !== undefined && (
        <Note state="soon" title="已经有人先办了一步" live>
          <p>本次没有写下任何内容，填写的都在下面。看过下列办理记录，仍要办理的，再确认一次。</p>
          {tell(meanwhile)}
        </Note>
      )}
    </>
  )
}
