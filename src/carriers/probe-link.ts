/**
 * Whether something is at an address outside: HEAD, and GET where a server does not take that. Only public addresses
 * are asked, by the address that is connected to and at every redirection: a link in a text must not be a way to
 * look into the house.
 */
import { lookup } from 'node:dns'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { LinkProbe, Probed } from '../office/ports.ts'

export interface ProbeOptions {
  /** Milliseconds for each answer. */
  readonly patience: number
  /** Whether an address, by its number, may be connected to. */
  readonly allows?: (address: string) => boolean
}

/** Addresses of no public host (IANA special-purpose registries). */
const special = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, prefix, 'ipv4')

/** Of the newer addresses only global unicast is public, without what holds an older address or documents. */
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(net, prefix, 'ipv6')

export const isPublicAddress = (address: string): boolean =>
  isIP(address) === 4
    ? !special.check(address, 'ipv4')
    : isIP(address) === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6')

const redirections = 5

/** Answers that say nothing of the page: who asks may not see it, or asks too often. Somebody is there. */
const gone: ReadonlySet<number> = new Set([404, 410])

class Private extends Error {}

export const linkProbe = ({ patience, allows = isPublicAddress }: ProbeOptions): LinkProbe => {
  const guarded: LookupFunction = (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '')
      const [first] = found
      if (first === undefined || !found.every(({ address }) => allows(address)))
        return done(new Private('not a public address'), '')
      if (options.all) done(null, found)
      else done(null, first.address, first.family)
    })

  const statusAt = (method: 'HEAD' | 'GET', url: URL) =>
    new Promise<{ readonly status: number; readonly location: string | undefined }>((resolve, reject) => {
      // A host written as a number is not looked up.
      const host = url.hostname.replace(/^\[|\]$/g, '')
      if (isIP(host) !== 0 && !allows(host)) return reject(new Private('not a public address'))
      const asked = (url.protocol === 'https:' ? overHttps : overHttp)(
        url,
        {
          method,
          lookup: guarded,
          agent: false,
          headers: { 'user-agent': 'Gongkai-LinkCheck', accept: '*/*' },
          signal: AbortSignal.timeout(patience),
        },
        ({ statusCode = 0, headers: { location } }) => {
          // What it says is not wanted, only that it says something.
          asked.destroy()
          resolve({ status: statusCode, location })
        },
      )
      asked.on('error', reject)
      asked.end()
    })

  const at = async (url: URL, left: number): Promise<Probed> => {
    if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '') return 'private'
    const head = await statusAt('HEAD', url)
    const { status, location } = head.status >= 400 ? await statusAt('GET', url) : head
    const next = status >= 300 && status < 400 && location !== undefined ? URL.parse(location, url) : null
    if (next !== null) return left === 0 ? 'bad' : at(next, left - 1)
    return gone.has(status) || status >= 500 ? 'bad' : 'good'
  }

  return async (address) => {
    const url = URL.parse(address)
    if (url === null) return 'bad'
    return at(url, redirections).catch((error) => (error instanceof Private ? 'private' : 'unreached'))
  }
}
