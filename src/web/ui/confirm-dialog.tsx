import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  /** The question: 撤回这件申请？ */
  readonly title: string
  /** What follows, and whether it can be undone. */
  readonly children: ReactNode
  /** On the button that does it, the deed by name: 确认撤回. */
  readonly confirm: string
  readonly danger: boolean
  readonly open: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** Asks before something is done; closed either way. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  danger,
  open,
  onClose,
  onConfirm,
}: ConfirmDialogProps) {
  const doIt = () => {
    onClose()
    onConfirm()
  }
  return (
    <Dialog
      title={title}
      open={open}
      onClose={onClose}
      grave
      acts={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button kind={danger ? 'danger' : 'primary'} onClick={doIt}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
