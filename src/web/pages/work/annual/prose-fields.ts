import { escaped, piecesOf, type Reference, written } from '../../../../report/prose.ts'
import type { ChipWords } from './live-figures.ts'

type Words = (reference: Reference) => ChipWords

/** A caret cannot stand behind a chip at the end of a line; behind this it can. It is no part of the text. */
const stand = '\u200b'

const isChip = (node: Node): node is HTMLElement =>
  node instanceof HTMLElement && node.dataset.figure !== undefined

/** A live figure in the editor: its value, taken and deleted as one character. */
export function chipOf(reference: Reference, words: Words): HTMLElement {
  const chip = document.createElement('span')
  chip.className = 'chip'
  chip.contentEditable = 'false'
  chip.dataset.figure = written(reference)
  const { text, title, wanting } = words(reference)
  chip.textContent = text
  chip.title = title
  if (wanting) chip.dataset.wanting = ''
  return chip
}

/** The nodes of a text as it is written, its live figures as chips. */
export function nodesOf(text: string, words: Words): readonly Node[] {
  return piecesOf(text).flatMap((piece): readonly Node[] =>
    piece.kind === 'text'
      ? [document.createTextNode(piece.text)]
      : [chipOf(piece.reference, words), document.createTextNode(stand)],
  )
}

/** Puts a text into the editor. */
export const fill = (root: HTMLElement, text: string, words: Words): void =>
  root.replaceChildren(...nodesOf(text, words))

/** Shows in every chip what its figure is now. */
export function refresh(root: HTMLElement, words: Words): void {
  for (const chip of root.querySelectorAll<HTMLElement>('[data-figure]')) {
    const [piece] = piecesOf(chip.dataset.figure ?? '')
    if (piece?.kind === 'figure') {
      const fresh = chipOf(piece.reference, words)
      if (fresh.textContent !== chip.textContent) chip.replaceWith(fresh)
    }
  }
}

/** What stands in the editor, as it is written into the section. */
export function textIn(root: Node): string {
  let out = ''
  const read = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE)
      out += escaped((node.textContent ?? '').replaceAll(stand, '').replace(/\u00a0/g, ' '))
    else if (isChip(node)) out += node.dataset.figure
    else if (node.nodeName === 'BR') out += '\n'
    else {
      const block = node !== root && /^(?:DIV|P|LI)$/.test(node.nodeName)
      if (block && out !== '' && !out.endsWith('\n')) out += '\n'
      for (const child of node.childNodes) read(child)
    }
  }
  read(root)
  return out.replace(/\n+$/, '')
}

/**
 * The stretch of the editor that reads so, or of it from `from` to before `to`; null where none does. Chips read as
 * their figures.
 */
export function rangeOf(root: HTMLElement, words: string, from = 0, to = words.length): Range | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const letters: { readonly node: Text; readonly at: number }[] = []
  let all = ''
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    for (let at = 0; at < node.data.length; at++)
      if (node.data[at] !== stand) {
        letters.push({ node, at })
        all += node.data[at]
      }
  }
  const start = all.indexOf(words)
  const [first, last] = [letters[start + from], letters[start + to - 1]]
  if (words === '' || start < 0 || first === undefined || last === undefined) return null
  const range = document.createRange()
  range.setStart(first.node, first.at)
  range.setEnd(last.node, last.at + 1)
  return range
}

/** Puts nodes where the caret is, so that the browser can undo it; at the end where the caret is elsewhere. */
export function insert(root: HTMLElement, nodes: readonly Node[], at: Range | null): void {
  root.focus()
  const selection = getSelection()
  if (selection === null) return
  if (at !== null && root.contains(at.commonAncestorContainer)) {
    selection.removeAllRanges()
    selection.addRange(at)
  } else if (!root.contains(selection.anchorNode)) {
    selection.selectAllChildren(root)
    selection.collapseToEnd()
  }
  const box = document.createElement('div')
  box.append(...nodes)
  document.execCommand('insertHTML', false, box.innerHTML.replace(/\n/g, '<br>'))
}
