import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { Form } from 'react-router'
import { Button } from './button.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { useHydrated } from './use-hydrated.ts'

interface ConfirmButtonProps {
  /** On the button: 撤回申请. */
  readonly label: string
  readonly kind?: 'plain' | 'primary' | 'danger'
  /** The question: 撤回这件申请？ */
  readonly title: string
  /** What follows, and whether it can be undone. */
  readonly children: ReactNode
  /** On the button that does it, the deed by name: 确认撤回. */
  readonly confirm: string
  readonly action?: string
  /** Sent with the form. */
  readonly values: Readonly<Record<string, string>>
}

/** Name of the field that says that the question was answered; without script it is empty, and the action asks. */
export const confirmedField = 'confirmed'

/** Does something after asking. Without script the form is sent unconfirmed, and the page that answers asks. */
export function ConfirmButton({ label, kind, title, children, confirm, action, values }: ConfirmButtonProps) {
  const form = useRef<HTMLFormElement>(null)
  const [open, setOpen] = useState(false)
  const hydrated = useHydrated()
  const ask = (event: MouseEvent) => {
    if (!hydrated) return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <>
      <Form method="post" ref={form} {...(action !== undefined && { action })}>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name={confirmedField} value={hydrated ? 'yes' : ''} />
        <Button type="submit" kind={kind} onClick={ask}>
          {label}
        </Button>
      </Form>
      <ConfirmDialog
        title={title}
        confirm={confirm}
        danger={kind === 'danger'}
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={() => form.current?.requestSubmit()}
      >
        {children}
      </ConfirmDialog>
    </>
  )
}
