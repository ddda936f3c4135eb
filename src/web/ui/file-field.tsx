import { controlProps, Field, type FieldProps } from './field.tsx'

interface FileFieldProps extends FieldProps {
  /** Kinds that are taken, as the attribute: .pdf,.docx,image/*. */
  readonly accept?: string
  readonly multiple?: boolean
  /** Most bytes of one file. What is larger is named before it is sent; the server refuses it in any case. */
  readonly limit?: number
}

/**
 * Files, by the control of the platform; what is written on its button is ours, since browsers write it in their own
 * language. Where script runs files can be dropped anywhere on the sheet, and are listed with their sizes.
 */
export function FileField({ accept, multiple, limit, ...field }: FileFieldProps) {
  return (
    <Field {...field}>
      <div className="drop" data-drop={limit ?? ''}>
        <div className="drop__pick">
          <input
            type="file"
            {...controlProps(field)}
            {...(accept !== undefined && { accept })}
            {...(multiple && { multiple })}
          />
          <span className="drop__face" aria-hidden="true">
            选择文件
          </span>
        </div>
        <ul className="drop__list" aria-live="polite" suppressHydrationWarning />
      </div>
    </Field>
  )
}
