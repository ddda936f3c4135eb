import { useId } from 'react'
import { Form } from 'react-router'

interface SearchFieldProps {
  /** Where the question is sent, as `?q=`. */
  readonly action: string
  /** What can be looked for: 标题、文号、索引号或正文. */
  readonly placeholder: string
  readonly label?: string
  readonly defaultValue?: string | undefined
  /** Sends what is typed in the body: where somebody may type what must not stand in an address. */
  readonly post?: boolean
  /** Titles are suggested while somebody types: of that organ, or of all. Absent: none are. */
  readonly suggest?: { readonly organ?: string }
}

/** A question and its button. The answer has an address of its own. */
export function SearchField({
  action,
  placeholder,
  label = '检索',
  defaultValue,
  post,
  suggest,
}: SearchFieldProps) {
  const id = useId()
  return (
    <Form className="search" role="search" action={action} method={post ? 'post' : 'get'}>
      {post && <input type="hidden" name="intent" value="find" />}
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <input
        className="input"
        id={id}
        name="q"
        type="search"
        placeholder={placeholder}
        defaultValue={defaultValue}
        data-suggest={suggest && `/api/v1/search/suggestions?${new URLSearchParams(suggest)}`}
      />
      <button type="submit" className="btn btn--primary">
        <span className="ic ic--search" aria-hidden="true" />
        检索
      </button>
    </Form>
  )
}
