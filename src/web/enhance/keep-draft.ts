/**
 * A draft of the application in the storage of the visitor's own browser, never with us. Numbers of identity papers and
 * files are not kept; a draft that nobody comes back to is deleted after thirty days.
 */
const days = 30
const day = 86_400_000

interface Draft {
  readonly at: number
  readonly fields: Readonly<Record<string, readonly string[]>>
}

/** Chosen before the form, and settles which fields it has. */
const first = ['variant', 'applicant.kind', 'agent']

export function keepDraft(page: Document): void {
  const tools = page.querySelector<HTMLElement>('[data-draft]')
  if (tools === null || !works()) return
  const key = `draft:${tools.dataset.draft}`
  if (tools.dataset.draftSent !== undefined) {
    localStorage.removeItem(key)
    return
  }
  const draft = read(key)
  const part = (name: string) => tools.querySelector<HTMLElement>(`[data-draft-${name}]`)
  const say = (words: string) => part('says')?.replaceChildren(words)
  const show = (there: boolean) => {
    for (const name of ['resume', 'delete']) part(name)?.toggleAttribute('hidden', !there)
  }
  const form = tools.closest('form')
  tools.hidden = form === null && draft === null
  show(draft !== null)
  if (draft !== null) say(`这台设备上有${timeOf(draft)}保存的草稿。`)

  part('delete')?.addEventListener('click', () => {
    localStorage.removeItem(key)
    sessionStorage.removeItem(key)
    show(false)
    say('草稿已经删除。')
  })
  part('save')?.addEventListener('click', () => {
    if (form === null) return
    const kept: Draft = { at: Date.now(), fields: fieldsOf(form) }
    localStorage.setItem(key, JSON.stringify(kept))
    show(true)
    say(`草稿已于${timeOf(kept)}保存在这台设备上。`)
  })
  part('resume')?.addEventListener('click', () => {
    const kept = read(key)
    if (kept === null) return
    if (form !== null) return fill(form, kept, say)
    sessionStorage.setItem(key, 'resume')
    begin(page, kept)
  })
  if (form !== null && draft !== null && sessionStorage.getItem(key) !== null) {
    sessionStorage.removeItem(key)
    fill(form, draft, say)
  }
}

/** Whether the browser lets us keep anything. */
function works(): boolean {
  try {
    return localStorage.length >= 0 && sessionStorage.length >= 0
  } catch {
    return false
  }
}

function read(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
    if (draft === null || Date.now() - draft.at < days * day) return draft
  } catch {}
  localStorage.removeItem(key)
  return null
}

const timeOf = ({ at }: Draft): string => {
  const on = new Date(at)
  const minutes = String(on.getMinutes()).padStart(2, '0')
  return `${on.getFullYear()}年${on.getMonth() + 1}月${on.getDate()}日${on.getHours()}:${minutes}`
}

const isKept = (name: string): boolean => !/idNumber$|^(?:once|opened|intent|website)$/.test(name)

function fieldsOf(form: HTMLFormElement): Draft['fields'] {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '' && isKept(name))
      fields[name] = [...(fields[name] ?? []), value]
  return fields
}

/** Answers the questions before the form as they were answered, and goes on to it. */
function begin(page: Document, { fields }: Draft): void {
  for (const name of first)
    for (const radio of page.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${name}"]`))
      radio.checked = fields[name]?.includes(radio.value) ?? radio.checked
  page.querySelector<HTMLElement>('button[name=intent][value=fill]')?.click()
}

/** Puts back what was typed; what stands there already stays. */
function fill(form: HTMLFormElement, draft: Draft, say: (words: string) => void): void {
  for (const [name, values] of Object.entries(draft.fields)) {
    for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value)
      else if (field.type !== 'hidden' && field.value === '') field.value = values[0] ?? ''
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
  say(`已恢复${timeOf(draft)}保存的草稿；证件号码和附件没有保存，请重新填写、选择。`)
}
