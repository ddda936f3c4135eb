import type { MouseEvent, ReactNode, RefObject } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { Button } from '../../../ui/button.tsx'
import { addColumn, addRow, newTable, removeColumn, removeRow, toggleHead } from './rich-table.ts'

/** Where the caret stands. */
export interface Place {
  readonly block: string
  readonly table: boolean
}

/** The kinds of paragraphs, by their tags. The title of the page is its first heading. */
const blocks = { p: '正文', h2: '章标题', h3: '节标题', h4: '小标题' } as const

const elementOf = (node: Node | null): Element | null =>
  node instanceof Element ? node : (node?.parentElement ?? null)

export function placeOf(root: HTMLElement, node: Node | null): Place {
  const element = elementOf(node)
  const block = element?.closest('p,h2,h3,h4,h5,li,td,th')
  const inside = block && root.contains(block) ? block.tagName.toLowerCase() : 'p'
  return { block: inside, table: element?.closest('td,th') != null && root.contains(element) }
}

interface ToolsProps {
  readonly root: RefObject<HTMLDivElement | null>
  /** Where the caret was before the tools were reached for. */
  readonly caret: RefObject<Range | null>
  readonly place: Place
}

/** What can be done to the text, each by its word; arrow keys go from one to the next. */
export function RichTextTools({ root, caret, place }: ToolsProps) {
  const back = () => {
    root.current?.focus()
    if (caret.current === null) return
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(caret.current)
  }
  const command = (name: string, value?: string) => () => {
    back()
    document.execCommand(name, false, value)
  }
  const table = (change: (cell: HTMLTableCellElement) => void) => () => {
    back()
    const cell = elementOf(getSelection()?.anchorNode ?? null)?.closest('td,th')
    if (!(cell instanceof HTMLTableCellElement) || !root.current?.contains(cell)) return
    change(cell)
    root.current.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const tool = (label: ReactNode, run: () => void, pressed?: boolean) => (
    <Button
      small
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
      onClick={run}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
    >
      {label}
    </Button>
  )
  return (
    <Toolbar className="rich__tools" aria-label="正文的格式">
      {Object.entries(blocks).map(([tag, word]) => (
        <span key={tag}>{tool(word, command('formatBlock', tag), place.block === tag)}</span>
      ))}
      {tool('加粗', command('bold'))}
      {tool('编号列表', command('insertOrderedList'))}
      {tool('项目列表', command('insertUnorderedList'))}
      {tool('插入表格', command('insertHTML', newTable(3, 3)))}
      {tool('清除格式', command('removeFormat'))}
      {tool('撤销', command('undo'))}
      {tool('重做', command('redo'))}
      {place.table && (
        <span className="rich__table">
          {tool('加行', table(addRow))}
          {tool('加列', table(addColumn))}
          {tool('删行', table(removeRow))}
          {tool('删列', table(removeColumn))}
          {tool('首行作表头', table(toggleHead))}
        </span>
      )}
    </Toolbar>
  )
}
