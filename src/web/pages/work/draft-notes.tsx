import { useEffect, useRef } from 'react'
import { useFetcher, useParams } from 'react-router'
import { type Day, formatChinese } from '../../../law/day.ts'
import { type FactName, factDefinitions } from '../../../office/letters/facts.ts'
import { letters } from '../../../office/letters/letters.ts'
import { type EndingKey, endings } from '../../../office/requests/endings.ts'
import { Note } from '../../ui/note.tsx'

/** What the law wants said in the letter of an ending: in its own words, and what of it has to be filled in. */
export function mustsOf(ending: EndingKey): readonly string[] {
  const { states } = letters[ending]
  return endings[ending].mustState.map((must, place) => {
    const facts = (states[place] ?? []).map((name: FactName) => factDefinitions[name].caption)
    return facts.length === 0 ? `${must}（文书已经写明）` : `${must}（${facts.join('、')}）`
  })
}

interface NotesProps {
  readonly returned: { readonly on: Day; readonly remarks: string } | null
  readonly musts: readonly string[]
}

/** Before the form of a draft: why the last one came back, what cannot be left out, and the preview while typing. */
export function DraftNotes({ returned, musts }: NotesProps) {
  return (
    <>
      {returned !== null && (
        <Note state="soon" title={`${formatChinese(returned.on)}退回重拟`}>
          <p className="case__text">{returned.remarks}</p>
          <p>下面是退回的拟稿，改后再提交。</p>
        </Note>
      )}
      {musts.length > 0 && (
        <details>
          <summary>依法必须写明的内容，缺少的不能拟稿</summary>
          <ul className="deed__musts">
            {musts.map((must) => (
              <li key={must}>{must}</li>
            ))}
          </ul>
        </details>
      )}
      <LivePreview now={returned !== null} />
    </>
  )
}

/** Milliseconds without typing after which the letter is written anew. */
const pause = 900

/** Where script runs, the letter follows what is typed; without it there is the button. `now`: before anything is. */
function LivePreview({ now }: { readonly now: boolean }) {
  const { id } = useParams()
  const here = useRef<HTMLSpanElement>(null)
  const { submit, state } = useFetcher({ key: `preview-${id}` })
  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        const typed = new FormData(form)
        typed.set('intent', 'preview')
        void submit(typed, { method: 'post' })
      }, pause)
    }
    if (now) write()
    form.addEventListener('input', write)
    return () => {
      clearTimeout(waiting)
      form.removeEventListener('input', write)
    }
  }, [submit, now])
  return (
    <span className="sr" role="status" ref={here}>
      {state === 'idle' ? '' : '正在更新预览'}
    </span>
  )
}
