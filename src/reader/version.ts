import { createRequire } from 'node:module'

/** Version of the reader, which is that of the program: whoever reads a report again can tell what read it before. */
export const readerVersion: string = createRequire(import.meta.url)('../../package.json').version
