import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useFetcher } from 'react-router'
import type { DraftAnswer } from './draft-action.ts'

/** Milliseconds without a key after which a draft is kept. Each keeping is an event for good. */
const pause = 30_000

/**
 * Keeps a draft while it is written, over the version that was seen. Stops where something is wrong with it, or where
 * somebody else wrote meanwhile: then the button says what.
 */
export function useKeptForm(form: RefObject<HTMLFormElement | null>, version: number, keeps: boolean) {
  const fetcher = useFetcher<DraftAnswer>()
  const [typed, setTyped] = useState(0)
  const [kept, setKept] = useState({ typed: 0, version, at: null as string | null })
  const [stopped, setStopped] = useState(false)
  const sent = useRef(0)
  const seen = useRef<DraftAnswer | undefined>(undefined)
  const busy = fetcher.state !== 'idle'
  const dirty = typed !== kept.typed

  useEffect(() => setKept((before) => ({ ...before, version })), [version])

  useEffect(() => {
    if (!keeps || !dirty || busy || stopped) return
    const timer = setTimeout(() => {
      if (form.current === null) return
      const body = new FormData(form.current)
      body.set('seen', String(kept.version))
      body.set('quiet', '')
      sent.current = typed
      void fetcher.submit(body, { method: 'post' })
    }, pause)
    return () => clearTimeout(timer)
  }, [keeps, dirty, busy, stopped, typed, kept.version, form, fetcher.submit])

  useEffect(() => {
    const answer = fetcher.data
    if (answer === undefined || answer === seen.current || busy) return
    seen.current = answer
    if (answer.kept === null) setStopped(true)
    else setKept({ typed: sent.current, version: answer.kept, at: new Date().toTimeString().slice(0, 5) })
  }, [fetcher.data, busy])

  return {
    version: kept.version,
    onTyped: useCallback(() => setTyped((before) => before + 1), []),
    said: busy
      ? '正在自动保存…'
      : stopped
        ? '没有自动保存，请按“保存草稿”查看原因'
        : dirty
          ? '有改动，尚未保存'
          : kept.at === null
            ? null
            : `${kept.at} 已自动保存`,
  }
}
