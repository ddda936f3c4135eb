import type { KeyboardEvent } from 'react'
import { fieldId } from '../../ui/field.tsx'

const stops = 'input:not([type=hidden], [type=file], [tabindex="-1"]), select, textarea, button[type=submit]'

/**
 * Enter goes on to the next field, as on the number pad of a till; Ctrl+Enter sends the form from anywhere. While
 * characters are being composed Enter belongs to the input method; Shift+Enter is a new line; buttons, boxes and
 * summaries keep theirs.
 */
export function toNextField(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, ctrlKey, metaKey, shiftKey, target, currentTarget: form } = event
  if (key !== 'Enter' || event.nativeEvent.isComposing) return
  if (ctrlKey || metaKey) {
    event.preventDefault()
    form.requestSubmit()
    return
  }
  const typed = target as HTMLElement
  if (shiftKey || !typed.matches('input:not([type=file]), select, textarea')) return
  event.preventDefault()
  const fields = [...form.querySelectorAll<HTMLElement>(stops)].filter((field) => field.offsetParent !== null)
  const next = fields[fields.indexOf(typed) + 1]
  next?.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
}

/** Keys that lead to a field together with Alt, as the page lists them. */
export const shortcuts = [
  { key: 'q', name: 'channel', what: '提出方式' },
  { key: 'r', name: 'arrivedOn', what: '到达日期' },
  { key: 'n', name: 'applicant.name', what: '申请人' },
  { key: 't', name: 'content.title', what: '信息名称' },
  { key: 'p', name: 'papers', what: '扫描件' },
] as const

/** Goes to the field that Alt and a letter mean, from anywhere on the page. */
export function toNamedField(event: globalThis.KeyboardEvent): void {
  if (!event.altKey || event.ctrlKey || event.metaKey) return
  const found = shortcuts.find(({ key }) => event.code === `Key${key.toUpperCase()}`)
  const field = found && document.getElementById(fieldId(found.name))
  if (!field) return
  event.preventDefault()
  field.focus()
}
