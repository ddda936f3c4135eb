import { applicantKinds } from '../../../law/application.ts'
import { dispositions } from '../../../law/dispositions.ts'
import { channels } from '../../../law/receipt.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { DayText } from '../../ui/due-date.tsx'
import type { Fact } from '../../ui/facts.tsx'

/** A case in one line, under its title. */
export function factsOfCase(
  file: AnsweredBy<'readRequest'>,
  names: Readonly<Record<string, string>>,
): readonly Fact[] {
  const { number, applicantView, applicantKind, receivedOn, arrivedOn, channel, handler, disposition } = file
  return [
    { label: '登记编号', value: number ?? '未编号' },
    { label: '环节', value: file.statusCaption },
    {
      label: '申请人',
      value: `${applicantView?.name ?? '不显示'}（${applicantKinds[applicantKind].caption}）`,
    },
    {
      label: receivedOn === null ? '到达' : '收到',
      value: (
        <>
          <DayText day={receivedOn ?? arrivedOn} />，{channels[channel].caption}
        </>
      ),
    },
    { label: '承办', value: handler === null ? '尚未分派' : (names[handler] ?? '已分派') },
    ...(disposition === null ? [] : [{ label: '办理结果', value: dispositions[disposition].caption }]),
  ]
}
