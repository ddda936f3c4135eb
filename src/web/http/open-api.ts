/** The OpenAPI 3.1 document, made from the routes themselves. */
import type { FastifyDynamicSwaggerOptions, SwaggerTransform } from '@fastify/swagger'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Parts } from './parts.ts'
import { tags } from './route.ts'

const zodToJsonConfig = { target: 'draft-2020-12' } as const
const transformSchemas = createJsonSchemaTransform({ zodToJsonConfig })
const transformDocument = createJsonSchemaTransformObject({ zodToJsonConfig })

export function openApiOptions({ baseUrl }: Pick<Parts, 'baseUrl'>): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '公开 Gongkai',
        version: '1',
        description:
          '政府信息公开申请的接收、办理、答复和查询。出错时一律以 application/problem+json 说明什么事、为什么、怎么办，并注明依据的条款。',
      },
      servers: [{ url: baseUrl }],
      tags: [...tags],
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'gongkai.session_token',
            description: '工作人员登录后的会话',
          },
          pass: {
            type: 'http',
            scheme: 'bearer',
            description: '申请人、第三方以查询码或者回复码换得，半小时有效',
          },
        },
      },
    },
    transform: transformRoute,
    transformObject: transformDocument,
  }
}

/** As the library makes it; of a body that comes in several media types, each is made by itself. */
const transformRoute: SwaggerTransform = (document) => {
  const content = contentOf(document.schema?.body)
  if (content === null) return transformSchemas(document as never)
  const made = transformSchemas({ ...document, schema: { ...document.schema, body: undefined } } as never)
  const bodies = Object.entries(content).map(([type, { schema: body }]) => {
    const { schema } = transformSchemas({ ...document, schema: { body } } as never)
    return [type, { schema: type === 'multipart/form-data' ? formSchema : schema.body }]
  })
  return { ...made, schema: { ...made.schema, body: { content: Object.fromEntries(bodies) } } }
}

type Content = Readonly<Record<string, { readonly schema: unknown }>>

const contentOf = (body: unknown): Content | null =>
  typeof body === 'object' && body !== null && 'content' in body ? (body.content as Content) : null

const formSchema = {
  type: 'object',
  properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
}
