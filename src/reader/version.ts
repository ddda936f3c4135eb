import packageJson from '../../package.json' with { type: 'json' }

/** Version of the reader, which is that of the program: whoever reads a report again can tell what read it before. */
export const readerVersion: string = packageJson.version
