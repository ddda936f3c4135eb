import { Button } from 'react-aria-components/Button'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { buttonClass } from './button.tsx'
import { useHydrated } from './use-hydrated.ts'

interface Message {
  readonly text: string
  readonly failed?: boolean
  readonly undo?: () => void
}

const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 })

/** Milliseconds for which a message stays. One that can be undone, or tells of a failure, stays until it is closed. */
const stays = 6000

/** Says in passing that something was done. What must not be missed is a `Note` on the page. */
export function say(message: Message): void {
  queue.add(message, message.failed || message.undo ? {} : { timeout: stays })
}

/** Where messages appear; once in a shell. */
export function Toasts() {
  if (!useHydrated()) return null
  return (
    <ToastRegion queue={queue} className="toasts" aria-label="消息">
      {({ toast }) => (
        <AriaToast toast={toast} className="toast" data-s={toast.content.failed ? 'late' : 'ok'}>
          <ToastContent>{toast.content.text}</ToastContent>
          <span className="toast__acts">
            {toast.content.undo && (
              <Button
                className={buttonClass()}
                onPress={() => {
                  toast.content.undo?.()
                  queue.close(toast.key)
                }}
              >
                撤销
              </Button>
            )}
            <Button slot="close" className={buttonClass()}>
              关闭
            </Button>
          </span>
        </AriaToast>
      )}
    </ToastRegion>
  )
}
