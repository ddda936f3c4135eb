/** Invented people. */
import type { Applicant } from '../../../src/office/applicants/applicant.ts'

export const person: Applicant = {
  kind: 'natural',
  name: '示例申请人钱某',
  idKind: 'residentId',
  idNumber: '11010519491231002X',
  idPaper: null,
  contact: {
    phone: '13800000000',
    email: 'qian@mail.example',
    address: '示例县示例路1号',
    postcode: '000000',
  },
  representative: null,
  agent: null,
  assistance: null,
  notice: null,
}
