import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react'
import { type Reference, written } from '../../../../report/prose.ts'
import type { ChipWords } from './live-figures.ts'
import { fill, insert, nodesOf, rangeOf, refresh, textIn } from './prose-fields.ts'

/** What may be done to the text from beside it. */
export interface ProseHandle {
  /** Puts a figure in place of what is marked, or where the caret was. */
  insertFigure(reference: Reference): void
  insertText(text: string): void
  /** Puts a paragraph below what is written. */
  addParagraph(text: string): void
  /** Marks the stretch that reads so. */
  mark(words: string): boolean
  /** Binds a typed figure, found by its sentence, and where it begins in that. */
  bind(sentence: string, from: number, to: number, reference: Reference): boolean
  replace(text: string): void
}

interface ProseEditorProps {
  readonly label: string
  readonly text: string
  readonly words: (reference: Reference) => ChipWords
  readonly takesFocus: boolean
  readonly onText: (text: string) => void
  readonly ref: Ref<ProseHandle>
}

/** Text with live figures, each a chip that shows its value. Needs script; without it the text is written with braces. */
export function ProseEditor({ label, text, words, takesFocus, onText, ref }: ProseEditorProps) {
  const root = useRef<HTMLDivElement>(null)
  const caret = useRef<Range | null>(null)
  const told = () => root.current !== null && onText(textIn(root.current))

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is the editor's own from here on
  useEffect(() => {
    if (root.current === null) return
    fill(root.current, text, words)
    if (takesFocus) root.current.focus()
  }, [])
  useEffect(() => {
    if (root.current !== null) refresh(root.current, words)
  }, [words])
  useEffect(() => {
    const keep = () => {
      const selection = getSelection()
      if (selection?.rangeCount && root.current?.contains(selection.anchorNode))
        caret.current = selection.getRangeAt(0).cloneRange()
    }
    document.addEventListener('selectionchange', keep)
    return () => document.removeEventListener('selectionchange', keep)
  }, [])
  useImperativeHandle(ref, () => ({
    insertFigure(reference) {
      if (root.current !== null) insert(root.current, nodesOf(written(reference), words), caret.current)
      told()
    },
    insertText(more) {
      if (root.current !== null) insert(root.current, nodesOf(more, words), caret.current)
      told()
    },
    addParagraph(more) {
      if (root.current === null) return
      const before = textIn(root.current).trimEnd()
      fill(root.current, before === '' ? more : `${before}\n${more}`, words)
      told()
    },
    mark(stretch) {
      const range = root.current && rangeOf(root.current, stretch)
      if (!range) return false
      root.current?.focus()
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
      return true
    },
    bind(sentence, from, to, reference) {
      const figure = root.current && rangeOf(root.current, sentence, from, to)
      if (!figure || root.current === null) return false
      insert(root.current, nodesOf(written(reference), words), figure)
      told()
      return true
    },
    replace(other) {
      if (root.current !== null) fill(root.current, other, words)
      told()
    },
  }))

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    document.execCommand('insertLineBreak')
  }
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault()
    const pasted = event.clipboardData.getData('text/plain').replace(/\r/g, '')
    if (root.current !== null) insert(root.current, nodesOf(pasted, words), null)
    told()
  }
  const onCopy = (event: ClipboardEvent) => {
    const selection = getSelection()
    if (!selection?.rangeCount) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', textIn(selection.getRangeAt(0).cloneContents()))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text area cannot hold the chips of live figures
    <div
      className="input prose-editor"
      ref={root}
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={label}
      onInput={told}
      onKeyDown={onKey}
      onPaste={onPaste}
      onCopy={onCopy}
    />
  )
}
