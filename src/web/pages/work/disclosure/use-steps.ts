import { type RefObject, useEffect, useRef, useState } from 'react'
import { useSubmit } from 'react-router'
import { fromField, mostField, type SitePlan } from './site-import.ts'

/** Pages taken in at once: a step lasts a few seconds. */
const step = 200

interface Steps {
  /** What all steps so far have brought. */
  readonly plan: SitePlan | null
  /** Around the form that is sent again for each step. */
  readonly form: RefObject<HTMLDivElement | null>
  /** More is to come. */
  readonly goesOn: boolean
}

/**
 * Where script runs, a long import goes step by step, so that it can be seen how far it has come: the form asks for the
 * first pages, and is sent again for the next until none is left. Without script all come in at once.
 */
export function useSteps(answer: SitePlan | null): Steps {
  const form = useRef<HTMLDivElement>(null)
  const [sum, setSum] = useState<SitePlan | null>(null)
  const submit = useSubmit()
  useEffect(() => {
    const element = form.current?.querySelector('form')
    if (element?.elements.namedItem(mostField) === null) {
      const most = document.createElement('input')
      Object.assign(most, { type: 'hidden', name: mostField, value: String(step) })
      element.append(most)
    }
  })
  useEffect(() => {
    setSum((before) =>
      answer === null || answer.from === 0 || before === null ? answer : added(before, answer),
    )
    const element = form.current?.querySelector('form')
    if (answer === null || !answer.done || answer.next === null || !element) return
    const again = new FormData(element)
    again.set('intent', 'import')
    again.set(fromField, String(answer.next))
    void submit(again, { method: 'post', encType: 'multipart/form-data' })
  }, [answer, submit])
  return { plan: sum ?? answer, form, goesOn: answer?.done === true && answer.next !== null }
}

const added = (before: SitePlan, step: SitePlan): SitePlan => ({
  ...step,
  taken: before.taken + step.taken,
  same: before.same + step.same,
  notUnderstood: [...before.notUnderstood, ...step.notUnderstood],
})
