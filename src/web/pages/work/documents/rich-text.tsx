import { type ClipboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { fieldId } from '../../../ui/field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { useTypedBefore } from '../../../ui/use-typed-before.ts'
import { rangeOf } from '../annual/prose-fields.ts'
import '../../portal/annual-report.css'
import '../../portal/document.css'
import { cleanPaste, cleanPlain, cleanTyped } from './clean-paste.ts'
import { type Place, placeOf, RichTextTools } from './rich-text-tools.tsx'

/** What may be done to the text from beside it. */
export interface RichTextHandle {
  /** Marks the stretch that reads so. */
  mark(words: string): void
}

interface RichTextProps {
  readonly name: string
  readonly label: string
  readonly html: string
  readonly error?: string | undefined
  /** Told what is to be read in it, at first and after every change. */
  readonly onText: (text: string) => void
  readonly ref: Ref<RichTextHandle>
}

/** An official text: headings, paragraphs, lists, tables. Without script it is typed as plain lines. */
export function RichText({ name, label, html, error, onText, ref }: RichTextProps) {
  const root = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<Range | null>(null)
  const [place, setPlace] = useState<Place>({ block: 'p', table: false })
  const [pictures, setPictures] = useState(0)
  const [plain, typed] = useTypedBefore<HTMLTextAreaElement>()

  const told = () => {
    if (root.current === null || field.current === null) return
    const empty =
      (root.current.textContent ?? '').trim() === '' && root.current.querySelector('table') === null
    field.current.value = empty ? '' : root.current.innerHTML
    // biome-ignore lint/performance/useDomNodeTextContent: paragraphs and cells have to stand apart
    onText(root.current.innerText)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is the editor's own from here on
  useEffect(() => {
    if (typed === null || root.current === null) return
    const text = typed.changed ? cleanTyped(typed.text) : html
    root.current.innerHTML = text === '' ? '<p><br></p>' : text
    document.execCommand('defaultParagraphSeparator', false, 'p')
    document.execCommand('styleWithCSS', false, 'false')
    if (typed.focused) root.current.focus()
    told()
  }, [typed])
  useEffect(() => {
    const keep = () => {
      const selection = getSelection()
      if (!selection?.rangeCount || !root.current?.contains(selection.anchorNode)) return
      caret.current = selection.getRangeAt(0).cloneRange()
      setPlace(placeOf(root.current, selection.anchorNode))
    }
    document.addEventListener('selectionchange', keep)
    return () => document.removeEventListener('selectionchange', keep)
  }, [])
  useImperativeHandle(ref, () => ({
    mark(words) {
      const range = root.current && rangeOf(root.current, words)
      if (!range) return
      root.current?.focus()
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
    },
  }))

  if (typed === null) {
    return (
      <TextArea
        ref={plain}
        name={name}
        label={label}
        hint="一行一段；也可以用 HTML 标记。"
        rows={18}
        defaultValue={html}
        error={error}
      />
    )
  }
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault()
    const source = event.clipboardData.getData('text/html')
    const pasted =
      source === ''
        ? { html: cleanPlain(event.clipboardData.getData('text/plain')), pictures: 0 }
        : cleanPaste(source)
    setPictures(pasted.pictures)
    document.execCommand('insertHTML', false, pasted.html)
  }
  return (
    <div className={error === undefined ? 'field' : 'field field--wrong'}>
      <span className="field__label" id={`${name}-label`}>
        {label}
      </span>
      {error !== undefined && (
        <p className="field__error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div className="rich">
        <RichTextTools root={root} caret={caret} place={place} />
        {/* biome-ignore lint/a11y/useSemanticElements: a text area cannot hold headings and tables */}
        <div
          className="published__text document__text rich__text"
          ref={root}
          id={fieldId(name)}
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          tabIndex={0}
          aria-multiline="true"
          aria-labelledby={`${name}-label`}
          {...(error !== undefined && { 'aria-describedby': `${name}-error` })}
          onInput={told}
          onPaste={onPaste}
        />
      </div>
      {pictures > 0 && (
        <p className="field__hint" role="status">
          粘贴的内容中有 {pictures} 张图片没有带来，请作为附件添加。
        </p>
      )}
      <textarea hidden name={name} ref={field} defaultValue={html} aria-hidden="true" tabIndex={-1} />
    </div>
  )
}
