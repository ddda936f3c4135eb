import { useCallback, useEffect, useRef, useState } from 'react'
import { useFetcher } from 'react-router'
import type { SectionAnswer } from './section-action.ts'

/** Milliseconds without a keystroke after which what was typed is kept. Each keeping is an event for good. */
const pause = 6000

interface Kept {
  /** As it is kept now. */
  readonly text: string
  /** How often the section was written. */
  readonly version: number
  /** What stands in the editor at first. */
  readonly start: string
}

const clock = (): string => new Date().toTimeString().slice(0, 5)

/** Keeps a section while it is written, over the version that was seen; stops where somebody else was quicker. */
export function useAutosave({ text: kept, version, start }: Kept) {
  const fetcher = useFetcher<SectionAnswer>()
  const [text, setText] = useState(start)
  const [saved, setSaved] = useState({ text: kept, version, at: null as string | null })
  const [conflict, setConflict] = useState(false)
  const [message, setMessage] = useState<string | null>(null)
  const seen = useRef<SectionAnswer | undefined>(undefined)
  const busy = fetcher.state !== 'idle'
  const dirty = text !== saved.text

  const send = useCallback(
    (what: string, over: number, settles: readonly string[] = []) => {
      const form = new FormData()
      form.set('text', what)
      form.set('over', String(over))
      form.set('quiet', '')
      for (const hash of settles) form.append('settles', hash)
      void fetcher.submit(form, { method: 'post' })
    },
    [fetcher.submit],
  )
  const save = useCallback(() => {
    if (!busy && dirty && !conflict) send(text, saved.version)
  }, [busy, dirty, conflict, send, text, saved.version])

  useEffect(() => {
    const answer = fetcher.data
    if (answer === undefined || answer === seen.current || fetcher.state !== 'idle') return
    seen.current = answer
    if (answer.saved !== null) {
      setSaved({ text: answer.text, version: answer.saved, at: clock() })
      setMessage(null)
    } else if (answer.conflict !== null) {
      setConflict(true)
      setSaved((before) => ({ ...before, version: answer.conflict ?? before.version }))
    } else setMessage(answer.message)
  }, [fetcher.data, fetcher.state])

  useEffect(() => {
    if (!dirty || message !== null) return
    const timer = setTimeout(save, pause)
    return () => clearTimeout(timer)
  }, [dirty, save, message])

  // On the way to another page it is kept at once; before the tab is closed the browser asks.
  const last = useRef(save)
  last.current = save
  useEffect(() => () => last.current(), [])
  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])

  return {
    text,
    conflict,
    message,
    said: busy
      ? '正在保存…'
      : conflict
        ? '他人先保存了，请先合并'
        : dirty
          ? '有改动，尚未保存'
          : saved.at === null
            ? '与保存的一致'
            : `已保存 ${saved.at}`,
    onText: (typed: string) => {
      setText(typed)
      setMessage(null)
    },
    save,
    /** What both texts were put together to was kept, as the next version. */
    settle: (put: string) => {
      setConflict(false)
      setText(put)
      setSaved({ text: put, version: version + 1, at: clock() })
    },
  }
}
