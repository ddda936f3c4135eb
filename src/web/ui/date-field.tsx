import { useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { type Day, formatChinese, formatWeekday } from '../../law/day.ts'
import { buttonClass } from './button.tsx'
import { readDay } from './day-text.ts'
import { controlProps, Field, type FieldProps } from './field.tsx'
import { type DayMarks, MonthGrid } from './month-grid.tsx'
import { useHydrated } from './use-hydrated.ts'

interface DateFieldProps extends FieldProps {
  readonly defaultValue?: Day | null | undefined
  /** The month the calendar opens at. */
  readonly today: Day
  readonly marks?: DayMarks | undefined
}

/**
 * A day, typed as it comes (20260306, 2026.3.6) and shown as it is written (2026年3月6日), or taken from a month.
 * What is sent is the text: whoever takes it reads it by `readDay`, which knows both.
 */
export function DateField({ defaultValue, today, marks, ...field }: DateFieldProps) {
  const hydrated = useHydrated()
  // The field itself keeps what is typed: taken over by the script it stays the same, with the hand in it.
  const input = useRef<HTMLInputElement>(null)
  const written = defaultValue ? formatChinese(defaultValue) : ''
  const [text, setText] = useState(written)
  const [open, setOpen] = useState(false)
  const day = readDay(text)
  const write = (chosen: Day) => {
    const said = formatChinese(chosen)
    setOpen(false)
    if (input.current!.value === said) return
    input.current!.value = said
    setText(said)
    // Whoever listens for what is typed hears of a day that was taken as well.
    input.current!.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <Field {...field}>
      <div className="paired paired--day">
        <input
          ref={input}
          type="text"
          autoComplete="off"
          className="input"
          placeholder={`如 ${formatChinese(today)}`}
          defaultValue={written}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => day !== null && write(day)}
          {...controlProps(field)}
        />
        {hydrated && (
          <DialogTrigger isOpen={open} onOpenChange={setOpen}>
            <Button className={buttonClass()} aria-label={`${field.label}：从日历选择`}>
              <span className="ic ic--day" aria-hidden="true" />
              日历
            </Button>
            <Popover className="float">
              <Dialog aria-label={`${field.label}日历`}>
                <MonthGrid value={day} today={today} marks={marks} takesFocus onChoose={write} />
              </Dialog>
            </Popover>
          </DialogTrigger>
        )}
      </div>
      <p className="field__count field__count--left" aria-live="polite">
        {day === null
          ? ''
          : `${formatWeekday(day)}${marks?.[day] === '休' ? '，放假' : marks?.[day] === '班' ? '，调休上班' : ''}`}
      </p>
    </Field>
  )
}
