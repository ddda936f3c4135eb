/** One key, or two after each other with a space between: 'g b'. */
export interface Shortcut {
  readonly keys: string
  readonly says: string
  readonly act: () => void
}

/** Milliseconds in which the second key has to follow the first. */
const patience = 1500

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role=dialog], [role=alertdialog]') !== null)

/** Listens for the keys; off while somebody types, and with a key that belongs to the browser. Returns how to stop. */
export function keyPressed(page: Document, shortcuts: readonly Shortcut[]): () => void {
  let before = ''
  let at = 0
  const listen = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, isComposing, target, timeStamp } = event
    if (ctrlKey || metaKey || altKey || isComposing || isTyping(target)) return
    const both = timeStamp - at < patience ? `${before} ${key}` : key
    const found = shortcuts.find(({ keys }) => keys === both) ?? shortcuts.find(({ keys }) => keys === key)
    before = found === undefined ? key : ''
    at = timeStamp
    if (found === undefined) return
    event.preventDefault()
    found.act()
  }
  page.addEventListener('keydown', listen)
  return () => page.removeEventListener('keydown', listen)
}
