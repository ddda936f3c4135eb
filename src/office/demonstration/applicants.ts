/** Whoever asks in the demonstration: nobody. The numbers are well formed and of a region that does not exist. */
import type { ApplicantKind } from '../../law/application.ts'
import type { ApplicantInput } from '../applicants/applicant.ts'
import type { ThirdParty } from '../third-party/third-party.ts'

const person = (name: string, idNumber: string, place: number): ApplicantInput => ({
  kind: 'natural',
  name,
  idKind: 'residentId',
  idNumber,
  contact: {
    phone: `1380000000${place}`,
    email: `person${place}@mail.example`,
    address: `示例县东河镇样板村${place}号`,
    postcode: '000000',
  },
})

const organisation = (
  kind: ApplicantKind,
  name: string,
  idNumber: string,
  place: number,
): ApplicantInput => ({
  kind,
  name,
  idKind: 'creditCode',
  idNumber,
  representative: '样例人',
  contact: {
    phone: `0000-8888800${place}`,
    email: `unit${place}@mail.example`,
    address: `示例县示例路${place}号`,
  },
})

/** Five people and one organisation of each kind, so that no column of the report stays empty. */
export const demonstrationApplicants: readonly ApplicantInput[] = [
  person('甲样例', '999999197001101007', 1),
  person('乙样例', '999999197102111079', 2),
  person('丙样例', '999999197203121145', 3),
  person('丁样例', '999999197304131211', 4),
  person('戊样例', '999999197405141283', 5),
  organisation('legal.business', '示例建设有限公司', '91000000DEM00000X0', 1),
  organisation('legal.research', '示例社会调查研究院', '91000000DEM00001X1', 2),
  organisation('legal.welfare', '示例助学基金会', '91000000DEM00002X2', 3),
  organisation('legal.lawService', '示例律师事务所', '91000000DEM00003X3', 4),
  organisation('legal.other', '示例水利协会', '91000000DEM00004X4', 5),
]

export const demonstrationThirdParty: ThirdParty = {
  name: '样板工程有限公司',
  person: false,
  contact: { phone: '0000-33333333', email: null, address: '示例县工业路9号', postcode: '000000' },
}
