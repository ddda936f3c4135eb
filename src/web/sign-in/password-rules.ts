/** What a password must be like (等保要求): long enough, of several kinds of characters, and not everybody's. */

export const leastLength = 10
export const mostLength = 128

/** The rules in a sentence, for whoever thinks of a new one. */
export const passwordHint = `${leastLength} 至 ${mostLength} 个字符，大写字母、小写字母、数字、符号中至少三种；不含用户名，不用常见的词。`

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]
const leastClasses = 3

/** What is left of the passwords that are tried first, without their digits and signs. */
const common = new Set(
  `password passwd pass admin administrator root user test guest welcome login letmein iloveyou master qwerty qwert
  qwer qwertyuiop qaz qazwsx qwe asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm abc abcd abcde abcdef abcdefg aaa china
  woaini woaizhongguo zhongguo beijing zhengfu zhengwu gongkai xinxi huawei changeme default secret system oracle
  postgres`.split(/\s+/),
)

const written: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
}

/** Why the password is not to be used, for people; null where it may be. Pure, and it is not repeated. */
export function faultOfPassword(password: string, account: string): string | null {
  const length = [...password].length
  if (length < leastLength) return `密码至少${leastLength}个字符，请加长。`
  if (length > mostLength) return `密码最多${mostLength}个字符，请缩短。`
  if (password.toLowerCase().includes(account.toLowerCase())) return '密码中不能含有账号，请另取一个。'
  if (classes.filter((kind) => kind.test(password)).length < leastClasses)
    return '密码应含大写字母、小写字母、数字、符号中的至少三种，请补充。'
  if (isCommon(password)) return '密码过于常见，容易被猜中，请另取一个。'
  return null
}

/** A common word with digits and signs around it, or one character over and over. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase()
  if (new Set(plain).size <= 3) return true
  const lettersOf = (text: string) => text.replace(/[^a-z]/g, '')
  const bare = plain.replace(/[^a-z]+$/, '')
  const read = [...bare].map((character) => written[character] ?? character).join('')
  return [lettersOf(plain), lettersOf(read)].some((letters) => common.has(letters))
}
