/**
 * Whether what came in is perhaps no request for information but a petition, a question or a complaint (条例§39¶1).
 * Words alone tell little: this is a hint for whoever reads it, and nothing is ever done upon it. Pure.
 */
import type { Citation } from '../../law/citation.ts'
import type { Matter } from '../requests/index.ts'
import { folded } from '../search/folding.ts'
import type { Wish } from './similarity.ts'

export interface TriageHint {
  readonly matter: Matter
  /** Words of the lists below that were found: never the applicant's own sentence. */
  readonly words: readonly string[]
  readonly because: string
  readonly cites: readonly Citation[]
}

interface Signs {
  readonly caption: string
  /** What is demanded: tells by itself. */
  readonly demands: readonly string[]
  /** Words of the trade, which a request for papers on such a matter has too. */
  readonly words: readonly string[]
}

/** In the order in which they are looked for: who demands an inquiry often complains and asks as well. */
const signs: Readonly<Record<Matter, Signs>> = {
  complaint: {
    caption: '投诉举报',
    demands: [
      '依法查处',
      '予以查处',
      '严肃查处',
      '立案查处',
      '请查处',
      '要求查处',
      '责令整改',
      '责令停止',
      '追究责任',
      '追究其责任',
      '予以处罚',
      '严肃处理',
      '特此举报',
      '实名举报',
      '向你局举报',
      '向贵局举报',
      '现举报',
      '我要举报',
      '我要投诉',
      '特此投诉',
      '现投诉',
      '履行法定职责',
    ],
    words: ['举报', '投诉', '查处', '控告', '检举'],
  },
  petition: {
    caption: '信访',
    demands: [
      '请求解决',
      '要求解决',
      '帮助解决',
      '尽快解决',
      '给予赔偿',
      '要求赔偿',
      '赔偿损失',
      '给予补偿',
      '要求补偿',
      '落实待遇',
      '恢复待遇',
      '补发工资',
      '给个说法',
      '讨个说法',
      '还我公道',
      '请领导',
      '为民做主',
      '给予安置',
      '要求安置',
    ],
    words: ['信访', '上访', '反映', '诉求'],
  },
  inquiry: {
    caption: '咨询',
    demands: [
      '请问',
      '咨询一下',
      '如何办理',
      '怎么办理',
      '怎样办理',
      '需要什么材料',
      '需要哪些材料',
      '是否合法',
      '是否违法',
      '是否属于',
      '是否有效',
      '为什么',
      '为何',
      '什么时候',
      '能不能',
      '可不可以',
      '请解释',
      '请答复我',
    ],
    words: ['咨询', '请教'],
  },
}

/** What one can hold in one's hand: who names it asks for information. */
const papers =
  /文件|文书|批复|批文|合同|协议|名单|名册|方案|公告|公示|决定书?|通知书?|告知书|意见书|记录|纪要|台账|档案|许可证|证照|凭证|发票|清单|明细|目录|标准|报告|规划|预算|决算|规定|办法|依据|图纸|数据|处理结果|办理结果|笔录|视频|录像|复印件|材料(?!.{0,4}(?:需要|才能))/

/** What it perhaps is instead, and by what words; null where nothing speaks for it. */
export function triageHint({ title, docNo, features }: Wish): TriageHint | null {
  const text = folded([title, features].filter((part) => part !== null).join('\n'))
  const namesPaper = docNo !== null || papers.test(text.replace(/需要(?:什么|哪些)材料/g, ''))
  for (const [matter, { caption, demands, words }] of Object.entries(signs) as [Matter, Signs][]) {
    const demanded = demands.filter((demand) => text.includes(demand))
    const found = demanded.length > 0 || namesPaper ? demanded : words.filter((word) => text.includes(word))
    if (found.length === 0) continue
    // Who names a paper and asks on the side still asks for the paper.
    if (namesPaper && (matter === 'inquiry' || found.length < 2)) continue
    return {
      matter,
      words: found,
      because: `内容中有“${found.join('”“')}”${namesPaper ? '' : '，且没有写明要求公开的文件、材料'}，可能是${caption}事项，请阅看后判断。`,
      cites: ['条例§39¶1'],
    }
  }
  return null
}
