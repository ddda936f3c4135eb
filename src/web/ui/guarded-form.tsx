import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { Form, useBlocker } from 'react-router'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

/** The forms of the page in which something was typed and not sent. */
const Unsent = createContext<Set<string>>(new Set())

interface GuardedFormProps extends Omit<ComponentProps<typeof Form>, 'onInput' | 'onSubmit'> {
  /** What came back where it was not done: what was typed is then still to be lost. */
  readonly refused?: object | undefined
}

/**
 * A form with something to be lost. Where script runs it asks before it is left with what was typed and not sent: on
 * the way to another page of ours through the `LeaveGuard` around it, in `src/web/enhance` before the tab is closed.
 */
export function GuardedForm({ refused, ...form }: GuardedFormProps) {
  const unsent = useContext(Unsent)
  const id = useId()
  const typed = useRef(false)
  useEffect(() => {
    if (refused !== undefined && typed.current) unsent.add(id)
  }, [unsent, id, refused])
  useEffect(() => () => void unsent.delete(id), [unsent, id])
  return (
    <Form
      noValidate
      {...form}
      data-keep
      onInput={() => {
        typed.current = true
        unsent.add(id)
      }}
      onSubmit={() => void unsent.delete(id)}
    />
  )
}

/** Asks for all guarded forms within, for a page may have several and the router asks one alone. */
export function LeaveGuard({ children }: { readonly children: ReactNode }) {
  const [unsent] = useState(() => new Set<string>())
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsent.size > 0 && currentLocation.pathname !== nextLocation.pathname,
  )
  return (
    <Unsent value={unsent}>
      {children}
      <Dialog
        title="离开这一页？"
        open={leaving.state === 'blocked'}
        onClose={() => leaving.reset?.()}
        acts={
          <>
            <Button onClick={() => leaving.reset?.()}>留下</Button>
            <Button kind="primary" onClick={() => leaving.proceed?.()}>
              离开
            </Button>
          </>
        }
      >
        <p>填写的内容还没有提交，离开后会丢失。</p>
      </Dialog>
    </Unsent>
  )
}
