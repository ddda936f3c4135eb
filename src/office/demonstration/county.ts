/** 示例县: an invented county. Its organs, people, addresses and numbers belong to nobody. */
import { blankOrgan } from '../organs/fields.ts'
import { type OrganRecord, rowOf } from '../organs/organ.ts'
import type { OrganRow } from '../ports.ts'
import type { Role } from '../requests/permissions.ts'

interface DemonstrationOrgan {
  readonly id: string
  readonly record: OrganRecord
}

const court = '示例县人民法院'

/** Codes of no place: the region 000000 does not exist. The check characters are right. */
const entries: readonly (readonly [
  id: string,
  code: string,
  name: string,
  docPrefix: string,
  more?: Partial<OrganRecord>,
])[] = [
  [
    'county',
    '11000000DEM00000X8',
    '示例县人民政府',
    '示政',
    { kind: 'localGovernment', reviewOrgan: '示例市人民政府', court: '示例市中级人民法院' },
  ],
  ['education', '11000000DEM00001X9', '示例县教育局', '示教'],
  ['land', '11000000DEM00002XA', '示例县自然资源局', '示自然资'],
  ['housing', '11000000DEM00003XB', '示例县住房和城乡建设局', '示建'],
  ['agriculture', '11000000DEM00004XC', '示例县农业农村局', '示农'],
  ['health', '11000000DEM00005XD', '示例县卫生健康局', '示卫健'],
  ['donghe', '11000000DEM00006XE', '示例县东河镇人民政府', '东政', { kind: 'township', level: 'township' }],
  ['xiling', '11000000DEM00007XF', '示例县西岭镇人民政府', '西政', { kind: 'township', level: 'township' }],
  ['nantang', '11000000DEM00008XG', '示例县南塘乡人民政府', '南政', { kind: 'township', level: 'township' }],
  ['beishan', '11000000DEM00009XH', '示例县北山街道办事处', '北办', { kind: 'township', level: 'township' }],
]

/** The organs, the government first: it is above all others. */
export const demonstrationOrgans: readonly DemonstrationOrgan[] = entries.map(
  ([id, code, name, docPrefix, more], place) => ({
    id,
    record: {
      ...blankOrgan,
      code,
      name,
      docPrefix,
      parent: place === 0 ? '' : entries[0]![1],
      court,
      channels: ['online', 'email', 'fax'],
      office: {
        name: `${name}办公室`,
        address: `示例县示例路${place + 1}号`,
        hours: '工作日8:30—12:00，14:00—17:30（法定节假日除外）',
        phone: `0000-1234${String(5600 + place)}`,
        fax: `0000-1234${String(5700 + place)}`,
        email: `${id}@shili.example`,
        postcode: '000000',
        website: `https://${id}.shili.example`,
      },
      ...more,
    },
  }),
)

/** Id of the organ above all others. */
export const countyId = entries[0]![0]

export const rowOfDemonstration = ({ id, record }: DemonstrationOrgan): OrganRow =>
  rowOf(record, id, record.parent === '' ? null : countyId)

export interface DemonstrationMember {
  readonly id: string
  readonly organ: string
  readonly account: string
  readonly name: string
  readonly role: Role
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹']

/** The three administrators and the supervising office are the county's; every organ has those who handle its cases. */
const posts: readonly (readonly [organ: string, account: string, role: Role])[] = [
  [countyId, 'admin.system', 'systemAdmin'],
  [countyId, 'admin.security', 'securityAdmin'],
  [countyId, 'admin.audit', 'auditAdmin'],
  [countyId, 'county.supervisor', 'authority'],
  ...entries.flatMap(([organ]) =>
    (['handler', 'reviewer', 'head'] as const).map((role) => [organ, `${organ}.${role}`, role] as const),
  ),
]

/** Everybody who works there, the administrators first. */
export const demonstrationStaff: readonly DemonstrationMember[] = posts.map(
  ([organ, account, role], place) => ({
    id: `staff-${account.replace('.', '-')}`,
    organ,
    account,
    name: `${surnames[place % surnames.length]}示例`,
    role,
  }),
)

/** Password of every account of the demonstration. It is printed on its sign-in page and opens nothing else. */
export const demonstrationPassword = 'Shili-Xian-2026'
