/**
 * 个人信息扫描：该认出的认出，不该认的不认；不泄露原值；耗时与篇幅成正比。
 * All persons, numbers and addresses here are invented.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskPersonalData, scanPersonalData } from '../../src/office/attachments/personal-data.ts'
import { creditCode, luhnCard, residentId } from './made-numbers.ts'

const kinds = (text: string, context?: string): readonly string[] =>
  scanPersonalData(text, context).map(({ kind }) => kind)

const id = residentId('330106', '19900101', '123')
const crossed = residentId('330106', '19900101', '122', 'X')
const card = luhnCard('622202120201234567')

describe('个保法第二十八条：认得出的个人信息', () => {
  test.each([
    ['身份证', `身份证号码：${id}`, 'residentId'],
    ['身份证，末位 X', `${crossed}`, 'residentId'],
    ['身份证，末位小写 x', `（${crossed.toLowerCase()}）`, 'residentId'],
    ['身份证，分段书写', `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`, 'residentId'],
    [
      '身份证，全角数字',
      id.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
      'residentId',
    ],
    ['身份证，零宽字符', `${id.slice(0, 10)}\u200b${id.slice(10)}`, 'residentId'],
    ['身份证，有字样而校验码不符', `身份证号 ${id.slice(0, 17)}${id[17] === '1' ? '2' : '1'}`, 'residentId'],
    ['15位身份证', '公民身份证号：330106900101123', 'oldResidentId'],
    ['港澳台居民居住证', residentId('830000', '19900101', '123'), 'residencePermit'],
    ['手机', '联系人手机13812345678。', 'mobile'],
    ['手机，分段', '138 1234 5678', 'mobile'],
    ['手机，短横', '138-1234-5678', 'mobile'],
    ['手机，国际区号', '+86 13812345678', 'mobile'],
    ['手机，紧接国际区号', '+8613812345678', 'mobile'],
    ['手机，紧接字母', 'Tel:13812345678', 'mobile'],
    ['固定电话', '家庭电话：0571-87654321', 'landline'],
    ['固定电话，括号', '联系人电话（010）87654321', 'landline'],
    ['银行卡', `开户银行：某银行，卡号${card}`, 'bankCard'],
    ['银行卡，四位一组', card.replace(/(\d{4})(?=\d)/g, '$1 '), 'bankCard'],
    ['车牌', '车牌号浙A12B45', 'plate'],
    ['车牌，间隔点', '京A·88888', 'plate'],
    ['新能源车牌', '粤BD12345', 'plate'],
    ['挂车', '鲁B1234挂', 'plate'],
    ['护照', '护照号码：E12345678', 'passport'],
    ['通行证', '港澳居民来往内地通行证H12345678', 'passport'],
    ['永久居留证', '永久居留身份证 CAN110085092901', 'permanentResidence'],
    ['邮箱', '邮箱zhang.san@example.com', 'email'],
    ['住址', '家庭住址：浙江省杭州市某某路12号3幢401室', 'address'],
  ])('%s', (_, text, kind) => expect(kinds(text)).toContain(kind))

  test('表头说明一列是什么', () => {
    expect(kinds('330106900101123', '身份证号')).toEqual(['oldResidentId'])
    expect(kinds('330106900101123')).toEqual([])
    expect(kinds(card, '银行卡号')).toEqual(['bankCard'])
    expect(kinds('E12345678', '护照号')).toEqual(['passport'])
    expect(kinds('0571-87654321', '联系电话')).toEqual(['landline'])
  })

  test('一行里的几样都认出，位置不相重叠', () => {
    const text = `1 张某 ${id} 13812345678 浙A12345 ${crossed}`
    expect(kinds(text)).toEqual(['residentId', 'mobile', 'plate', 'residentId'])
    for (const { start, end } of scanPersonalData(text)) expect(text.slice(start, end)).not.toBe('')
  })
})

describe('不是个人信息的不报', () => {
  test.each([
    ['发文字号', '浙政办发〔2023〕138号、国办公开办函〔2021〕30号'],
    ['索引号', '索引号：014000000/2019-00012，K1303-020101-2019-0001'],
    ['索引号恰为十一位', '索引号：13812345678'],
    ['文号恰为十一位', '编号 13812345678'],
    ['金额', '合同金额13812345678元，预算¥13812345678，13812345678.90'],
    ['千分位', '13,812,345,678'],
    ['统一社会信用代码（机关）', `统一社会信用代码${creditCode('113301000024893578'.slice(0, 17))}`],
    ['统一社会信用代码（个体工商户）', `92330106MA2${creditCode('92330106MA2ABCDE1').slice(11)}`],
    ['统一社会信用代码全为数字', `信用代码：${creditCode('51110000193001012')}`],
    ['日期时间', '2019-03-12 13:45:12 20190312134512'],
    ['政务邮箱', 'xxgk@zj.gov.cn'],
    ['机关公开电话', '监督电话：0571-87654321；咨询热线：0571-12345678'],
    ['机关的地址和电话', '地址：某路333号，邮编：323700，电话：0578-87654321'],
    ['面积人口', '面积12345678平方米，人口13812345678人'],
    ['许可证', '浙B2-20080224、京ICP备12345678号'],
    ['长编号', '330106199001011234567890123'],
    ['散列值', 'a13812345678b9c0d1e2f3'],
    ['已经遮盖的', '3301************23 138****5678 6222********1234'],
    ['十八位但日期不对', '330106199013011234'],
    ['十八位但校验码不符', `${id.slice(0, 17)}${id[17] === '1' ? '2' : '1'}`],
    ['条款号', '第十二条第（三）项 12.3.4.5.6'],
    ['单位地址', '办公地址：某市某路1号，住所：某市某区某路2号'],
  ])('%s', (_, text) => expect(scanPersonalData(text)).toEqual([]))
})

describe('不出原值', () => {
  test('结果里没有完整号码', () => {
    const text = `${id} 13812345678 卡号${card} 浙A12345 护照E12345678 zhangsan@example.com`
    const told = JSON.stringify(scanPersonalData(text))
    for (const value of [id, '13812345678', card, '浙A12345', 'E12345678', 'zhangsan'])
      expect(told).not.toContain(value)
    expect(told).toContain(`${id.slice(0, 4)}************${id.slice(-2)}`)
    expect(told).toContain('138****5678')
  })

  test('遮盖之后再扫，什么也没有', () => {
    const text = `某人 ${id}，手机13812345678，车牌浙A12345，邮箱 a@example.com，卡号${card}。`
    expect(maskPersonalData(text)).not.toContain(id)
    expect(scanPersonalData(maskPersonalData(text))).toEqual([])
  })

  test('任何文字：不抛错，位置有序、不重叠，同样的文字同样的结果', () => {
    const pieces = fc.constantFrom(
      id,
      '13812345678',
      '浙A12345',
      ' ',
      '电话',
      '-',
      '0571',
      '@',
      '.com',
      '，',
      '１',
      'X',
      '\u200b',
      '住址：',
    )
    const texts = fc.oneof(
      fc.uint16Array({ maxLength: 400 }).map((units) => String.fromCharCode(...units)),
      fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const hits = scanPersonalData(text)
        let end = 0
        for (const hit of hits) {
          expect(hit.start).toBeGreaterThanOrEqual(end)
          expect(hit.end).toBeGreaterThan(hit.start)
          end = hit.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
        expect(scanPersonalData(text)).toEqual(hits)
      }),
      { numRuns: 500 },
    )
  })

  test('埋在任何文字里的身份证都找得到', () => {
    const words = fc.string({ unit: fc.constantFrom(...'的一是在不了有和人这，。； \n'), maxLength: 200 })
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(kinds(`${before}${id}${after}`)).toEqual(['residentId'])
      }),
    )
  })
})

describe('十万字的恶意文字，二百毫秒之内', () => {
  const repeated = (unit: string): string => unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000)
  test.each([
    ['数字', '1'],
    ['带空格的数字', '1 '],
    ['四位一组', '6222 '],
    ['手机的开头', '138-1234-567'],
    ['许多@', '@'],
    ['许多点', 'a.a@a.'],
    ['邮箱的左半', 'a'],
    ['邮箱的右半', 'a@a-'],
    ['车牌的开头', '浙A'],
    ['许多车牌', '浙A12345'],
    ['护照字样', '护照'],
    ['住址字样', '住址'],
    ['住址字样接长文', '住址：一二三四五六七八'],
    ['密级', '密★秘'],
    ['身份证', id],
    ['身份证带空格', `${id} `],
    ['身份证半截', id.slice(0, 17)],
    ['短横', '-'],
    ['数字和短横', '1---'],
    ['永久居留证', 'CAN11008509290'],
    ['电话', '电话0571-8765432'],
    ['卡号', `卡号${card}`],
  ])('%s', (_, unit) => {
    const text = repeated(unit)
    // Computing alone, and the best of several runs: other tests share the machine.
    let best = Number.POSITIVE_INFINITY
    for (let i = 0; i < 6 && best >= 200; i++) {
      const started = process.cpuUsage()
      scanPersonalData(text)
      best = Math.min(best, process.cpuUsage(started).user / 1000)
    }
    expect(best).toBeLessThan(200)
  })
})
