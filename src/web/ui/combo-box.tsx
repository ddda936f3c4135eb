import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { buttonClass } from './button.tsx'
import { controlProps, Field, type FieldProps, fieldId } from './field.tsx'
import { useTypedBefore } from './use-typed-before.ts'

/** Something to be found by its words. */
export interface Candidate {
  readonly label: string
  /** Beside it, to tell apart what is called alike. */
  readonly note?: string
}

interface ComboBoxProps extends FieldProps {
  readonly candidates: readonly Candidate[]
  /** Where candidates are asked for while somebody types, as `?q=`, instead of those; answers `{ rows }` of them. */
  readonly suggest?: string
  readonly defaultValue?: string | undefined
  readonly placeholder?: string
}

/**
 * One of many, found by typing. What is sent is the text itself, so that it is the same with and without script:
 * whoever takes it looks the text up, and says so where it names nothing.
 */
export function ComboBox({ candidates, suggest, defaultValue = '', placeholder, ...field }: ComboBoxProps) {
  const [plain, typed] = useTypedBefore<HTMLInputElement>()
  const [asked, ask] = useSuggestions(suggest)
  const items = (suggest === undefined ? candidates : asked).map((each) => ({ ...each, id: each.label }))
  const control = { ...controlProps(field), ...(placeholder !== undefined && { placeholder }) }
  if (typed === null) {
    return (
      <Field {...field}>
        <input
          ref={plain}
          className="input"
          list={`${control.id}-list`}
          defaultValue={defaultValue}
          {...control}
        />
        <datalist id={`${control.id}-list`}>
          {candidates.map(({ label }) => (
            <option key={label} value={label} />
          ))}
        </datalist>
      </Field>
    )
  }
  return (
    <Field {...field}>
      <AriaComboBox
        id={fieldId(field.name)}
        aria-label={field.label}
        allowsCustomValue
        defaultInputValue={typed.text}
        autoFocus={typed.focused}
        {...(suggest === undefined ? { defaultItems: items } : { items, onInputChange: ask })}
        allowsEmptyCollection
        isInvalid={field.error !== undefined}
      >
        <div className="paired">
          <Input className="input" {...control} />
          <Button className={buttonClass()} aria-label="全部选项">
            <span className="ic ic--alone ic--down" aria-hidden="true" />
          </Button>
        </div>
        <Popover className="float">
          <ListBox className="list" renderEmptyState={() => <p className="list__none">没有相符的选项</p>}>
            {({ label, note }: Candidate) => (
              <ListBoxItem id={label} textValue={label} className="list__item">
                {label}
                {note !== undefined && <small>{note}</small>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </Field>
  )
}

/** Milliseconds that somebody may take to the next letter before it is asked for. */
const pause = 200

/** The candidates for what was typed last. What cannot be asked is not offered; it can be typed all the same. */
function useSuggestions(
  address: string | undefined,
): readonly [readonly Candidate[], (typed: string) => void] {
  const [found, setFound] = useState<readonly Candidate[]>([])
  const [typed, setTyped] = useState('')
  useEffect(() => {
    const words = typed.trim()
    if (address === undefined || words === '') return setFound([])
    const given = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await fetch(`${address}?${new URLSearchParams({ q: words })}`, {
        signal: given.signal,
      }).catch(() => null)
      if (answer?.ok) setFound(((await answer.json()) as { readonly rows: readonly Candidate[] }).rows)
    }, pause)
    return () => {
      clearTimeout(timer)
      given.abort()
    }
  }, [address, typed])
  return [found, setTyped]
}
