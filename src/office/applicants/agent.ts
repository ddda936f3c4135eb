import { type IdentityType, identityTypes, requirements, type Shortcoming } from '../../law/application.ts'
import { type Day, formatChinese } from '../../law/day.ts'
import { checkResidentId } from '../../law/identity-numbers.ts'

/** By a mandate, or by law for someone who cannot act (监护人). */
export type Agency = 'entrusted' | 'guardian'

export const agencies: Readonly<Record<Agency, string>> = { entrusted: '委托代理', guardian: '监护人' }

/** 代理人: acts for the applicant, who remains the one to be answered and counted. */
export interface Agent {
  readonly agency: Agency
  readonly name: string
  readonly idKind: IdentityType
  readonly idNumber: string | null
  readonly idPaper: string | null
  readonly phone: string | null
  /** 授权委托书; for a guardian, the proof of guardianship. */
  readonly authorisation: Authorisation | null
}

export interface Authorisation {
  /** Hash of the paper among the blobs; null where it was only shown. */
  readonly paper: string | null
  readonly signedOn: Day | null
  /** Last day; null where the paper names none. */
  readonly until: Day | null
  readonly powers: readonly AgentPower[]
}

export type AgentPower = 'apply' | 'receive' | 'correct' | 'withdraw' | 'pay'

export const agentPowers: Readonly<Record<AgentPower, string>> = {
  apply: '提出申请',
  receive: '代收文书',
  correct: '补正、说明理由',
  withdraw: '撤回申请',
  pay: '缴纳信息处理费',
}

/**
 * What is wanting in an agent's papers as of a day. An application by an agent without them is not void: the
 * identity proof of 条例§29¶2(1) is incomplete, and is asked for once (条例§30).
 */
export function checkAgent(agent: Agent, on: Day): readonly Shortcoming[] {
  const { agency, authorisation, idKind, idNumber, idPaper } = agent
  const paper = agency === 'guardian' ? '监护关系证明' : '授权委托书'
  const found: Shortcoming[] = []
  const add = (fault: Shortcoming['fault'], message: string): void => {
    found.push({ requirement: 'identity', fault, message, cites: requirements.identity.cites })
  }
  if (agent.name.trim() === '') add('missing', '缺少代理人姓名：请填写代理人的姓名')
  if (idNumber === null && idPaper === null) add('missing', '缺少代理人的身份证明：请提供代理人的身份证明')
  else if (idKind === 'residentId' && idNumber !== null && checkResidentId(idNumber) !== null)
    add('wrong', `代理人的${identityTypes.residentId}号码有误，请核对后重新填写`)
  if (authorisation === null) add('missing', `缺少${paper}：请提供${paper}`)
  else {
    const { signedOn, until, powers } = authorisation
    if (signedOn !== null && signedOn > on)
      add('wrong', `${paper}的日期${formatChinese(signedOn)}晚于提出申请之日，请核对`)
    if (until !== null && until < on)
      add('wrong', `${paper}已于${formatChinese(until)}到期，请提供有效的${paper}`)
    if (!powers.includes('apply')) add('wrong', `${paper}没有写明${agentPowers.apply}的权限，请补充授权`)
  }
  return found
}

/** Whether the agent may do this for the applicant on that day. A guardian may do all that the ward could. */
export function agentMay(agent: Agent, power: AgentPower, on: Day): boolean {
  const { agency, authorisation } = agent
  if (authorisation === null) return false
  const { signedOn, until, powers } = authorisation
  const inTime = (signedOn === null || signedOn <= on) && (until === null || on <= until)
  return inTime && (agency === 'guardian' || powers.includes(power))
}
