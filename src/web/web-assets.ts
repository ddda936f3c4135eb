/** The files of the built pages that browsers fetch: hashed by name, so they never change and are kept for good. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export interface Asset {
  readonly type: string
  readonly bytes: Buffer
  /** Packed when first asked for in that packing. */
  packed(packing: Packing): Promise<Buffer>
}

export type Packing = 'br' | 'gzip'

/** Assets by path: /assets/root-C2UBLIez.css. */
export type Assets = ReadonlyMap<string, Asset>

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const pack: Readonly<Record<Packing, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
}

/** Reads all of them; there are few and they are small. */
export async function readAssets(client: string): Promise<Assets> {
  const folder = join(client, 'assets')
  const names = (await readdir(folder)).filter((name) => types[extname(name)] !== undefined)
  const assets = names.map(
    async (name) =>
      [`/assets/${name}`, assetOf(await readFile(join(folder, name)), types[extname(name)]!)] as const,
  )
  return new Map(await Promise.all(assets))
}

/** Bytes that are packed once, however often they are sent. */
export function assetOf(bytes: Buffer, type: string): Asset {
  const kept: Partial<Record<Packing, Promise<Buffer>>> = {}
  return {
    type,
    bytes,
    packed(packing) {
      kept[packing] ??= pack[packing](bytes)
      return kept[packing]
    },
  }
}

/** The best packing that the browser takes, by its Accept-Encoding. */
export function packingFor(accepted: string | undefined): Packing | null {
  const taken = (accepted ?? '').split(',').map((part) => part.trim().split(';')[0])
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : null
}
