import { CamelCasePlugin, type Kysely, type KyselyPlugin } from 'kysely'

/** Columns of the tables `auth_…` that are moments. */
const moments = [
  'createdAt',
  'updatedAt',
  'expiresAt',
  'lockedUntil',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
  'passwordSetAt',
  'at',
]

/** The store reads moments as text; better-auth reckons with dates. */
const datesOfMoments: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    const rows = result.rows.map((row) => {
      const texts = moments.filter((column) => typeof row[column] === 'string')
      return {
        ...row,
        ...Object.fromEntries(texts.map((column) => [column, new Date(row[column] as string)])),
      }
    })
    return { ...result, rows }
  },
}

/** The database as better-auth expects it: names of columns in its spelling, dates. */
// biome-ignore lint/suspicious/noExplicitAny: the tables are better-auth's to know
export function authDatabase(database: Kysely<any>): Kysely<any> {
  return database.withPlugin(new CamelCasePlugin()).withPlugin(datesOfMoments)
}
