import { type ComponentProps, useState } from 'react'
import { Form, useBlocker } from 'react-router'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

/**
 * A form with something to be lost. Where script runs it asks before it is left with what was typed and not sent:
 * here on the way to another page of ours, in `src/web/enhance` before the tab is closed.
 */
export function GuardedForm(form: Omit<ComponentProps<typeof Form>, 'onInput' | 'onSubmit'>) {
  const [typed, setTyped] = useState(false)
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) => typed && currentLocation.pathname !== nextLocation.pathname,
  )
  return (
    <>
      <Form noValidate {...form} data-keep onInput={() => setTyped(true)} onSubmit={() => setTyped(false)} />
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
    </>
  )
}
