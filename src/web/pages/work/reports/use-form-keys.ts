import { type RefObject, useEffect } from 'react'
import { arrows, cellOf, neighbour, roveTo } from './grid-steps.ts'

/** The arrow keys lead from cell to cell of a form whose figures are links, as they do in a worksheet. */
export function useFormKeys(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const form = root.current
    if (form === null) return
    const end = new AbortController()
    const { signal } = end
    roveTo(form, form.querySelector('.form td:has(> a:not(.mark))'))
    const onKey = (event: KeyboardEvent): void => {
      const arrow = arrows[event.key as keyof typeof arrows]
      const cell = cellOf(event.target as Element)
      if (arrow === undefined || cell === null || event.ctrlKey || event.metaKey || event.altKey) return
      const handle = neighbour(form, cell, arrow)?.querySelector<HTMLElement>('a:not(.mark)')
      if (!handle) return
      event.preventDefault()
      handle.focus()
    }
    const onFocus = ({ target }: FocusEvent): void => {
      const cell = cellOf(target as Element)
      if (cell !== null) roveTo(form, cell)
    }
    form.addEventListener('keydown', onKey, { signal })
    form.addEventListener('focusin', onFocus, { signal })
    return () => end.abort()
  }, [root])
}
