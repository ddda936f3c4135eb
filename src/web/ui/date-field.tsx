import { useState } from 'react'
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
  const [text, setText] = useState(defaultValue ? formatChinese(defaultValue) : '')
  const [open, setOpen] = useState(false)
  const day = readDay(text)
  const control = { placeholder: `如 ${formatChinese(today)}`, className: 'input', ...controlProps(field) }
  if (!hydrated) {
    // What was typed before the script came is taken along.
    const leave = (before: HTMLInputElement) => () => setText(before.value)
    return (
      <Field {...field}>
        <input ref={leave} type="text" autoComplete="off" defaultValue={text} {...control} />
      </Field>
    )
  }
  const take = (chosen: Day) => {
    setText(formatChinese(chosen))
    setOpen(false)
  }
  return (
    <Field {...field}>
      <div className="paired paired--day">
        <input
          type="text"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => day !== null && setText(formatChinese(day))}
          {...control}
        />
        <DialogTrigger isOpen={open} onOpenChange={setOpen}>
          <Button className={buttonClass()} aria-label={`${field.label}：从日历选择`}>
            <span className="ic ic--day" aria-hidden="true" />
            日历
          </Button>
          <Popover className="float">
            <Dialog aria-label={`${field.label}日历`}>
              <MonthGrid value={day} today={today} marks={marks} takesFocus onChoose={take} />
            </Dialog>
          </Popover>
        </DialogTrigger>
      </div>
      <p className="field__count field__count--left" aria-live="polite">
        {day === null
          ? ''
          : `${formatWeekday(day)}${marks?.[day] === '休' ? '，放假' : marks?.[day] === '班' ? '，调休上班' : ''}`}
      </p>
    </Field>
  )
}
