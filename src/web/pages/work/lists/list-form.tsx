import { type FormEvent, type ReactNode, useState } from 'react'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { type ListAnswer, type Looked, listField } from './sent-list.ts'

interface Told<Plan> {
  readonly errors: Readonly<Record<string, string>> | undefined
  /** Null before a list was looked at, and again once another one is chosen. */
  readonly looked: Looked<Plan> | null
  /** Listens to the form: what was said of one list is not said of another. */
  readonly onChange: (event: FormEvent<HTMLFormElement>) => void
}

/** What the page knows of the list that was sent. */
export function useListAnswer<Plan>(answer: ListAnswer<Plan> | undefined): Told<Plan> {
  const [forgotten, setForgotten] = useState<ListAnswer<Plan> | undefined>()
  return {
    errors: answer !== undefined && 'errors' in answer ? answer.errors : undefined,
    looked: answer !== undefined && 'plan' in answer && answer !== forgotten ? answer : null,
    onChange: ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === listField) setForgotten(answer)
    },
  }
}

interface ListFormProps<Plan> {
  readonly told: Told<Plan>
  readonly label: string
  readonly hint: string
  /** Endings of files that are taken. */
  readonly accept?: string
  /** On the button that looks. */
  readonly look?: string
  readonly looking?: string
  /** On the button that takes the list in: 确认导入 12 件; null where there is nothing to take in. */
  readonly confirm: (plan: Plan) => string | null
  readonly taking?: string
  /** Other fields. */
  readonly children?: ReactNode
  /** Beside the buttons. */
  readonly beside?: ReactNode
}

/** A list is chosen, looked at, and then taken in as it was looked at. */
export function ListForm<Plan>({
  told: { errors, looked, onChange },
  label,
  hint,
  accept = '.xlsx,.csv',
  look = '预览',
  looking = '正在逐行核对…',
  confirm,
  taking = '正在导入，请不要关闭页面…',
  children,
  beside,
}: ListFormProps<Plan>) {
  const wanted = looked === null ? null : confirm(looked.plan)
  return (
    <GuardedForm method="post" encType="multipart/form-data" className="stack" onChange={onChange}>
      <ErrorSummary errors={errors} />
      <FileField
        name={listField}
        label={label}
        hint={hint}
        accept={accept}
        required
        error={errors?.[listField]}
      />
      {children}
      {looked !== null && <input type="hidden" name="seen" value={looked.seen} />}
      <div className="deed__acts">
        {wanted === null ? (
          <SubmitButton name="intent" value="look" pending={looking}>
            {look}
          </SubmitButton>
        ) : (
          <>
            <SubmitButton name="intent" value="import" pending={taking}>
              {wanted}
            </SubmitButton>
            <Button type="submit" name="intent" value="look">
              重新预览
            </Button>
          </>
        )}
        {beside}
      </div>
    </GuardedForm>
  )
}

/** Said where the file that was sent is not the one that was looked at. */
export const OtherList = ({ looked }: { readonly looked: Looked<unknown> | null }) =>
  looked?.changed ? (
    <Note state="soon" title="文件与预览时不同，没有导入" live>
      下面是新文件的预览，核对后再确认导入。
    </Note>
  ) : null
