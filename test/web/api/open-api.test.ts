/** The OpenAPI document, and the routes from which it is made. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestActions } from '../../../src/office/requests/index.ts'
import { routes } from '../../../src/web/api/routes.ts'
import { problemsOf } from '../../../src/web/http/declared-problems.ts'
import { tags } from '../../../src/web/http/route.ts'
import { apiPrefix } from '../../../src/web/server.ts'
import { type House, openShell } from './support/house.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape is looked into
type Json = any

let house: House
let document: Json
beforeAll(async () => {
  house = await openShell()
  document = (await house.ask(null, 'GET', 'openapi.json')).body
})
afterAll(() => house.close())

const pathOf = (url: string): string => `${apiPrefix}${url}`.replace(/:(\w+)/g, '{$1}').replace('*', '{*}')

const operations = (): readonly (readonly [string, Json])[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as object).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  )

describe('the document', () => {
  test('is OpenAPI 3.1 and says who we are', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.info).toMatchObject({ title: '公开 Gongkai', version: '1' })
    expect(document.tags.map(({ name }: Json) => name)).toEqual(tags.map(({ name }) => name))
    expect(Object.keys(document.components.securitySchemes)).toEqual(['session', 'pass'])
  })

  test('has every route and nothing else but health', () => {
    const described = operations().map(([name]) => name)
    const made = routes.map(({ method, url }) => `${method} ${pathOf(url)}`)
    expect(described.filter((name) => !name.includes(apiPrefix))).toEqual(['GET /healthz', 'GET /readyz'])
    expect(described.filter((name) => name.includes(apiPrefix)).sort()).toEqual(made.sort())
  })

  test('names every operation once', () => {
    const ids = operations().map(([, { operationId }]) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => typeof id !== 'string' || !/^[A-Za-z][\w-]*$/.test(id))).toEqual([])
  })

  test('refers only to schemas that are there', () => {
    const referred = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref!)
    expect(referred.length).toBeGreaterThan(100)
    const missing = referred.filter((ref) => {
      const name = /^#\/components\/schemas\/(.+)$/.exec(ref)?.[1]
      return name === undefined || !(name in document.components.schemas)
    })
    expect([...new Set(missing)]).toEqual([])
  })

  test('takes its words from the tables', () => {
    const { channel } = document.components.schemas.CaseRow.properties
    expect(channel.enum).toContain('registeredPost')
    expect(channel.description).toContain('registeredPost 需签收的邮寄')
    expect(document.components.schemas.CaseRow.properties.arrivedOn).toMatchObject({
      type: 'string',
      format: 'date',
    })
  })
})

describe('every route', () => {
  test('has a Chinese summary and a tag of the list', () => {
    const known = new Set(tags.map(({ name }) => name as string))
    const bare = operations().filter(
      ([, { summary, tags: [tag, ...more] = [] }]) =>
        !/\p{Script=Han}/u.test(summary ?? '') || !known.has(tag) || more.length > 0,
    )
    expect(bare.map(([name]) => name)).toEqual([])
  })

  test('says its good answers and every problem that it may give', () => {
    for (const route of routes) {
      const { responses } = document.paths[pathOf(route.url)][route.method.toLowerCase()]
      const statuses = [...Object.keys(route.answers), ...problemsOf(route).map(String)]
      expect(Object.keys(responses).sort(), route.id).toEqual([...new Set(statuses)].sort())
      for (const status of problemsOf(route)) {
        if (status in route.answers) continue
        expect(responses[status].content['application/problem+json'].schema, `${route.id} ${status}`).toEqual(
          {
            $ref: '#/components/schemas/Problem',
          },
        )
      }
    }
  })

  test('says who may come in', () => {
    for (const { access, url, method, id } of routes) {
      const { security } = document.paths[pathOf(url)][method.toLowerCase()]
      const expected = { everybody: [], applicant: [{ pass: [] }], thirdParty: [{ pass: [] }] } as Json
      expect(security ?? [], id).toEqual(expected[access.to] ?? [{ session: [] }])
    }
  })

  test('names its path parameters', () => {
    for (const { url, method, id } of routes) {
      const path = pathOf(url)
      const { parameters = [] } = document.paths[path][method.toLowerCase()]
      const named = parameters.filter((each: Json) => each.in === 'path').map((each: Json) => each.name)
      expect(named.sort(), id).toEqual([...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!).sort())
    }
  })
})

test('every verb of a request has its route', () => {
  const ids = new Set(routes.map(({ id }) => id))
  expect(requestActions.filter((action) => !ids.has(action))).toEqual([])
})
