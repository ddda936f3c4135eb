/**
 * Words of commands that have no table of their own: the keys as the office has them, with captions for people. A
 * record over the union, so that a new key does not compile without its caption.
 */
import { zh } from '../../../law/glossary.ts'
import { disputeKinds } from '../../../office/disputes/register-dispute.ts'
import {
  type DisputeResult,
  type DraftData,
  type EventData,
  type Instance,
  matters,
  methods,
  opinions,
  type ProofKind,
  variants,
} from '../../../office/requests/index.ts'
import { captionsOf } from '../../http/schemas.ts'

type Words<Key extends string> = Readonly<Record<Key, string>>

const legalViews: Words<EventData['legalOpinionGiven']['view']> = {
  sound: '合法',
  amend: '需要修改',
  unsound: '不合法',
}
const overrides: Words<NonNullable<DraftData['override']>['because']> = {
  publicInterest: '不公开会对公共利益造成重大影响',
  objectionUnreasonable: '第三方不同意的理由不合理',
}
const ranks: Words<NonNullable<DraftData['law']>['rank']> = {
  law: '法律',
  administrativeRegulation: '行政法规',
}
const carriers: Words<'postOffice' | 'courier'> = { postOffice: '邮政企业', courier: '快递企业' }
const proofs: Words<ProofKind> = {
  signature: '签收',
  postalReceipt: '邮寄回执',
  systemEntry: '系统送达记录',
  entrustedReturn: '委托送达回证',
}
const disputeResults: Words<DisputeResult> = {
  upheld: zh('upheld'),
  corrected: zh('overturned'),
  other: zh('otherResult'),
}
const instances: Words<Instance> = { first: '一审', second: '二审' }
const against: Words<EventData['disputeFiled']['against']> = { reply: '答复', silence: '逾期不答复' }
const standings: Words<EventData['disputeFiled']['standing']> = {
  originalOrgan: '原行为机关',
  reviewOrgan: '复议机关',
}

export const words = {
  variant: captionsOf(variants),
  matter: captionsOf(matters),
  opinion: captionsOf(opinions),
  legalView: captionsOf(legalViews),
  override: captionsOf(overrides),
  rank: captionsOf(ranks),
  method: captionsOf(methods),
  carrier: captionsOf(carriers),
  proof: captionsOf(proofs),
  disputeKind: captionsOf(disputeKinds),
  disputeResult: captionsOf(disputeResults),
  instance: captionsOf(instances),
  against: captionsOf(against),
  standing: captionsOf(standings),
}
