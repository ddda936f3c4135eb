/** The slip by which an applicant finds the request again, as PDF: number, code, days and a QR code of the page. */
import { create } from 'qrcode'
import { press } from './press.ts'

type Line = readonly [label: string, value: string]

/** Plain data, ready to be set; markup in it is text. */
export interface Slip {
  readonly organ: string
  readonly title: string
  /** Printed large: 登记编号, 查询码. */
  readonly codes: readonly Line[]
  readonly facts: readonly Line[]
  readonly notes: readonly string[]
  /** Address of the page, printed and as a QR code; nothing secret is in it. */
  readonly address: string
}

export type SlipPress = (slip: Slip) => Promise<Uint8Array>

const toPdf = press({ template: 'slip.typ', input: 'slip', fontPaths: [] })

/** Sets a slip; one at a time, others wait. */
export const writeSlipPdf: SlipPress = (slip) => toPdf({ ...slip, code: rowsOf(slip.address) })

/** The modules of the code, row by row: 1 dark, 0 light. */
function rowsOf(address: string): readonly string[] {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules
  const row = (y: number) => Array.from({ length: size }, (_, x) => (data[y * size + x] ? '1' : '0')).join('')
  return Array.from({ length: size }, (_, y) => row(y))
}
