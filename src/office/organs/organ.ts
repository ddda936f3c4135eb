/** An organ that answers requests: what letters, remedies, numbers and the guide need to know of it. */
import type { Day } from '../../law/day.ts'
import type { Channel } from '../../law/receipt.ts'
import type { OrganKind } from '../../law/review-organs.ts'
import type { OrganId, OrganRow } from '../ports.ts'
import { defaultNumbering } from './numbering.ts'

export type OrganLevel = 'state' | 'province' | 'city' | 'county' | 'township'

export const organLevels: Readonly<Record<OrganLevel, string>> = {
  state: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡级',
}

/** Kinds of organ in the words of a list; the captions of law/review-organs are those of the statute. */
export const organKinds: Readonly<Record<OrganKind, string>> = {
  localDepartment: '政府工作部门',
  localGovernment: '人民政府',
  township: '乡镇人民政府、街道办事处',
  provincialGovernment: '省级人民政府',
  stateCouncilDepartment: '国务院部门',
  verticalOrgan: '垂直领导机关',
  customs: '海关',
  justiceDepartment: '司法行政部门',
  dispatchedBody: '派出机构',
  districtDispatchedBody: '按行政区划设立的派出机构',
  authorisedOrganisation: '法律法规授权的组织',
}

/** Levels at which there are organs of that kind. */
export const levelsOf: Readonly<Record<OrganKind, readonly OrganLevel[]>> = {
  localDepartment: ['province', 'city', 'county'],
  localGovernment: ['city', 'county'],
  township: ['township'],
  provincialGovernment: ['province'],
  stateCouncilDepartment: ['state'],
  verticalOrgan: ['state', 'province', 'city', 'county'],
  customs: ['state', 'province', 'city', 'county'],
  justiceDepartment: ['province', 'city', 'county'],
  dispatchedBody: ['province', 'city', 'county', 'township'],
  districtDispatchedBody: ['city', 'county', 'township'],
  authorisedOrganisation: ['state', 'province', 'city', 'county', 'township'],
}

/** 政府信息公开工作机构 (条例§4), as the guide names it (条例§12). Empty text where not told. */
export interface DisclosureOffice {
  readonly name: string
  readonly address: string
  readonly hours: string
  readonly phone: string
  readonly fax: string
  readonly email: string
  readonly postcode: string
  readonly website: string
}

/** What an organ sets for itself; null and the empty text leave it to what follows from kind and place. */
export interface OrganDetails {
  readonly office: DisclosureOffice
  /** 机关代字: stands in the numbers of its letters. */
  readonly docPrefix: string
  /** Pattern of letter numbers; `numbering.ts` knows its placeholders. */
  readonly numbering: string
  /** 发文机关标志; empty: the name with 文件. */
  readonly letterHead: string
  /** Power to make rules (规章); null: by kind and level. */
  readonly ruleMaking: boolean | null
  /** Names of reviewing organ and court where they are not those that follow. */
  readonly reviewOrgan: string
  readonly court: string
  /** Channels that the guide opens beside those which are always open. */
  readonly channels: readonly Channel[]
}

/** In person and by post can never be refused (接收渠道函); the others are opened by the guide. */
export const alwaysOpen: readonly Channel[] = ['inPerson', 'oral', 'registeredPost', 'ordinaryPost']
export const openedByGuide: readonly Channel[] = ['online', 'fax', 'email']

export interface OrganRecord extends OrganDetails {
  readonly code: string
  readonly name: string
  readonly kind: OrganKind
  readonly level: OrganLevel
  /** Code of the superior organ; empty where there is none in this system. */
  readonly parent: string
}

export const emptyOffice: DisclosureOffice = {
  name: '',
  address: '',
  hours: '',
  phone: '',
  fax: '',
  email: '',
  postcode: '',
  website: '',
}

/** The row of the store for a record. `parent`: the id of the organ whose code the record names. */
export function rowOf(record: OrganRecord, id: OrganId, parent: OrganId | null): OrganRow {
  const { code, name, kind, level, parent: _, ...details } = record
  return { id, code, name, kind, level, parent, details }
}

/** The record in a row. What older rows lack is as if never set. */
export function recordOf(row: OrganRow, codeOf: (id: OrganId) => string | undefined): OrganRecord {
  const details = row.details as Partial<OrganDetails>
  return {
    code: row.code,
    name: row.name,
    kind: row.kind as OrganKind,
    level: row.level as OrganLevel,
    parent: row.parent === null ? '' : (codeOf(row.parent) ?? ''),
    office: { ...emptyOffice, ...details.office },
    docPrefix: details.docPrefix ?? '',
    numbering: details.numbering ?? defaultNumbering,
    letterHead: details.letterHead ?? '',
    ruleMaking: details.ruleMaking ?? null,
    reviewOrgan: details.reviewOrgan ?? '',
    court: details.court ?? '',
    channels: details.channels ?? [],
  }
}

/** That an organ is no more, since when and why. It lies beside its record in the row. */
export interface Closure {
  readonly on: Day
  readonly because: string
  /** Who took over its duties; null or absent where that is no organ of this system, or several. */
  readonly successor?: OrganId | null
}

/** Null for an organ that works. */
export const closureOf = ({ details }: Pick<OrganRow, 'details'>): Closure | null =>
  (details as { readonly closed?: Closure }).closed ?? null

/** What stands behind the name of an organ that is no more; null for one that works. Pure. */
export function closedNote(row: Pick<OrganRow, 'details'>, nameOf: (id: OrganId) => string | undefined) {
  const closure = closureOf(row)
  if (closure === null) return null
  const successor = closure.successor == null ? undefined : nameOf(closure.successor)
  return successor === undefined ? '已撤销' : `已撤销，职责由${successor}承接`
}

/** Whether the organ may make rules where nothing else is set: ministries, provinces and cities with districts. */
export function makesRules({
  kind,
  level,
  ruleMaking,
}: Pick<OrganRecord, 'kind' | 'level' | 'ruleMaking'>): boolean {
  if (ruleMaking !== null) return ruleMaking
  return (
    kind === 'stateCouncilDepartment' ||
    kind === 'provincialGovernment' ||
    (kind === 'localGovernment' && level === 'city')
  )
}

/** Whether an application by that channel is received as such; what comes by another is data, not an error. */
export function isOpen(organ: Pick<OrganRecord, 'channels'>, channel: Channel): boolean {
  return alwaysOpen.includes(channel) || organ.channels.includes(channel)
}
