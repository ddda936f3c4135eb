/** What can be done to several cases at once. Each is done to each case by itself, as from its own page. */
import type { RequestAction } from '../../../office/requests/permissions.ts'

export const bulkDeeds = {
  assign: { caption: '分派经办人', verb: 'assign' },
  archive: { caption: '归档', verb: 'archive' },
  receipts: { caption: '打印登记回执', verb: null },
  export: { caption: '导出清单', verb: null },
} as const satisfies Readonly<
  Record<string, { readonly caption: string; readonly verb: RequestAction | null }>
>

export type BulkDeed = keyof typeof bulkDeeds

export const isBulkDeed = (text: string | null): text is BulkDeed =>
  text !== null && Object.hasOwn(bulkDeeds, text)
