/** Where a page of a list ended: the value it is sorted by, then organ and id, which tell equals apart. */
export type Cursor<Key extends string = string> = readonly [key: Key, organ: string, id: string]

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** Throws a RangeError on what is no cursor of ours. */
export function readCursor<Key extends string>(text: string): Cursor<Key> {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(cursor) && cursor.length === 3 && cursor.every((part) => typeof part === 'string'))
      return cursor as unknown as Cursor<Key>
  } catch {}
  throw new RangeError('翻页标记无效，请从第一页重新查询。')
}
