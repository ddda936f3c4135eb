import { useEffect } from 'react'
import { Form, Link, useRevalidator } from 'react-router'
import { SubmitButton } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Skeleton } from '../../../ui/progress.tsx'
import { reportsHref } from '../rooms.ts'

/** Seconds between two looks at whether the report has been read. */
const pause = 2

/** Said while the report is being read. The page looks again by itself, with script and without. */
export function Waiting() {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, pause * 1000)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <Panel title="正在读取" aside="一般几秒钟，页数多的要一两分钟">
      <noscript>
        <meta httpEquiv="refresh" content={String(pause)} />
      </noscript>
      <p role="status">原件已经收存，正在读取。读完后本页自动显示结果，可以先去办别的。</p>
      <Skeleton lines={4} label="正在读取原文…" />
    </Panel>
  )
}

interface UnreadProps {
  readonly refusal: { readonly code: string; readonly message: string }
  readonly organ: string
}

/** Why a report could not be read, and what can be done. */
export function Unread({ refusal, organ }: UnreadProps) {
  return (
    <Note state="late" title="没有读出来">
      <p>{refusal.message}</p>
      <p>
        原件照样收存着，可以下载。换一种格式的文件，请到<Link to={reportsHref(organ)}>年报核查</Link>
        重新上传；文件没有问题的，可以再读一次。
      </p>
      <Form method="post">
        <SubmitButton kind="plain" name="intent" value="again" pending="正在安排…">
          再读一次
        </SubmitButton>
      </Form>
    </Note>
  )
}
