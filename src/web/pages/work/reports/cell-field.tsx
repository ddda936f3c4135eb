import { fieldId } from '../../../ui/field.tsx'
import { fieldOfCell } from './correction-values.ts'

interface CellFieldProps {
  readonly cell: string
  /** 予以公开 / 总计 */
  readonly name: string
  readonly typed: string
  readonly wrong: boolean
  /** It says something else than what was read. */
  readonly changed: boolean
}

/** A cell of the form to be corrected: its figure, 空 or a dash. */
export const CellField = ({ cell, name, typed, wrong, changed }: CellFieldProps) => (
  <input
    className="form__field"
    id={fieldId(fieldOfCell(cell))}
    name={fieldOfCell(cell)}
    aria-label={name}
    defaultValue={typed}
    autoComplete="off"
    {...(wrong && { 'aria-invalid': true })}
    {...(changed && { 'data-changed': '' })}
  />
)
