import { Form, Link } from 'react-router'
import { SubmitButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface ViewsProps {
  readonly views: readonly { readonly id: string; readonly name: string; readonly href: string }[]
  /** Whether there is a filter to keep. */
  readonly mayKeep: boolean
  readonly error: string | undefined
}

/** The filters that somebody keeps under a name, and keeping the one in use. */
export function SavedViews({ views, mayKeep, error }: ViewsProps) {
  if (views.length === 0 && !mayKeep) return null
  return (
    <section className="work-views noprint" aria-label="保存的筛选">
      {views.map(({ id, name, href }) => (
        <Form method="post" key={id} className="work-views__one">
          <Link to={href}>{name}</Link>
          <input type="hidden" name="view" value={id} />
          <button type="submit" name="intent" value="removeView" aria-label={`删除筛选 ${name}`}>
            ×
          </button>
        </Form>
      ))}
      {mayKeep && (
        <Form method="post" className="work-views__keep" noValidate>
          <TextField
            name="name"
            label="把这一筛选保存为"
            maxLength={30}
            autoComplete="off"
            short
            error={error}
          />
          <SubmitButton kind="plain" name="intent" value="saveView" pending="正在保存…">
            保存
          </SubmitButton>
        </Form>
      )}
    </section>
  )
}
