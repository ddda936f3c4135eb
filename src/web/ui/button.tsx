import { type ComponentProps, type ReactNode, useId } from 'react'
import { Link, useNavigation } from 'react-router'
import { classes } from './classes.ts'

interface Look {
  /** At most one primary button a view. */
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined
  readonly small?: boolean | undefined
  readonly block?: boolean | undefined
}

/** Class names of a button; also for what only looks like one, such as the button of another library. */
export const buttonClass = ({ kind = 'plain', small, block }: Look = {}): string =>
  classes('btn', kind !== 'plain' && `btn--${kind}`, small && 'btn--small', block && 'btn--block')

interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'className' | 'disabled'> {
  /** Why it cannot be pressed now. It stays where it is and says so. */
  readonly disabledBecause?: ReactNode
}

export function Button({ kind, small, block, disabledBecause, type = 'button', ...rest }: ButtonProps) {
  const reason = useId()
  const look = buttonClass({ kind, small, block })
  if (disabledBecause === undefined) return <button {...rest} type={type} className={look} />
  const { onClick: _, ...inert } = rest
  return (
    <>
      <button {...inert} type="button" className={look} aria-disabled="true" aria-describedby={reason} />
      <span className="why" id={reason}>
        {disabledBecause}
      </span>
    </>
  )
}

interface SubmitButtonProps extends Omit<ButtonProps, 'type'> {
  /** Said while the form is on its way. */
  readonly pending?: string
}

/** Sends its form; while it is on its way, where script runs, it says so and cannot be pressed twice. */
export function SubmitButton({ pending = '正在提交…', children, ...rest }: SubmitButtonProps) {
  const busy = useNavigation().state === 'submitting'
  const held = busy && {
    'aria-disabled': true,
    onClick: (e: { preventDefault(): void }) => e.preventDefault(),
  }
  return (
    <Button kind="primary" {...rest} {...held} type="submit">
      {busy ? pending : children}
    </Button>
  )
}

interface LinkButtonProps extends Look, Omit<ComponentProps<typeof Link>, 'className'> {}

/** Goes somewhere, and looks like a button. */
export function LinkButton({ kind, small, block, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonClass({ kind, small, block })} />
}
