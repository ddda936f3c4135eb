import type { WriteFormat } from '../../../../writer/write-formats.ts'

/** Formats a report is written in, as a menu names them. */
export const formatWords: Readonly<Record<WriteFormat, string>> = {
  docx: 'Word（DOCX）',
  pdf: 'PDF',
  xlsx: 'Excel（XLSX）',
  csv: '表格数据（CSV）',
  html: '网页（HTML）',
  md: '文本（Markdown）',
  json: '数据（JSON）',
}
