/** An invented county on a store: a government, a department that answers, and whoever asks. Nobody of it exists. */
import type { Day } from '../../../src/law/day.ts'
import type { ApplicantInput } from '../../../src/office/applicants/applicant.ts'
import { blankOrgan } from '../../../src/office/organs/fields.ts'
import { type OrganRecord, rowOf } from '../../../src/office/organs/organ.ts'
import type { OrganRow } from '../../../src/office/ports.ts'
import { projectCase } from '../../../src/office/requests/index.ts'
import type { ThirdParty } from '../../../src/office/third-party/third-party.ts'
import type { Store } from '../../../src/store/store.ts'
import { residentId } from '../../office-parts/made-numbers.ts'
import { open } from '../../store/support/office.ts'
import type { Application } from './walk-office.ts'

export const here = 'natural-resources'
export const start: Day = '2026-03-02'

const office = (name: string, phone: string): OrganRecord['office'] => ({
  ...blankOrgan.office,
  name,
  phone,
  address: '示例县人民路1号',
  postcode: '000000',
})

const government: OrganRecord = {
  ...blankOrgan,
  code: '11330000000000013F',
  name: '示例县人民政府',
  kind: 'localGovernment',
  office: office('示例县人民政府办公室', '0000-11111111'),
  docPrefix: '示政',
}

/** Its review organ is found in the tree, its court is its own. */
export const department: OrganRecord = {
  ...blankOrgan,
  code: '11330000000000021A',
  name: '示例县自然资源局',
  kind: 'localDepartment',
  parent: government.code,
  office: office('示例县自然资源局办公室', '0000-22222222'),
  docPrefix: '示自然资',
  court: '示例县人民法院',
}

const rows: readonly OrganRow[] = [
  rowOf(government, 'government', null),
  rowOf(department, here, 'government'),
]

export async function openHouse(place = ':memory:'): Promise<Store> {
  const store = await open(place, { project: projectCase, connections: 40 })
  for (const row of rows) await store.organs.put(row)
  await store.inTransaction(here, ({ settings }) =>
    settings.set(
      'letters',
      { onlineReview: 'https://review.example' },
      { actor: 'staff-9', at: '2026-01-05T02:00:00.000Z' },
    ),
  )
  return store
}

export const applicant: ApplicantInput = {
  kind: 'natural',
  name: '欧阳示例',
  idKind: 'residentId',
  idNumber: residentId('330106', '19900101', '123'),
  contact: { phone: '13800000000', email: 'ouyang@mail.example', address: '示例县示例镇幸福路88号' },
}

/** Everything by which the people of the cases could be known. */
export const personal = [
  applicant.name!,
  applicant.idNumber!,
  '13800000000',
  'ouyang@mail.example',
  '幸福路88号',
]

export const application: Application = {
  applicant,
  content: {
    title: '2025年示例镇东河村集体土地征收的补偿安置方案',
    provision: 'electronic',
    delivery: 'online',
  },
}

export const recordApplication: Application = {
  applicant,
  content: {
    variant: 'recordCorrection',
    title: '宅基地登记表',
    inaccuracy: '登记的面积应为120平方米，误记为102平方米',
    evidence: '原宅基地使用证',
  },
}

export const thirdParty: ThirdParty = {
  name: '示例建设有限公司',
  person: false,
  contact: { phone: '0000-33333333', email: null, address: '示例县工业路9号', postcode: null },
}

/** Every number that was spent, letters and registrations: '公开收|2026|1', with a mark behind those that are void. */
export const numbersOf = async (store: Store): Promise<readonly string[]> => {
  const rows = await store.database
    .selectFrom('number_issued')
    .select(['kind', 'year', 'number', 'voided_at'])
    .where('organ', '=', here)
    .orderBy('kind')
    .orderBy('year')
    .orderBy('number')
    .execute()
  return rows.map(
    ({ kind, year, number, voided_at }) => `${kind}|${year}|${number}${voided_at === null ? '' : ' void'}`,
  )
}
