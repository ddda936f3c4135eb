/** Forms made of the schemas of the API: every verb has one that people can read, and what is typed comes back as it is sent. */
import { describe, expect, test } from 'vitest'
import { lives } from '../../../src/office/supervision/lives.ts'
import { forms } from '../../../src/web/api/commands/index.ts'
import { routes } from '../../../src/web/api/routes.ts'
import type { FormField } from '../../../src/web/desk/forms-desk.ts'
import { formsDesk } from '../../../src/web/desk/lay-out-forms.ts'

const filled = (entries: readonly (readonly [string, string])[]): FormData => {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

const all = (fields: readonly FormField[]): readonly FormField[] =>
  fields.flatMap((field) => [
    field,
    ...(field.kind === 'group' || field.kind === 'rows' ? all(field.fields) : []),
  ])

/** Words in Latin letters that people say; any other is a name out of the code. */
const said = new Set(['HTML', 'SHA'])

/** What of a form would be read by people and is no Chinese. */
const unsaid = (fields: readonly FormField[]): readonly string[] =>
  all(fields).flatMap(({ name, label, hint, ...field }) => {
    const options = 'options' in field ? field.options.map((option) => option.label) : []
    const texts = [label, ...options, ...(hint === null ? [] : [hint])]
    return texts
      .filter((text) => (text.match(/[A-Za-z]+/g) ?? []).some((word) => !said.has(word)) || text === '')
      .map((text) => `${name}: ${text}`)
  })

describe('every form, whoever fills it in', () => {
  test('fields, choices and hints are Chinese, in what every route is sent', () => {
    const forms = routes.map(({ id }) => [id, formsDesk.fieldsOf(id) ?? []] as const)
    expect(forms.filter(([, fields]) => fields.length > 0).length).toBeGreaterThan(100)
    for (const [id, fields] of forms) expect(unsaid(fields), id).toEqual([])
  })

  test('and in the records of supervision', () => {
    const forms = Object.entries(lives).flatMap(([kind, { steps }]) =>
      [null, ...Object.keys(steps)].map(
        (step) => [`${kind} ${step}`, formsDesk.supervisionFields(kind, step) ?? []] as const,
      ),
    )
    expect(forms.filter(([, fields]) => fields.length > 0).length).toBeGreaterThan(10)
    for (const [form, fields] of forms) expect(unsaid(fields), form).toEqual([])
  })
})

describe('the form of every verb', () => {
  test.each(Object.keys(forms))('%s is there, and says all its facts in Chinese', (action) => {
    const fields = formsDesk.fieldsOf(action, action === 'draft' ? 'partial' : undefined)
    if (fields === null) throw new Error('There is no form')
    expect(unsaid(fields)).toEqual([])
  })

  test('a letter is told only what its text has a place for, and nothing that is on record', () => {
    const names = (ending: string) => all(formsDesk.fieldsOf('draft', ending) ?? []).map(({ name }) => name)
    expect(names('granted')).toContain('facts.provideWhen')
    expect(names('granted')).not.toContain('facts.withheldParts')
    expect(names('partial')).toContain('facts.withheldParts')
    expect(names('partial')).not.toContain('facts.applicationNo')
  })

  test('what no route takes has no form', () => {
    expect(formsDesk.fieldsOf('readMe')).toBeNull()
    expect(formsDesk.fieldsOf('nothing')).toBeNull()
  })
})

describe('what was filled in', () => {
  const read = (action: string, entries: readonly (readonly [string, string])[], ending?: string) =>
    formsDesk.read(formsDesk.fieldsOf(action, ending) ?? [], filled(entries))

  test('what was read is filled in again, so that a draft can be gone on with', () => {
    const fields = formsDesk.fieldsOf('draft', 'partial') ?? []
    const typed = [
      ['facts.findings', '由本机关制作'],
      ['facts.withheldParts.0.ground', 'thirdParty'],
      ['facts.withheldParts.0.part', '第三页'],
      ['facts.withheldParts.0.reason', '含商业秘密'],
      ['facts.provideForm', '电子文件'],
      ['answers.correction', 'clear'],
      ['law.rank', 'law'],
      ['law.name', '示例法'],
      ['law.article', '第一条'],
      ['copies', '甲局\n乙局'],
    ] as const
    const sent = formsDesk.read(fields, filled(typed))
    const again = Object.entries(formsDesk.fill(fields, sent)).flatMap(([name, texts]) =>
      texts.map((text) => [name, text] as const),
    )
    expect(formsDesk.read(fields, filled(again))).toEqual(sent)
    expect(again).toContainEqual(['copies', '甲局\n乙局'])
    expect(again).toContainEqual(['facts.withheldParts.0.part', '第三页'])
  })

  test('days, rows and letters become the command', () => {
    const sent = read('askCorrection', [
      ['items.0.requirement', 'content'],
      ['items.0.what', ' 请写明年份 '],
      ['items.1.requirement', ''],
      ['items.1.what', ''],
      ['by', '2026年3月20日'],
      ['letter.facts.guidance', '写明年份即可'],
    ])
    expect(sent).toEqual({
      items: [{ requirement: 'content', what: '请写明年份' }],
      by: '2026-03-20',
      letter: { facts: { guidance: '写明年份即可' } },
    })
  })

  test('what is no day and no number goes on as it was typed, for the API to say so', () => {
    expect(read('confirmReceipt', [['on', '昨天']])).toEqual({ on: '昨天' })
    expect(read('proposeExtension', [['days', '二十']])).toEqual({ days: '二十' })
  })

  test('a list that is wanted and empty sends one row, that its fields may be asked for', () => {
    expect(read('askCorrection', [])).toEqual({ items: [{}] })
  })

  test('nothing chosen is null where null is an answer, and nothing at all elsewhere', () => {
    const part = [
      ['facts.withheldParts.0.part', '附表'],
      ['facts.withheldParts.0.ground', ''],
    ] as const
    expect(read('draft', part, 'partial')).toMatchObject({
      facts: { withheldParts: [{ part: '附表', ground: null }] },
    })
    expect(read('dispatch', [['carrier', '']])).toEqual({})
  })
})
