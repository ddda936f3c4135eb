import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons, the one that does it last. */
  readonly acts: ReactNode
  /** For what cannot be undone: it is not left by a click beside it. */
  readonly grave?: boolean
}

/** A question that has to be answered before going on. Reading and long forms have pages of their own. */
export function Dialog({ title, open, onClose, children, acts, grave = false }: DialogProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      onOpenChange={(stays) => stays || onClose()}
      isDismissable={!grave}
    >
      <Modal className="dialog">
        <AriaDialog role={grave ? 'alertdialog' : 'dialog'}>
          <div className="dialog__head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
          </div>
          <div className="dialog__body">{children}</div>
          <div className="dialog__acts">{acts}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
