/** What kind of file the source is, in a word. */
const formats: Readonly<Record<string, string>> = {
  html: '网页',
  text: '文本',
  markdown: '文本',
  docx: 'Word',
  doc: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
}

interface Source {
  readonly format: string
  readonly encoding?: string | undefined
}

/** What the source is: 网页，GB18030. */
export const sourceWords = ({ format, encoding }: Source): string =>
  [formats[format] ?? format, ...(encoding === undefined ? [] : [encoding.toUpperCase()])].join('，')
