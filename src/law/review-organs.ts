import type { Citation } from './citation.ts'

/** What kind of body answered; on it depend the review organ and the level of the court. */
export type OrganKind =
  | 'localDepartment'
  | 'localGovernment'
  | 'township'
  | 'provincialGovernment'
  | 'stateCouncilDepartment'
  | 'verticalOrgan'
  | 'customs'
  | 'justiceDepartment'
  | 'dispatchedBody'
  | 'districtDispatchedBody'
  | 'authorisedOrganisation'

export interface ReviewOrgans {
  readonly caption: string
  /** Where to apply for review; any one of them. */
  readonly organs: readonly string[]
  readonly court: 'basic' | 'intermediate'
  readonly cites: readonly Citation[]
  readonly courtCites: readonly Citation[]
}

const basic = { court: 'basic', courtCites: ['诉讼法§14'] } as const
const intermediate = { court: 'intermediate', courtCites: ['诉讼法§15(1)'] } as const

/**
 * 复议法§24–28. Since 2024 a department of a local government is reviewed by that government alone: letters that
 * still name the superior department are out of date.
 */
export const reviewOrgans: Readonly<Record<OrganKind, ReviewOrgans>> = {
  localDepartment: {
    caption: '县级以上地方人民政府工作部门',
    organs: ['本级人民政府'],
    cites: ['复议法§24¶1(1)'],
    ...basic,
  },
  localGovernment: {
    caption: '省级以下、县级以上地方人民政府',
    organs: ['上一级人民政府'],
    cites: ['复议法§24¶1(2)'],
    ...intermediate,
  },
  township: {
    caption: '乡镇人民政府、街道办事处',
    organs: ['县级人民政府'],
    cites: ['复议法§24¶1(2)', '复议法§24¶1(3)'],
    ...basic,
  },
  provincialGovernment: {
    caption: '省、自治区、直辖市人民政府',
    organs: ['本机关'],
    cites: ['复议法§24¶2', '复议法§26'],
    ...intermediate,
  },
  stateCouncilDepartment: {
    caption: '国务院部门',
    organs: ['本机关'],
    cites: ['复议法§25(1)', '复议法§26'],
    ...intermediate,
  },
  verticalOrgan: {
    caption: '金融、外汇管理等垂直领导机关、税务和国家安全机关',
    organs: ['上一级主管部门'],
    cites: ['复议法§27'],
    ...basic,
  },
  customs: {
    caption: '海关',
    organs: ['上一级海关'],
    cites: ['复议法§27'],
    court: 'intermediate',
    courtCites: ['诉讼法§15(2)'],
  },
  justiceDepartment: {
    caption: '履行行政复议机构职责的地方司法行政部门',
    organs: ['本级人民政府', '上一级司法行政部门'],
    cites: ['复议法§28'],
    ...basic,
  },
  dispatchedBody: {
    caption: '地方人民政府工作部门的派出机构',
    organs: ['设立派出机构的部门的本级人民政府'],
    cites: ['复议法§24¶4'],
    ...basic,
  },
  districtDispatchedBody: {
    caption: '直辖市、设区的市政府部门按行政区划设立的派出机构',
    organs: ['设立派出机构的部门的本级人民政府', '派出机构所在地的人民政府'],
    cites: ['复议法§24¶4'],
    ...basic,
  },
  authorisedOrganisation: {
    caption: '法律、法规、规章授权的组织',
    organs: ['管理该组织的人民政府或者管理该组织的部门的本级人民政府'],
    cites: ['复议法§24¶1(4)'],
    ...basic,
  },
}
