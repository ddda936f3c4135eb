import { disclosureHref } from './disclosure-href.ts'

/** Lists that can be taken out, and where the API has them. */
export const files = {
  register: ({ year = '' }: Readonly<Record<string, string>>) =>
    `documents/register/${encodeURIComponent(year)}/list`,
  catalogue: () => 'documents/catalogue/list',
  documents: () => 'documents/export',
} as const

export type ListFile = keyof typeof files

export const isListFile = (text: string | undefined): text is ListFile =>
  text !== undefined && Object.hasOwn(files, text)

/** A list as a file, XLSX unless `format` says otherwise. */
export const fileHref = (
  organ: string,
  file: ListFile,
  query: Readonly<Record<string, string>> = {},
): string => `${disclosureHref(organ)}/files/${file}?${new URLSearchParams(query)}`
