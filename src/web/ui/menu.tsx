import { Button } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { buttonClass } from './button.tsx'
import { useHydrated } from './use-hydrated.ts'

/** Something a menu leads to, or does. */
export interface MenuEntry {
  readonly key: string
  readonly label: string
  readonly note?: string
  readonly href?: string
  readonly act?: () => void
  readonly disabled?: boolean
}

/** Further deeds behind one button. What is done often does not belong here. */
export function Menu({ label, entries }: { readonly label: string; readonly entries: readonly MenuEntry[] }) {
  if (!useHydrated()) return <MenuLinks entries={entries} />
  return (
    <MenuTrigger>
      <Button className={buttonClass()}>
        {label}
        <span className="ic ic--after ic--down" aria-hidden="true" />
      </Button>
      <Popover className="float">
        <AriaMenu className="list" disabledKeys={entries.filter((e) => e.disabled).map((e) => e.key)}>
          {entries.map(({ key, label: text, note, href, act }) => (
            <MenuItem
              key={key}
              id={key}
              className="list__item"
              textValue={text}
              {...(href !== undefined && { href })}
              {...(act !== undefined && { onAction: act })}
            >
              {text}
              {note !== undefined && <small>{note}</small>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

/** Without script the entries that lead somewhere stand in the open. */
function MenuLinks({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return entries
    .filter(({ href, disabled }) => href !== undefined && !disabled)
    .map(({ key, label, href }) => (
      <a key={key} className={buttonClass()} href={href}>
        {label}
      </a>
    ))
}
