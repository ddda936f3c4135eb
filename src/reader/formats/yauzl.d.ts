/** The part of yauzl this folder uses; the package ships no types of its own. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export interface Entry {
    /** Raw bytes, with `decodeStrings: false`. */
    readonly fileName: Uint8Array
    readonly generalPurposeBitFlag: number
    readonly compressedSize: number
    readonly uncompressedSize: number
    isEncrypted(): boolean
  }

  export interface ZipFile {
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
  }

  export function fromBufferPromise(
    buffer: Uint8Array,
    options: {
      readonly decodeStrings: false
      readonly validateEntrySizes: boolean
      readonly autoClose: boolean
    },
  ): Promise<ZipFile>
}
