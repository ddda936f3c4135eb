import { describe, expect, test } from 'vitest'
import { type IndicatorId, type Line, looksPre2019, statisticsIn } from './pre2019.ts'

const lines = (text: string): Line[] => text.split('\n').map((t, i) => ({ text: t, place: { line: i } }))
const values = (text: string) => {
  const readings = statisticsIn(lines(text))
  return (id: IndicatorId) => {
    const reading = readings[id]
    return reading.kind === 'number' ? reading.value : reading.kind
  }
}

const table = `示范县2017年政府信息公开情况统计表
统计指标 单位 统计数
一、主动公开情况 — —
（一）主动公开政府信息数（不同渠道和方式公开同一政府信息计1条） 条 1,204
其中：主动公开规范性文件数 条 7
制发规范性文件总数 件 9
（二）通过不同渠道和方式公开政府信息的情况 — —
1.政府公报公开政府信息数 条 0
2.政府网站公开政府信息数 条 1100
3.政务微博公开政府信息数 条
4.政务微信公开政府信息数 条 —
5.其他方式公开政府信息数 条 104
二、回应解读情况
（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次） 次 3
三、依申请公开情况 — —
（一）收到申请数 件 12
1.当面申请数 件 2
4.信函申请数 件 10
（三）申请答复数 件 12
2.同意公开答复数 件 8
4.不同意公开答复数 件 1
其中：涉及国家秘密 件 0
危及国家安全、公共安全、经济安
全和社会稳定 件 1
四、行政复议数量 件 2
（一）维持具体行政行为数 件 2
（二）被依法纠错数 件 0
五、行政诉讼数量 件 1
（三）其他情形数 件 1
七、依申请公开信息收取的费用 万元 0.5
八、机构建设和保障经费情况
4.专职人员数（不包括政府公报及政府网站工作人员数） 人 约3
九、政府信息公开会议和培训情况
（三）接受培训人员数 人次 85`

describe('政府信息公开情况统计表', () => {
  const at = values(table)

  test('按名称逐项读数，含千分位、小数、折行', () => {
    expect(at('disclosure.total')).toBe(1204)
    expect(at('disclosure.normative')).toBe(7)
    expect(at('disclosure.normativeMade')).toBe(9)
    expect(at('disclosure.website')).toBe(1100)
    expect(at('requests.denied.safetyStability')).toBe(1)
    expect(at('fees')).toBe(0.5)
    expect(at('training.attendees')).toBe(85)
  })

  test('空白、横线、读不出、没有，各是各的', () => {
    expect(at('disclosure.weibo')).toBe('blank')
    expect(at('disclosure.wechat')).toBe('dash')
    expect(at('capacity.fullTime')).toBe('illegible')
    expect(at('requests.fax')).toBe('absent')
    expect(at('disclosure.gazette')).toBe(0)
  })

  test('复议与诉讼同名的指标不相混', () => {
    expect(at('reconsideration.upheld')).toBe(2)
    expect(at('reconsideration.other')).toBe('absent')
    expect(at('litigation.upheld')).toBe('absent')
    expect(at('litigation.other')).toBe(1)
  })

  test('“同意公开”不取自“不同意公开”', () => {
    expect(at('requests.granted')).toBe(8)
    const without = values('三、依申请公开情况\n4.不同意公开答复数 件 6\n四、行政复议数量 件 0')
    expect(without('requests.granted')).toBe('absent')
    expect(without('requests.denied')).toBe(6)
  })

  test('单元格逐行排列、单位缺失也能读', () => {
    const cells = values('四、行政复议数量\n件\n3\n（一）维持具体行政行为数\n1\n五、行政诉讼数量\n件\n0')
    expect(cells('reconsideration')).toBe(3)
    expect(cells('reconsideration.upheld')).toBe(1)
    expect(cells('litigation')).toBe(0)
  })

  test('读数带原文位置', () => {
    expect(statisticsIn(lines(table))['disclosure.website']).toMatchObject({
      raw: '1100',
      place: { line: 8 },
    })
  })
})

describe('是否 2019 年以前的格式', () => {
  test('看表里印的指标，不只看年份', () => {
    expect(looksPre2019(table, null)).toBe(true)
    expect(looksPre2019('主动公开政府信息 10 条', 2016)).toBe(true)
    expect(looksPre2019('主动公开政府信息 10 条', 2020)).toBe(false)
    expect(looksPre2019('主动公开政府信息 10 条', null)).toBe(false)
    expect(looksPre2019(`${table}\n一、本年新收政府信息公开申请数量 3`, 2019)).toBe(false)
  })
})
