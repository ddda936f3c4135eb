/** A small identity provider (OpenID Connect, authorization code with PKCE) for the tests, on a port of its own. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Provider {
  readonly issuer: string
  /** What the person did at the address they were sent to: signed in there, with these claims. The address back. */
  authorise(address: string, claims: object): string
  /** How the ID token is spoilt before it is handed out. */
  spoil: 'nothing' | 'signature' | 'nonce' | 'audience' | 'issuer' | 'expired'
  /** What is told of the person beside the ID token; null where nothing is. */
  userInfo: object | null
  close(): Promise<void>
}

export const client = { clientId: 'gongkai', clientSecret: 'an invented client secret' }

interface Grant {
  readonly claims: object
  readonly nonce: string | null
  readonly challenge: string | null
}

export async function startProvider(): Promise<Provider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  const server: Server = createServer(async (request, response) => {
    const say = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.url === '/.well-known/openid-configuration') return say(200, discovery(provider.issuer))
    if (request.url === '/jwks')
      return say(200, {
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
      })
    if (request.url === '/userinfo' && request.headers.authorization === 'Bearer opaque')
      return provider.userInfo === null ? say(404, {}) : say(200, provider.userInfo)
    if (request.url !== '/token') return say(404, {})
    const form = new URLSearchParams(await text(request))
    const grant = grants.get(form.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!grant || form.get('client_secret') !== client.clientSecret || grant.challenge !== verifier)
      return say(400, { error: 'invalid_grant' })
    grants.delete(form.get('code')!)
    return say(200, {
      access_token: 'opaque',
      token_type: 'Bearer',
      expires_in: 300,
      id_token: idToken(grant),
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const idToken = ({ claims, nonce }: Grant): string => {
    const now = Math.floor(Date.now() / 1000)
    const { spoil, issuer } = provider
    const payload = {
      iss: spoil === 'issuer' ? 'https://evil.example' : issuer,
      aud: spoil === 'audience' ? 'another' : client.clientId,
      iat: now - (spoil === 'expired' ? 7200 : 0),
      exp: now + (spoil === 'expired' ? -3600 : 300),
      nonce: spoil === 'nonce' ? 'another' : nonce,
      ...claims,
    }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${part(payload)}`
    const other = spoil === 'signature' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : keys
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(other.privateKey).toString('base64url')}`
  }

  const provider: Provider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spoil: 'nothing',
    userInfo: null,
    authorise(address, claims) {
      const { searchParams } = new URL(address)
      const code = randomBytes(16).toString('hex')
      grants.set(code, {
        claims,
        nonce: searchParams.get('nonce'),
        challenge: searchParams.get('code_challenge'),
      })
      const back = new URL(searchParams.get('redirect_uri')!)
      back.searchParams.set('code', code)
      back.searchParams.set('state', searchParams.get('state')!)
      back.searchParams.set('iss', provider.issuer)
      return back.href
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return provider
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
})
