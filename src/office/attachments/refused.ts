import type { Citation } from '../../law/citation.ts'
import type { AttachmentRefusal, RefusalReason } from './inspection.ts'

export function refused(reason: RefusalReason, message: string, ...cites: Citation[]): AttachmentRefusal {
  return { reason, message, cites }
}

/** For a paper with a mark of classification. The part is named, nothing of the content. */
export function classified(part: string): AttachmentRefusal {
  const message = `${part}有密级标志。涉密不上网、上网不涉密：本系统不得接收、存储涉密文件，文件未保存。请立即停止处理，报告本机关保密工作机构，按保密规定处置。`
  return refused('classified', message, '保密法', '条例§14', '条例§17')
}
