import { describe, expect, test } from 'vitest'
import { type Claim, type Context, claimsIn, comparedWith, metrics } from './claims.ts'

const read = (text: string, context: Context = { year: 2024 }): readonly Claim[] =>
  claimsIn({ number: 1, text }, context)

/** Claims in short: metric, value, and what sets them apart. */
const short = (text: string, context?: Context): readonly string[] =>
  read(text, context).map((c) =>
    [c.metric, c.value, c.includes && '含结转', c.scope && `口径：${c.scope}`]
      .filter((x) => x !== undefined && x !== '')
      .join(' '),
  )

describe('申请的数量', () => {
  test.each([
    ['2024年，示范县共收到政府信息公开申请34件。', ['received 34']],
    ['示范局接收通过邮寄、网络等方式提交的政府信息公开申请共计 1,081 件。', ['received 1081']],
    ['全年收到依申请公开信息3条，答复率100%。', ['received 3']],
    ['2024年度，我办接收到1件政府信息公开申请。', ['received 1']],
    ['共收到政府信息公开申请，共计８１件。', ['received 81']],
    ['本年度收到一件政府信息公开申请。', ['received 1']],
    ['全市收办政府信息公开申请案件3646件。', ['handled 3646']],
    ['依法办理公民提交的政府信息公开申15件。', ['processed 15']],
    [
      '共受理政府信息公开申请16件，上年结转政府信息公开办理数量1件，办结16件，结转至2025年办理1件。',
      ['received 16', 'carriedIn 1', 'answered 16', 'carriedOut 1'],
    ],
    [
      '收到依申请公开9件，2023年结转1件，办结9件，转下年度办理1件。',
      ['received 9', 'carriedIn 1', 'answered 9', 'carriedOut 1'],
    ],
    [
      '受理政府信息公开申请 319\n件，答复 300 件（含上年度结转申请 4 件，另有 23 件顺延到下年度\n答复）。',
      ['received 319', 'answered 300 含结转', 'carriedIn 4', 'carriedOut 23'],
    ],
    [
      '收到申请34件（含上年结转2件），已答复33件，结转下年度1件。',
      ['received 34 含结转', 'carriedIn 2', 'answered 33', 'carriedOut 1'],
    ],
    ['收到申请（含上年结转）36件。', ['received 36 含结转']],
    ['收到政府信息公开申请34件（不含上年结转2件）。', ['received 34', 'carriedIn 2']],
    ['收到政府信息公开申请34件（上年结转2件）。', ['received 34 口径：是否含上年结转不明', 'carriedIn 2']],
    [
      '全年收到政府信息公开申请36件，其中新收34件，上年结转2件。',
      ['handled 36', 'received 34', 'carriedIn 2'],
    ],
    ['本年未收到政府信息公开申请。', ['received 0']],
    ['我镇共收到公开申请两件，均予以公开。', ['received 2', 'granted 2']],
  ])('%s', (text, expected) => {
    expect(short(text)).toEqual(expected)
  })

  test('年报年份未知时，写在“结转”前的年份是上年，写在后面的是下年', () => {
    expect(short('收到政府信息公开申请9件，2023年结转1件，结转至2025年办理2件。', {})).toEqual([
      'received 9',
      'carriedIn 1',
      'carriedOut 2',
    ])
  })

  test('办理结果与申请人类别', () => {
    const claims = read(
      '收到政府信息公开申请10件，其中自然人申请9件，法人或其他组织申请1件；予以公开5件、部分公开（区分处理）2件、不予公开1件、无法提供1件、作其他处理（含撤回）1件。',
    )
    expect(claims.map((c) => `${c.metric} ${c.value} ${c.part?.by ?? ''}`.trim())).toEqual([
      'received 10',
      'fromNatural 9 applicant',
      'fromLegal 1 applicant',
      'granted 5 outcome',
      'partial 2 outcome',
      'denied 1 outcome',
      'unavailable 1 outcome',
      'otherOutcome 1 outcome',
    ])
    const lists = new Set(claims.flatMap((c) => c.part?.list ?? []))
    expect(lists.size).toBe(2)
    expect(claims[1]?.basis).toBe('received')
  })

  test('同比带正负号，并指向所比的数', () => {
    const [received, change] = read('共收到政府信息公开申请2件，比去年同期减少77.8%。')
    expect(change).toMatchObject({
      metric: 'receivedChange',
      value: -77.8,
      unit: '%',
      changeOf: received?.id,
    })
    expect(short('收办政府信息公开申请46件，同比增长1.05%。')).toContain('receivedChange 1.05')
    expect(short('收到政府信息公开申请46件，较上年增加3件。')).toContain('receivedChange 3')
  })

  test('只写一种渠道的不是总数，分渠道的是分项', () => {
    expect(short('通过县政府门户网站收到政府信息公开申请3件。')).toEqual([
      'requestsPart 3 口径：县政府门户网站',
    ])
    const [total, ...parts] = read('共收到政府信息公开申请7件，网络申请、信函申请分别为3件、4件。')
    expect(parts.map((p) => [p.label, p.value, p.part?.of, p.part?.covers])).toEqual([
      ['网络申请', 3, total?.id, 'whole'],
      ['信函申请', 4, total?.id, 'whole'],
    ])
  })
})

describe('复议与诉讼', () => {
  test.each([
    [
      '因政府信息公开引起的行政复议案件1件，结果维持；行政诉讼案件1件，原告撤诉。',
      ['reconsideration 1', 'reconsiderationUpheld 1', 'litigation 1', 'litigationOther 1'],
    ],
    ['未发生因政府信息公开引发的行政复议和行政诉讼案件。', ['reconsideration 0', 'litigation 0']],
    ['未因依申请公开引起行政诉讼、复议情况。', ['reconsideration 0', 'litigation 0']],
    ['因政府信息公开引起的行政复议、行政诉讼案件均为0件。', ['reconsideration 0', 'litigation 0']],
    [
      '依申请公开引起行政复议2件、行政诉讼3件，均获维持。',
      ['reconsideration 2', 'litigation 3', 'reconsiderationUpheld 2', 'litigationUpheld 3'],
    ],
    [
      '政府信息公开行政复议案件5件，其中结果维持2件，结果纠正1件，其他结果1件，尚未审结1件。',
      [
        'reconsideration 5',
        'reconsiderationUpheld 2',
        'reconsiderationCorrected 1',
        'reconsiderationOther 1',
        'reconsiderationPending 1',
      ],
    ],
    ['因信息公开申请引发行政复议、行政诉讼共3件。', ['disputes 3']],
    [
      '政府信息公开类行政诉讼未经复议直接起诉3件，复议后起诉2件。',
      ['litigationDirect 3', 'litigationAfter 2'],
    ],
    ['未发生政府信息公开行政复议被纠错情况。', []],
  ])('%s', (text, expected) => {
    expect([...short(text)].sort()).toEqual([...expected].sort())
  })

  test('“撤诉”只是“其他结果”的一种，不与该格相比', () => {
    const claim = read('政府信息公开行政诉讼3件，其中维持1件，撤诉1件，驳回起诉1件。')
    expect(claim.map((c) => [c.metric, comparedWith(c, '2021').length])).toEqual([
      ['litigation', 1],
      ['litigationUpheld', 1],
      ['litigationOther', 0],
      ['litigationOther', 0],
    ])
  })
})

describe('口径不同的数不与表格相比', () => {
  test.each([
    ['全年备案政府信息公开领域行政复议案件34件，行政诉讼案件7件。', ['备案', '备案']],
    ['县政府办代表县政府受理政府信息公开申请17件，均已答复。', ['代表县政府']],
    ['县政府办代表县政府受理政府信息公开申请17件。答复16件。', ['代表县政府', '代表县政府']],
    ['2022年收到政府信息公开申请12件，2024年收到政府信息公开申请15件。', ['2022年', undefined]],
    ['上半年收到政府信息公开申请8件。', ['年内一段时间']],
    ['条例施行以来，共受理政府信息公开申请800件。', ['历年累计']],
    ['自2008年以来，累计受理政府信息公开申请300件。', ['历年累计']],
    ['各乡镇共受理政府信息公开申请30件。', ['各乡镇']],
    ['县司法局受理行政复议案件210件。', ['行政复议机关办理的案件']],
    ['通过县政府网站收到政府信息公开申请5件，办结4件。', ['县政府网站', '县政府网站']],
    ['收到政府信息公开申请9件，其中教育局收到3件，办结2件。', [undefined, undefined, '教育局收到']],
  ])('%s', (text, expected) => {
    const claims = read(text)
    expect(claims.map((c) => c.scope)).toEqual(expected)
    for (const c of claims) if (c.scope) expect(comparedWith(c, '2021')).toEqual([])
  })

  test('知道本机关名称时，认得出写的是别的单位', () => {
    const text = '县教育局收到政府信息公开申请5件。示范县收到政府信息公开申请50件。'
    const scopes = (organ: string) => read(text, { year: 2024, organ }).map((c) => c.scope)
    expect(scopes('示范县人民政府')).toEqual(['县教育局', undefined])
    expect(scopes('示范县教育局')).toEqual([undefined, undefined])
  })
})

describe('不是数据的数不读', () => {
  test.each([
    '根据《示范市2024年政务公开工作要点》（示政办发〔2024〕12号）要求编制。',
    '地址：示范大道90号，邮编：223100，电话：0517-87220000。',
    '受理热线咨询1200件，答复率100%。',
    '严格执行国令第711号，落实第二十条第（八）项。',
    '“办结一件申请、化解一个矛盾”。',
    '制发公文120件，其中主动公开80件，依申请公开25件，不予公开15件。',
    '将8大类348项公共服务事项纳入，92%的事项30分钟办结。',
    '下一步，力争全年主动公开政府信息500条。',
    '一、本年新收政府信息公开申请数量 21 0 0 0 0 0 21',
    '受理政府信息公开申请 31\n19 件。',
  ])('%s', (text) => {
    expect(short(text)).toEqual([])
  })
})

describe('主动公开与分项', () => {
  test('“其中包括……”带冒号的，分项应当等于总数', () => {
    const [total, ...parts] = read(
      '全年主动公开政府信息100条：其中包括政务要闻60条，公示公告30条，政策解读10条。',
    )
    expect(total).toMatchObject({ metric: 'proactive', value: 100 })
    expect(parts.map((p) => [p.value, p.part?.of, p.part?.covers])).toEqual([
      [60, total?.id, 'whole'],
      [30, total?.id, 'whole'],
      [10, total?.id, 'whole'],
    ])
  })

  test('只说“其中”的，分项不必等于总数；有“其他”兜底的应当相等', () => {
    expect(read('主动公开政府信息100条，其中网站60条，微信20条。')[1]?.part?.covers).toBe('some')
    expect(read('主动公开政府信息100条，其中网站60条，微信20条，其他信息20条。')[1]?.part?.covers).toBe(
      'whole',
    )
    expect(read('主动公开政府信息100条，包括网站60条，微信20条等。')[1]?.part?.covers).toBe('some')
  })

  test('分项之内再分项，各归其总数', () => {
    const claims = read('发布财政信息38条，其中专项资金15条，预决算20条（政府5条、部门15条），债券3条。')
    const of = (value: number) => {
      const whole = claims.find((c) => c.value === value)?.part?.of
      return claims.find((c) => c.id === whole)?.value
    }
    expect([of(20), of(5), of(3)]).toEqual([38, 20, 38])
  })

  test('约数就是约数', () => {
    expect(read('主动公开政府信息1.8万余条。')[0]).toMatchObject({ value: 18_000, approximate: true })
    expect(read('主动公开政府信息约500条。')[0]).toMatchObject({ value: 500, approximate: true })
    expect(read('主动公开政府信息500条以上。')[0]).toMatchObject({ approximate: true })
    expect(read('主动公开政府信息500条。')[0]).not.toHaveProperty('approximate')
  })

  test('规范性文件、解读、收费', () => {
    expect(short('全年制发行政规范性文件3件，废止1件，现行有效20件，发布政策解读17篇。')).toEqual([
      'normativeIssued 3',
      'normativeRepealed 1',
      'normativeInForce 20',
      'interpretations 17',
    ])
    expect(short('全年收取政府信息公开信息处理费1,250元。')).toEqual(['processingFee 1250'])
    expect(short('收取信息处理费0.2万元。')).toEqual(['processingFee 2000'])
    expect(short('本单位未收取信息处理费，无其他需要报告事项。')).toEqual(['processingFee 0'])
    expect(
      short(
        '2024年有3件政府信息公开申请案件收取信息处理费230元。其中，甲局1件，收取80元；乙镇2件，收取150元。',
      ),
    ).toEqual([
      'processingFeeCases 3',
      'processingFee 230',
      'requestsPart 1',
      'processingFeePart 80',
      'requestsPart 2',
      'processingFeePart 150',
    ])
  })
})

describe('出处', () => {
  const text = '（一）依申请公开\n全年收到政府信息公开\n申请 34 件。其余情况良好。'
  const [claim] = claimsIn({ number: 1, text, place: { line: 10 } }, { year: 2024 })

  test('引的是原文的那一句，连同换行', () => {
    expect(claim?.sentence).toBe('全年收到政府信息公开\n申请 34 件。')
    expect(text.slice(...(claim?.at ?? []))).toBe('34 件')
  })

  test('带有所在行', () => {
    expect(claim?.place).toEqual({ line: 12 })
  })
})

describe('与哪些格相比', () => {
  test('按版本不同', () => {
    const other = read('收到政府信息公开申请5件，办结5件，其中其他处理5件。').at(-1) as Claim
    expect(other.metric).toBe('otherOutcome')
    expect(comparedWith(other, '2019')).toEqual([['requests/outcome.other@total']])
    expect(comparedWith(other, '2021')[0]).toHaveLength(3)
  })

  test('写明含上年结转的，与新收加结转相比', () => {
    const [claim] = read('收到申请36件，含上年结转2件。')
    expect(comparedWith(claim as Claim, '2021')).toEqual([
      ['requests/received@total', 'requests/carriedIn@total'],
    ])
  })

  test('每项数据都有名称', () => {
    for (const entry of Object.values(metrics)) expect(entry.caption).not.toBe('')
  })
})
