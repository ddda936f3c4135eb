import type { Citation } from '../../../law/citation.ts'
import { documentClasses } from '../classes.ts'
import { missingMetadata } from '../content.ts'
import { type DocumentRefusal, refuse } from './refusal.ts'
import { lastSigned, liveVersion, type Work } from './state.ts'
import type { Guard } from './verb.ts'

export const exists: Guard = ({ version }) =>
  version > 0 ? null : refuse('noDocument', '没有这份文件，请核对编号或者先起草。', '条例§12¶3')

export const isNotWithdrawn: Guard = ({ withdrawn }) =>
  withdrawn === null
    ? null
    : refuse('withdrawn', '文件已经撤下，只保留撤下说明；需要重新公开的，请另行起草。', '条例§6¶1')

/** There is something in hand that was not handed over yet. */
export const isInDraft: Guard = ({ work }) => {
  if (work === null)
    return refuse('noWork', '没有正在起草的内容；已经签发的，请先“修改”形成新版本。', '条例§17¶1')
  return work.submittedOn === null
    ? null
    : refuse('submitted', '文件正在审查，不能改动；需要修改的，请由审查人退回。', '条例§17¶1')
}

export const isSubmitted: Guard = ({ work }) => {
  if (work === null) return refuse('noWork', '没有正在审查的内容；请先起草并提交审查。', '条例§17¶1')
  return work.submittedOn !== null
    ? null
    : refuse('notSubmitted', '文件还没有提交审查；请由起草人提交后再办理。', '条例§17¶1')
}

/** 谁提供、谁审核、谁负责 are different people. */
export const notByDrafter =
  (what: string): Guard =>
  ({ work }, { actor }) =>
    work?.drafters.includes(actor.id)
      ? refuse('fourEyes', `起草和${what}不能由同一人办理，请交其他有权限的人员。`, '条例§17¶1')
      : null

export const isSigned: Guard = (state) =>
  lastSigned(state) === null
    ? refuse('notSigned', '文件还没有签发；请先完成审查和签发（先审后发）。', '条例§17¶1')
    : null

export const isPublished: Guard = (state) =>
  liveVersion(state) === null
    ? refuse('notPublished', '文件没有在网站公开，没有可以处理的公开内容。', '条例§23')
    : null

/** What binds, and what explains it: an interpretation is marked as one of what no longer binds. */
export const mayEnd: Guard = (state) => {
  const content = lastSigned(state)?.content ?? null
  return content !== null && (documentClasses[content.class].binds || content.class === 'interpretation')
    ? null
    : refuse(
        'notBinding',
        '这类信息没有效力期间，不适用废止、失效；内容有误的，请修改或者撤下。',
        '规范性文件通知',
      )
}

export const hasNotEnded: Guard = ({ ending }) =>
  ending === null
    ? null
    : refuse('alreadyEnded', '文件已经废止、失效或者被取代；登记有误的，请先恢复效力。', '规范性文件通知')

/** What stands in the way of handing the draft over; all of it, so that nobody comes back for the next. */
export function wantingIn(
  work: Work,
): readonly (readonly [id: string, caption: string, refusal: DocumentRefusal])[] {
  const wanting: [string, string, DocumentRefusal][] = missingMetadata(work.content).map(
    ({ field, caption, cites }) => [
      field,
      caption,
      refuse('metadataMissing', `没有填写${caption}，请补充。`, ...cites),
    ],
  )
  if (work.attribute === null)
    wanting.push([
      'attribute',
      '公开属性',
      refuse('noAttribute', '没有确定公开属性，请先确定。', '条例§13¶2'),
    ])
  for (const { id, name, cleared } of work.files)
    if (!cleared && work.attribute?.attribute === 'proactive')
      wanting.push([
        id,
        `附件《${name}》`,
        refuse(
          'fileNotCleared',
          '附件还没有经过核查，请逐项核对隐藏内容和个人信息。',
          '条例§17¶1',
          '个保法§25',
        ),
      ])
  return wanting
}

/** The first of what is wanting as a refusal that tells the rest. */
export const isComplete: Guard = ({ work }) => {
  const wanting = work === null ? [] : wantingIn(work)
  const [first] = wanting
  if (first === undefined) return null
  const cites: readonly Citation[] = [...new Set(wanting.flatMap(([, , { cites }]) => cites))]
  return {
    refused: true,
    code: first[2].code,
    message: `有 ${wanting.length} 处需要补充：${wanting.map(([, caption]) => caption).join('、')}。请补充后再提交审查。`,
    cites,
    gate: wanting.map(([id, caption, refusal]) => ({ id, caption, refusal })),
  }
}
