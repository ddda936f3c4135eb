/**
 * The slip that an applicant takes home or prints: number, code, days and where the request is followed. It is made
 * for whoever shows number and code, since only they may have them again.
 */
import { type Day, formatChinese } from '../../law/day.ts'
import { channels, receiptOf } from '../../law/receipt.ts'
import type { Slip } from '../../writer/slip-pdf.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { stateOf } from '../handling/state-of-request.ts'
import { recordOf } from '../organs/organ.ts'
import type { CaseId, Office, OrganId } from '../ports.ts'
import { clockOf } from '../requests/index.ts'
import { type NoRequest, noRequest } from './own-request.ts'

export interface SlipFor {
  readonly organ: OrganId
  readonly request: CaseId
  /** As it was typed, and has opened the request. */
  readonly secret: string
  /** Whole address of the page on which the request is followed. */
  readonly address: string
  readonly today: Day
}

export async function trackingSlip(
  office: Office,
  { organ, request, secret, address, today }: SlipFor,
): Promise<Slip | NoRequest> {
  const calendar = await calendarOf(office, organ)
  return office.inTransaction(organ, async (unit) => {
    const [state, row] = [await stateOf(unit, request), await unit.organs.get(organ)]
    const { number, arrival, progress } = state
    if (number === null || arrival === null || row === null) return noRequest
    const { name, office: desk } = recordOf(row, () => undefined)
    const { receivedOn } = progress
    const { due, firm } = clockOf(state, calendar, today)
    const { because } = receiptOf({ ...arrival, ...(receivedOn !== null && { confirmedOn: receivedOn }) })
    return {
      organ: name,
      title: '政府信息公开申请回执',
      codes: [
        ['登记编号', number],
        ['查询码', secret],
      ],
      facts: [
        ['提出方式', channels[arrival.channel].caption],
        ['提出日期', formatChinese(arrival.arrivedOn)],
        ['收到申请之日', receivedOn === null ? '尚待双方确认' : formatChinese(receivedOn)],
        ...(due === null
          ? []
          : [['答复期限', `${formatChinese(due)}届满${firm ? '' : '（暂定）'}`] as const]),
        ['依据', because],
        ...([['联系', [desk.phone, desk.address].filter(Boolean).join('，')]] as const).filter(
          ([, say]) => say,
        ),
      ],
      notes: [
        '凭登记编号和查询码，可以查询进度、补正、撤回、下载答复。查询码相当于密码，请妥善保存，不要告诉他人。',
        '查询码遗失的，请携带身份证明到本机关重新领取。扫描二维码或者打开下面的网址查询：',
      ],
      address,
    }
  })
}
