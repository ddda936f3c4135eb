/** 鲤城区 2020: every leaf begins full, and each fault takes its points. */
import type { IndicatorSystem } from '../system.ts'

export const licheng2020: IndicatorSystem = {
  format: 'gongkai-indicators/1',
  id: 'licheng-2020',
  name: '政务公开指数绩效考评（鲤城区2020年）',
  year: 2020,
  tree: 'points',
  full: 100,
  absent: 'siblings',
  classes: [
    { key: 'department', caption: '部门' },
    { key: 'township', caption: '乡镇、街道' },
  ],
  indicators: [
    {
      id: '1',
      caption: '政府信息主动公开',
      weight: 10,
      sampling: '逐条查看网站公开的信息',
      evidence: '公开信息目录',
      rule: {
        kind: 'deduct',
        faults: [
          { id: '1.early-late', caption: '公文提前或者超期公开', each: 5, basis: '条例§26' },
          { id: '1.elements', caption: '标题、索引号等要素未规范录入', each: 1 },
          { id: '1.body', caption: '正文内容未能正常显示', each: 1 },
        ],
      },
      reads: [
        { check: 'documents.late', fault: '1.early-late' },
        { check: 'documents.missingMetadata', fault: '1.elements' },
      ],
    },
    {
      id: '2',
      caption: '政府信息公开年度报告',
      weight: 10,
      sampling: '查看报送记录和网站',
      evidence: '年度报告',
      rule: {
        kind: 'deduct',
        faults: [
          { id: '2.not-filed', caption: '未及时备案', each: 5, basis: '条例§49' },
          { id: '2.late', caption: '未及时公开', each: 5, basis: '条例§49' },
          { id: '2.elements', caption: '未按照要素撰写', each: 5, basis: '条例§50' },
          { id: '2.copied', caption: '与往年或者其他单位雷同', each: 5 },
          { id: '2.not-mended', caption: '被退回且未及时修改', each: 5 },
        ],
      },
      reads: [{ check: 'reports.late', fault: '2.late' }],
    },
    {
      id: '3',
      caption: '政府信息依申请公开',
      weight: 6,
      sampling: '查看办件记录',
      evidence: '答复文书、送达凭证',
      rule: {
        kind: 'deduct',
        faults: [
          { id: '3.overdue', caption: '超期办理', each: 6, basis: '条例§33' },
          { id: '3.corrected', caption: '行政复议、行政诉讼被纠错', each: 3 },
          { id: '3.refused', caption: '拒绝配合办理', each: 6 },
          { id: '3.late-hand-over', caption: '未及时送交办理、答复意见', each: 3 },
        ],
      },
      reads: [
        { check: 'requests.late', fault: '3.overdue' },
        { check: 'requests.corrected', fault: '3.corrected' },
      ],
    },
    {
      id: '4',
      caption: '保密审查',
      weight: 6,
      sampling: '逐条查看网站公开的信息',
      evidence: '公开前的审查记录',
      rule: {
        kind: 'deduct',
        faults: [
          { id: '4.leak', caption: '公开了国家秘密、商业秘密、个人隐私', each: 6, basis: '条例§17' },
          { id: '4.forwarded', caption: '转发上级不属于主动公开的文件', each: 6 },
          { id: '4.quoted', caption: '引用上级不属于主动公开文件的内容未作处理', each: 2 },
        ],
      },
      reads: [{ check: 'documents.personalData', fault: '4.leak' }],
    },
    {
      id: '5',
      caption: '及时更新公开栏信息',
      weight: 5,
      sampling: '按内容保障清单查看栏目',
      rule: {
        kind: 'deduct',
        faults: [{ id: '5.stale', caption: '未按责任分工和时限更新', each: 1, origin: 'filledIn' }],
      },
      reads: [{ check: 'columns.stale', fault: '5.stale' }],
    },
    {
      id: '6',
      caption: '政策解读',
      weight: 15,
      origin: 'filledIn',
      sampling: '抽查规范性文件',
      limits: [{ fault: '6.none', effect: 'times', share: 0.5 }],
      rule: {
        kind: 'deduct',
        faults: [
          { id: '6.none', caption: '应当解读的文件均未解读', each: 5, most: 5 },
          { id: '6.late', caption: '解读未与文件同步发布', each: 2, most: 6 },
          { id: '6.unlinked', caption: '解读与文件没有互相关联', each: 1, most: 4 },
        ],
      },
      reads: [{ check: 'documents.interpretationMissing', fault: '6.late' }],
    },
    {
      id: '7',
      caption: '规范性文件管理',
      weight: 15,
      origin: 'filledIn',
      sampling: '核对文件清单',
      evidence: '现行有效文件清单',
      limits: [{ fault: '7.no-list', effect: 'atMost', share: 0.6 }],
      rule: {
        kind: 'deduct',
        faults: [
          { id: '7.no-list', caption: '没有现行有效文件清单', each: 3, most: 3 },
          { id: '7.format', caption: '格式不规范', each: 2, most: 6 },
          { id: '7.validity', caption: '有效性标注没有更新', each: 2 },
        ],
      },
      reads: [{ check: 'documents.lapsed', fault: '7.validity' }],
    },
    {
      id: '8',
      caption: '政务新媒体',
      weight: 13,
      origin: 'filledIn',
      sampling: '逐个查看备案账号',
      rule: {
        kind: 'deduct',
        faults: [
          { id: '8.idle', caption: '账号超过两周没有更新', each: 2 },
          { id: '8.unfiled', caption: '开设、变更、注销没有备案', each: 3 },
        ],
      },
      reads: [{ check: 'accounts.idle', fault: '8.idle' }],
    },
    {
      id: '9',
      caption: '组织保障和整改',
      weight: 20,
      origin: 'filledIn',
      sampling: '材料',
      evidence: '会议、培训、整改的材料',
      rule: {
        kind: 'deduct',
        faults: [
          { id: '9.repeat', caption: '上次通报的问题没有整改', each: 5 },
          { id: '9.training', caption: '没有组织培训', each: 3, most: 3 },
          { id: '9.meeting', caption: '没有专题研究', each: 3, most: 3 },
        ],
      },
    },
  ],
  vetoes: [],
  bonus: null,
  pass: null,
  grades: [
    { from: 90, caption: '优秀' },
    { from: 80, caption: '良好' },
    { from: 60, caption: '合格' },
    { from: 0, caption: '不合格' },
  ],
  composite: [],
  source: {
    title: '2020年泉州市鲤城区政务公开指数绩效考评标准表',
    note: '第1至4项及其扣分、第5项的分值据原表；第5项的扣分、第6至9项、等次和读取的数据为补足至100分所拟，使用前请按本地的考评表修改。',
  },
}
