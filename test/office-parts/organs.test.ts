/** 机关名录：代码、校验、上下级、复议机关和法院，以及导出再导入不走样。 */
import excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOrganCode } from '../../src/office/organs/codes.ts'
import { blankOrgan, organFields } from '../../src/office/organs/fields.ts'
import { readCsv, readList, writeOrgans } from '../../src/office/organs/list-file.ts'
import {
  checkLetterNumbering,
  checkNumbering,
  defaultNumbering,
  numberBy,
} from '../../src/office/organs/numbering.ts'
import {
  emptyOffice,
  isOpen,
  levelsOf,
  makesRules,
  type OrganRecord,
  recordOf,
  rowOf,
} from '../../src/office/organs/organ.ts'
import { type ImportPlan, planImport, rowsToPut } from '../../src/office/organs/plan-import.ts'
import { checkOrgan, readRows } from '../../src/office/organs/read-rows.ts'
import { remediesOfOrgan } from '../../src/office/organs/remedies-of-organ.ts'
import type { OrganRow } from '../../src/office/ports.ts'
import { creditCode, organCode } from './made-numbers.ts'

const codes = Array.from({ length: 40 }, (_, i) =>
  i % 3 === 0
    ? organCode(`0024${String(i).padStart(4, '0')}`)
    : creditCode(`1133010000${String(2489300 + i)}`),
)
const organ = (i: number, more: Partial<OrganRecord> = {}): OrganRecord => ({
  ...blankOrgan,
  code: codes[i]!,
  name: `机关${i}`,
  ...more,
})

const county = organ(0, { name: '某县人民政府', kind: 'localGovernment', level: 'county', parent: codes[1]! })
const city = organ(1, { name: '某市人民政府', kind: 'localGovernment', level: 'city' })
const bureau = organ(2, { name: '某县财政局', parent: codes[0]! })
const town = organ(3, { name: '某镇人民政府', kind: 'township', level: 'township', parent: codes[0]! })
const four = [city, county, bureau, town]

const rowsFor = (organs: readonly OrganRecord[]): readonly OrganRow[] => {
  const ids = new Map(organs.map(({ code }) => [code, `id-${code}`]))
  return organs.map((each) => rowOf(each, `id-${each.code}`, ids.get(each.parent) ?? null))
}
const planned = (csv: string, existing: readonly OrganRecord[] = []): ImportPlan => {
  const grid = readCsv(csv)
  if ('refused' in grid) throw new Error(grid.message)
  const plan = planImport(readRows(grid), rowsFor(existing))
  if (!('added' in plan)) throw new Error(plan.message)
  return plan
}
const messages = ({ refused }: ImportPlan): readonly string[] =>
  refused.flatMap(({ faults }) => faults.map(({ message }) => message))
const list = (...lines: readonly string[]): string =>
  ['机构代码,机关名称,机关类别,行政层级,上级机构代码', ...lines].join('\n')
const counts = ({ added, changed, unchanged, refused }: ImportPlan): readonly number[] => [
  added.length,
  changed.length,
  unchanged.length,
  refused.length,
]

describe('机构代码', () => {
  test('十八位统一社会信用代码和九位组织机构代码，写法归一', () => {
    expect(readOrganCode(`${codes[0]!.slice(0, 8)}-${codes[0]![8]}`)).toEqual({ code: codes[0] })
    expect(readOrganCode(` ${codes[1]!.toLowerCase()} `)).toEqual({ code: codes[1] })
  })

  test.each([
    ['位数不对', '123', 'shape'],
    ['校验码不符', `${codes[1]!.slice(0, 17)}${codes[1]![17] === '0' ? '1' : '0'}`, 'checkCharacter'],
    [
      '组织机构代码校验码不符',
      `${codes[0]!.slice(0, 8)}${codes[0]![8] === '0' ? '1' : '0'}`,
      'checkCharacter',
    ],
    ['企业', creditCode('91330106MA2ABCDE1'), 'notOrgan'],
    ['被表格软件改写', '1.1331E+17', 'numberFormat'],
  ])('%s', (_, text, fault) => expect(readOrganCode(text)).toEqual({ fault }))
})

describe('条例第十二条、接收渠道函：申请渠道', () => {
  test('当面、邮寄总是开通；网络、传真、邮箱由指南开通', () => {
    expect(isOpen(organ(2), 'inPerson')).toBe(true)
    expect(isOpen(organ(2), 'ordinaryPost')).toBe(true)
    expect(isOpen(organ(2), 'email')).toBe(false)
    expect(isOpen(organ(2, { channels: ['email'] }), 'email')).toBe(true)
  })
})

describe('规章制定权按机关类别和层级，可以另行设定', () => {
  test.each([
    ['国务院部门', organ(2, { kind: 'stateCouncilDepartment', level: 'state' }), true],
    ['省级政府', organ(2, { kind: 'provincialGovernment', level: 'province' }), true],
    ['设区的市政府', city, true],
    ['县政府', county, false],
    ['县政府部门', bureau, false],
    ['不设规章制定权的市', { ...city, ruleMaking: false }, false],
  ])('%s', (_, given, wanted) => expect(makesRules(given)).toBe(wanted))
})

describe('复议机关与管辖法院（复议法第二十四条至第二十八条，诉讼法第十四条、第十五条）', () => {
  const remedies = (given: OrganRecord, tree: readonly OrganRecord[] = four) =>
    remediesOfOrgan(given, (code) => tree.find((each) => each.code === code))

  test('县政府部门：本级政府，基层法院', () => {
    expect(remedies(bureau)).toMatchObject({
      review: [{ name: '某县人民政府', from: 'tree' }],
      court: { name: '有管辖权的基层人民法院', level: 'basic' },
    })
  })

  test('县政府：上一级政府，中级法院', () => {
    expect(remedies(county)).toMatchObject({
      review: [{ name: '某市人民政府' }],
      court: { level: 'intermediate' },
    })
  })

  test('乡镇：县级政府', () => expect(remedies(town).review[0]?.name).toBe('某县人民政府'))

  test('省级政府、国务院部门：本机关', () => {
    const province = organ(4, { name: '某省人民政府', kind: 'provincialGovernment', level: 'province' })
    expect(remedies(province).review).toEqual([{ name: '某省人民政府', from: 'tree' }])
  })

  test('司法行政部门：两个机关都列；派出机构：设立它的部门的本级政府', () => {
    const justice = organ(5, { name: '某县司法局', kind: 'justiceDepartment', parent: codes[0]! })
    expect(remedies(justice).review).toEqual([
      { name: '某县人民政府', from: 'tree' },
      { name: '上一级司法行政部门', from: 'statute' },
    ])
    const station = organ(6, { name: '某所', kind: 'dispatchedBody', level: 'township', parent: codes[2]! })
    expect(remedies(station).review[0]).toEqual({ name: '某县人民政府', from: 'tree' })
  })

  test('名录里没有的用法律的说法，不编名称；另行设定的优先；成环也能停', () => {
    expect(remedies({ ...bureau, parent: '' }).review).toEqual([{ name: '本级人民政府', from: 'statute' }])
    expect(remedies({ ...bureau, reviewOrgan: '甲、乙', court: '某法院' })).toMatchObject({
      review: [{ name: '甲', from: 'override' }, { name: '乙' }],
      court: { name: '某法院', from: 'override' },
    })
    const round = [organ(7, { parent: codes[8]! }), organ(8, { parent: codes[7]! })]
    expect(remedies(round[0]!, round).review[0]?.from).toBe('statute')
  })
})

describe('文书编号规则', () => {
  test('默认按国家公文格式', () => {
    expect(numberBy(defaultNumbering, { prefix: '某财公开', type: '复', year: 2026, number: 7 })).toBe(
      '某财公开复〔2026〕7号',
    )
  })

  test.each([
    ['缺年', '{代字}{序号}号'],
    ['缺序号', '{代字}〔{年}〕号'],
    ['序号两次', '{年}{序号}{序号}'],
    ['不认识的', '{年}{序号}{月}'],
    ['不成对', '{年}{序号}{'],
  ])('%s', (_, pattern) => expect(checkNumbering(pattern)).toMatch(/编号规则/))

  test.each([
    ['圆括号', '{代字}({年}){序号}号', '示(2026)1号'],
    ['加“第”字', '{代字}〔{年}〕第{序号}号', '示〔2026〕第1号'],
    ['编虚位', '{代字}〔{年}〕0{序号}号', '示〔2026〕01号'],
    ['没有代字', '〔{年}〕{序号}号', '〔2026〕1号'],
  ])('公文格式7.2.5 %s的不能作文号', (_, pattern, sample) => {
    expect(checkNumbering(pattern)).toBeNull()
    expect(checkLetterNumbering(pattern)).toContain(`得到“${sample}”，应为“机关代字〔年份〕序号号”`)
  })

  test('机关代字中可以有“第”字', () =>
    expect(checkLetterNumbering(defaultNumbering, { prefix: '示第一中学' })).toBeNull())
})

describe('导入预览', () => {
  test('新增、变更、不变、拒绝各归各；变更写明从什么到什么', () => {
    const csv = list(
      `${codes[1]},某市人民政府,人民政府,市级,`,
      `${codes[0]},某县政府,人民政府,县级,${codes[1]}`,
      `${codes[9]},某县教育局,政府工作部门,县级,${codes[0]}`,
      `${codes[4]},,政府工作部门,县级,`,
    )
    const plan = planned(csv, four)
    expect(counts(plan)).toEqual([1, 1, 1, 1])
    expect(plan.changed[0]?.changes).toEqual([{ column: '机关名称', from: '某县人民政府', to: '某县政府' }])
    expect(messages(plan)).toEqual(['第 5 行“机关名称”：没有填写。'])
  })

  test('没有的列不动，空的格清空；不认识的列说出来', () => {
    const old = { ...bureau, docPrefix: '某财', office: { ...emptyOffice, phone: '0571-87654321' } }
    const plan = planned(`机构代码,机关代字,备注\n${codes[2]},,x`, [city, county, old])
    expect(plan.changed[0]?.organ).toMatchObject({
      name: '某县财政局',
      docPrefix: '',
      office: { phone: '0571-87654321' },
    })
    expect(plan.unknownHeads).toEqual(['备注'])
  })

  test.each<[string, string, string]>([
    ['类别', `${codes[4]},甲,事业单位,县级,`, '第 2 行“机关类别”：不认识'],
    ['层级', `${codes[4]},甲,政府工作部门,乡级,`, '第 2 行“行政层级”：政府工作部门没有乡级的'],
    ['代码', '123,甲,政府工作部门,县级,', '第 2 行“机构代码”：应为18位'],
    ['没有代码', ',甲,政府工作部门,县级,', '第 2 行“机构代码”：没有填写'],
    [
      '上级不存在',
      `${codes[4]},甲,政府工作部门,县级,${codes[5]}`,
      '第 2 行“上级机构代码”：系统和名录中都没有',
    ],
    ['自己是自己的上级', `${codes[4]},甲,政府工作部门,县级,${codes[4]}`, '成了环'],
  ])('拒绝并说明行和列：%s', (_, line, message) => {
    const plan = planned(list(line))
    expect(messages(plan).join()).toContain(message)
    expect(plan.added).toEqual([])
  })

  test('重复的代码留第一行', () => {
    const plan = planned(list(`${codes[4]},甲,政府工作部门,县级,`, `${codes[4]},乙,政府工作部门,县级,`))
    expect(counts(plan)).toEqual([1, 0, 0, 1])
    expect(plan.added[0]?.organ.name).toBe('甲')
  })

  test('环里的都拒绝，挂在下面的新机关也拒绝，别的照常', () => {
    const line = (i: number, parent: number | null) =>
      `${codes[i]},机关${i},政府工作部门,县级,${parent === null ? '' : codes[parent]}`
    const plan = planned(
      list(line(10, 11), line(11, 12), line(12, 10), line(13, 12), line(14, 13), line(15, null)),
    )
    expect(counts(plan)).toEqual([1, 0, 0, 5])
    expect(plan.added[0]?.organ.code).toBe(codes[15])
  })

  test('原有机关改成环，只拒绝这一改动', () => {
    const plan = planned(`机构代码,上级机构代码\n${codes[1]},${codes[2]}\n${codes[3]},${codes[0]}`, four)
    expect(counts(plan)).toEqual([0, 0, 1, 1])
    expect(messages(plan)[0]).toContain('成了环')
  })

  test('没有代码列、表头重复、引号不成对的文件说明原因', async () => {
    const told = async (text: string) => {
      const grid = await readList(new TextEncoder().encode(text))
      const read = 'refused' in grid ? grid : readRows(grid)
      return 'message' in read ? read.message : ''
    }
    expect(await told('名称\n甲')).toContain('没有找到“机构代码”')
    expect(await told('机构代码,机关名称,机关名称\n')).toContain('出现了两次')
    expect(await told('机构代码,机关名称\n1,a"b"')).toContain('引号不成对')
    expect(await told('PK\x03\x04 no zip')).toContain('读不出来')
  })

  test('GB18030 的 CSV、表头前有标题行', async () => {
    const { encode } = (await import('iconv-lite')).default
    const text = `某县机关名录,,,,\n${list(`${codes[4]},某局,政府工作部门,县级,`)}`
    const grid = await readList(Uint8Array.from(encode(text, 'gb18030')))
    const plan = planImport('refused' in grid ? grid : readRows(grid), [])
    expect(plan).toMatchObject({ added: [{ line: 3, organ: { name: '某局' } }] })
  })
})

describe('写入次序', () => {
  test('上级在前；互换上下级时中途不成环', () => {
    const before = [organ(20), organ(21, { parent: codes[20]! }), organ(22, { parent: codes[21]! })]
    const csv = `机构代码,上级机构代码\n${codes[20]},${codes[22]}\n${codes[21]},\n`
    const plan = planned(csv, before)
    expect(plan.changed).toHaveLength(2)
    const rows = rowsToPut(plan, rowsFor(before), (code) => `new-${code}`)
    const parents = new Map(rowsFor(before).map(({ id, parent }) => [id, parent]))
    for (const { id, parent } of rows) {
      parents.set(id, parent)
      const seen = new Set<string>()
      for (let up: string | null | undefined = id; up !== null && up !== undefined; up = parents.get(up)) {
        expect(seen.has(up)).toBe(false)
        seen.add(up)
      }
    }
  })
})

/** Records as a list can carry them: texts without white space at the ends or in a row. */
const words = fc
  .array(fc.constantFrom(...'某县财政局=+-@\',"〔〕{}_x0041_;\t1a '), { maxLength: 20 })
  .map((all) => all.join('').replace(/\s+/g, ' ').trim())
const records = fc
  .array(
    fc.record({
      name: words.map((text) => text || '某局'),
      kind: fc.constantFrom('localDepartment', 'localGovernment', 'customs', 'authorisedOrganisation'),
      docPrefix: words,
      letterHead: words,
      reviewOrgan: words,
      court: words,
      ruleMaking: fc.constantFrom(true, false, null),
      channels: fc.subarray(['online', 'fax', 'email'] as const),
      numbering: fc.constantFrom(defaultNumbering, '{代字}公复〔{年}〕{序号}号'),
      address: words,
      phone: fc.constantFrom('', '0571-87654321', '+86 571 87654321', '(0571)87654321转801'),
      website: fc.constantFrom('', 'https://www.example.gov.cn/a?b=1'),
      above: fc.nat(),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((all) =>
    all.map(({ address, phone, website, above, kind, ...more }, i): OrganRecord => {
      const levels = levelsOf[kind as 'customs']
      return {
        ...organ(i, { ...more, kind: kind as 'customs', level: levels[above % levels.length]! }),
        // A superior stands before its subordinates, so that there is no circle.
        parent: i === 0 ? '' : ['', ...codes.slice(0, i)][above % (i + 1)]!,
        office: { ...emptyOffice, address, phone, website },
      }
    }),
  )

describe('导出再导入不走样', () => {
  const again = (grid: Awaited<ReturnType<typeof readList>>, existing: readonly OrganRecord[]) => {
    const plan = planImport('refused' in grid ? grid : readRows(grid), rowsFor(existing))
    if (!('added' in plan)) throw new Error(plan.message)
    return plan
  }

  test('CSV：对原有名录，全部不变；对空名录，全部新增而且相等', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (organs) => {
        const grid = await readList(await writeOrgans(organs, 'csv'))
        expect(counts(again(grid, organs))).toEqual([0, 0, organs.length, 0])
        expect(again(grid, []).added.map((each) => each.organ)).toEqual(organs)
      }),
      { numRuns: 100 },
    )
  })

  test('XLSX 同样', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (organs) => {
        const grid = await readList(await writeOrgans(organs, 'xlsx'))
        expect(counts(again(grid, organs))).toEqual([0, 0, organs.length, 0])
        expect(again(grid, []).added.map((each) => each.organ)).toEqual(organs)
      }),
      { numRuns: 25 },
    )
  })

  test('存储行与记录互换', () => {
    const rows = rowsFor(four)
    const codeOf = (id: string) => rows.find((row) => row.id === id)?.code
    expect(rows.map((row) => recordOf(row, codeOf))).toEqual(four)
    expect(recordOf({ ...rows[0]!, details: {} }, codeOf)).toEqual(four[0])
  })

  test('表格软件不会计算其中任何一格', async () => {
    const hostile = organ(4, {
      name: '=HYPERLINK("http://x")',
      docPrefix: '@SUM(A1)',
      court: '+1',
      letterHead: '-1',
    })
    const csv = new TextDecoder().decode(await writeOrgans([hostile], 'csv'))
    expect(csv.split('\r\n')[1]).not.toMatch(/(?:^|,)"?[=+\-@]/)
    const book = new excel.Workbook()
    await book.xlsx.load((await writeOrgans([hostile], 'xlsx')).buffer as ArrayBuffer)
    book.worksheets[0]!.getRow(2).eachCell((cell) => expect(cell.type).toBe(excel.ValueType.String))
  })

  test('每一列的默认值都通得过自己的检查', () => {
    expect(checkOrgan(city)).toEqual([])
    expect(
      checkOrgan({ ...city, code: '1', name: '', office: { ...emptyOffice, email: 'x' } }).map(
        ({ column }) => column,
      ),
    ).toEqual(['机构代码', '机关名称', '电子邮箱'])
    expect(new Set(organFields.map(({ head }) => head)).size).toBe(organFields.length)
  })

  test('任意文字都不抛错', () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 300 }), (units) => {
        const text = String.fromCharCode(...units)
        const grid = readCsv(`机构代码,机关名称\n${text}`)
        if (!('refused' in grid)) planImport(readRows(grid), rowsFor(four))
      }),
    )
  })

  test('九千个机关串成一串，上级缺失，仍在数秒之内', () => {
    const many = Array.from({ length: 9_000 }, (_, i) => organCode(String(10_000_000 + i)))
    const lines = many.map(
      (code, i) => `${code},机关${i},政府工作部门,县级,${i === 0 ? codes[30] : many[i - 1]}`,
    )
    const started = process.cpuUsage()
    expect(counts(planned(list(...lines)))).toEqual([0, 0, 0, 9_000])
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000)
  })
})
