/** Invented people and what they ask for. None of it may get into a log. */

export const person = {
  kind: 'natural',
  name: '王小明',
  idKind: 'residentId',
  idNumber: '110101190001011009',
  contact: { phone: '13900001111', email: 'xiaoming@mail.example', address: '示例县示例路二十三号4幢501室' },
} as const

export const wish = {
  title: '示例水库除险加固工程初步设计批复',
  features: '二〇二五年批复，含概算',
  provision: 'paper',
  delivery: 'post',
} as const

export const company = {
  name: '示例建筑有限公司',
  person: false,
  contact: { phone: '0571-00000009', email: null, address: null, postcode: null },
} as const

/** Texts by which a person or a wish would be known. */
export const seeded: readonly string[] = [
  person.name,
  person.idNumber,
  ...Object.values(person.contact),
  wish.title,
  wish.features,
  company.name,
  company.contact.phone,
  '李小红',
  '赵小兰',
  '身份证.txt',
  '属于商业秘密，公开后竞争对手可以推算成本。',
  'SECRET0',
  '127.0.0.1',
  '10.0.0.',
]
