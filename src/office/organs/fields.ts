/**
 * The columns of a list of organs. This list is the form: heads of the file, reading, checking and writing all
 * follow from it, so that what is written can be read again.
 */
import { channels as allChannels, type Channel } from '../../law/receipt.ts'
import type { OrganKind } from '../../law/review-organs.ts'
import { codeFaults, readOrganCode } from './codes.ts'
import { checkLetterNumbering, defaultNumbering } from './numbering.ts'
import {
  type DisclosureOffice,
  emptyOffice,
  type OrganLevel,
  type OrganRecord,
  openedByGuide,
  organKinds,
  organLevels,
} from './organ.ts'

/** Why a text does not do for a column. */
export type Fault = { readonly fault: string }

export interface Field {
  readonly key: string
  readonly head: string
  readonly required: boolean
  /** What a blank stands for where the column is there and nothing is in it. */
  readonly write: (organ: OrganRecord) => string
  /** The record with the value set, or what is wrong with the text. */
  readonly read: (text: string, organ: OrganRecord) => OrganRecord | Fault
}

export const isFault = (read: OrganRecord | Fault): read is Fault => 'fault' in read

export const blankOrgan: OrganRecord = {
  code: '',
  name: '',
  kind: 'localDepartment',
  level: 'county',
  parent: '',
  office: emptyOffice,
  docPrefix: '',
  numbering: defaultNumbering,
  letterHead: '',
  ruleMaking: null,
  reviewOrgan: '',
  court: '',
  channels: [],
}

type TextKey = 'name' | 'docPrefix' | 'letterHead' | 'reviewOrgan' | 'court'

function text(key: TextKey, head: string, longest: number, required = false): Field {
  return {
    key,
    head,
    required,
    write: (organ) => organ[key],
    read: (given, organ) => (given.length > longest ? tooLong(longest) : { ...organ, [key]: given }),
  }
}

function office(
  key: keyof DisclosureOffice,
  head: string,
  longest: number,
  shape?: { readonly pattern: RegExp; readonly fault: string },
): Field {
  return {
    key: `office.${key}`,
    head,
    required: false,
    write: (organ) => organ.office[key],
    read: (given, organ) => {
      if (given.length > longest) return tooLong(longest)
      if (given !== '' && shape !== undefined && !shape.pattern.test(given)) return { fault: shape.fault }
      return { ...organ, office: { ...organ.office, [key]: given } }
    },
  }
}

const tooLong = (longest: number): Fault => ({ fault: `超过${longest}字` })

const keyOf = <Key extends string>(
  captions: Readonly<Record<Key, string>>,
  caption: string,
): Key | undefined => (Object.keys(captions) as Key[]).find((key) => captions[key] === caption)

const phone = { pattern: /^[\d+()（）、,，;；\s转-]{5,80}$/, fault: '电话号码只能有数字、括号、短横和“转”' }

const channelNames: Readonly<Partial<Record<Channel, string>>> = {
  online: '互联网',
  fax: '传真',
  email: '电子邮件',
}

export const organFields: readonly Field[] = [
  {
    key: 'code',
    head: '机构代码',
    required: true,
    write: ({ code }) => code,
    read: (given, organ) => {
      const read = readOrganCode(given)
      return 'fault' in read ? { fault: codeFaults[read.fault] } : { ...organ, code: read.code }
    },
  },
  text('name', '机关名称', 60, true),
  {
    key: 'kind',
    head: '机关类别',
    required: true,
    write: ({ kind }) => organKinds[kind],
    read: (given, organ) => {
      const kind: OrganKind | undefined = keyOf(organKinds, given)
      return kind === undefined
        ? { fault: `不认识，可以填写：${Object.values(organKinds).join('；')}` }
        : { ...organ, kind }
    },
  },
  {
    key: 'level',
    head: '行政层级',
    required: true,
    write: ({ level }) => organLevels[level],
    read: (given, organ) => {
      const level: OrganLevel | undefined = keyOf(organLevels, given)
      return level === undefined
        ? { fault: `不认识，可以填写：${Object.values(organLevels).join('；')}` }
        : { ...organ, level }
    },
  },
  {
    key: 'parent',
    head: '上级机构代码',
    required: false,
    write: ({ parent }) => parent,
    read: (given, organ) => {
      if (given === '') return { ...organ, parent: '' }
      const read = readOrganCode(given)
      return 'fault' in read ? { fault: codeFaults[read.fault] } : { ...organ, parent: read.code }
    },
  },
  text('docPrefix', '机关代字', 20),
  {
    key: 'numbering',
    head: '文书编号规则',
    required: false,
    write: ({ numbering }) => numbering,
    read: (given, organ) => {
      if (given === '') return { ...organ, numbering: defaultNumbering }
      const fault = given.length > 60 ? '超过60字' : checkLetterNumbering(given)
      return fault === null ? { ...organ, numbering: given } : { fault }
    },
  },
  text('letterHead', '发文机关标志', 60),
  office('name', '公开工作机构', 60),
  office('address', '办公地址', 120),
  office('hours', '办公时间', 120),
  office('phone', '联系电话', 80, phone),
  office('fax', '传真', 80, phone),
  office('email', '电子邮箱', 120, { pattern: /^[^\s@]{1,64}@[^\s@]{1,190}$/, fault: '电子邮箱的写法不对' }),
  office('postcode', '邮政编码', 6, { pattern: /^\d{6}$/, fault: '邮政编码应为6位数字' }),
  office('website', '网址', 200, {
    pattern: /^https?:\/\/[^\s]{3,}$/i,
    fault: '网址应以 http:// 或者 https:// 开头',
  }),
  {
    key: 'ruleMaking',
    head: '规章制定权',
    required: false,
    write: ({ ruleMaking }) => (ruleMaking === null ? '' : ruleMaking ? '有' : '无'),
    read: (given, organ) => {
      const value = { '': null, 有: true, 无: false }[given]
      return value === undefined
        ? { fault: '只能填写“有”“无”，或者留空按机关类别确定' }
        : { ...organ, ruleMaking: value }
    },
  },
  text('reviewOrgan', '行政复议机关', 120),
  text('court', '管辖法院', 60),
  {
    key: 'channels',
    head: '另行开通的申请渠道',
    required: false,
    write: ({ channels }) =>
      channels.map((channel) => channelNames[channel] ?? allChannels[channel].caption).join('、'),
    read: (given, organ) => {
      const names = given.split(/[、,，;；\s]+/).filter((name) => name !== '')
      const read = openedByGuide.filter((channel) => names.includes(channelNames[channel]!))
      const unknown = names.find((name) => !Object.values(channelNames).includes(name))
      return unknown === undefined
        ? { ...organ, channels: read }
        : { fault: `只能填写：${Object.values(channelNames).join('、')}；当面和邮寄总是开通，不必填写` }
    },
  },
]
