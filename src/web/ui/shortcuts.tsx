import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { keyPressed, type Shortcut } from './shortcut-keys.ts'
import { useHydrated } from './use-hydrated.ts'

/** Where a browser keeps that its reader wants no shortcuts (WCAG 2.1.4). */
const switchedOff = 'shortcuts-off'

/** Moves among the rows of the first list: the link that names each row takes the focus. */
function stepRow(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('main tbody tr > th a')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  links[at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by]?.focus()
}

const ofPage: readonly Shortcut[] = [
  {
    keys: '/',
    says: '查找登记编号、文号',
    act: () => document.querySelector<HTMLElement>('.bar input[type=search]')?.focus(),
  },
  { keys: 'j', says: '列表的下一行', act: () => stepRow(1) },
  { keys: 'k', says: '列表的上一行', act: () => stepRow(-1) },
]

interface ShortcutsProps {
  /** Where the reader may go, by key. */
  readonly places: readonly { readonly keys: string; readonly says: string; readonly href: string }[]
}

/** Keys that save the way to the mouse, a list of them, and a switch for those whom they disturb. */
export function Shortcuts({ places }: ShortcutsProps) {
  const [open, setOpen] = useState(false)
  const [off, setOff] = useState(false)
  const navigate = useNavigate()
  const hydrated = useHydrated()
  useEffect(() => setOff(localStorage.getItem(switchedOff) !== null), [])
  useEffect(() => {
    if (off) return
    const all: readonly Shortcut[] = [
      ...places.map(({ keys, says, href }) => ({ keys, says, act: () => void navigate(href) })),
      ...ofPage,
      { keys: '?', says: '这张表', act: () => setOpen(true) },
    ]
    return keyPressed(document, all)
  }, [off, places, navigate])
  if (!hydrated) return null
  const turn = () => {
    if (off) localStorage.removeItem(switchedOff)
    else localStorage.setItem(switchedOff, 'true')
    setOff(!off)
  }
  return (
    <>
      <button type="button" className="bar__out" onClick={() => setOpen(true)}>
        快捷键
      </button>
      <Dialog
        title="快捷键"
        open={open}
        onClose={() => setOpen(false)}
        acts={
          <>
            <Button onClick={turn}>{off ? '启用快捷键' : '停用快捷键'}</Button>
            <Button kind="primary" onClick={() => setOpen(false)}>
              关闭
            </Button>
          </>
        }
      >
        <p>{off ? '快捷键已经停用。' : '光标在填写处时不起作用。两个字母的，依次按下。'}</p>
        <dl className="shortcuts">
          {[...places, ...ofPage, { keys: '?', says: '这张表' }].map(({ keys, says }) => (
            <div key={keys}>
              <dt>
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  )
}
