/** A desk for tests of pages alone: 示范县, as on the drawings. Nothing of it is real. */
import { drawChart } from '../../../../src/web/charts/draw-chart.ts'
import type { Desk } from '../../../../src/web/desk/desk.ts'
import type { OrganHome } from '../../../../src/web/desk/portal-desk.ts'
import { writeFeed } from '../../../../src/web/feeds/write-feed.ts'

export const sampleHome: OrganHome = {
  organ: {
    name: '示范县民政局',
    home: '/organs/minzheng',
    government: { name: '示范县人民政府', href: 'https://www.shifan.example/' },
    search: '/organs/minzheng/search',
    contacts: ['信息公开工作机构电话：0000-6660012', '工作日 8:30–12:00、14:30–17:30'],
    footLinks: [{ title: '监督投诉', href: '/organs/minzheng/complaints' }],
    accessibility: '/accessibility',
  },
  columns: [
    { title: '政府信息公开指南', href: '/organs/minzheng/guide', current: false, entries: [] },
    { title: '政府信息公开制度', href: '/organs/minzheng/rules', current: false, entries: [] },
    {
      title: '法定主动公开内容',
      href: '/organs/minzheng',
      current: true,
      entries: [
        { title: '机构职能', href: '/organs/minzheng/c/1', count: 6 },
        { title: '规范性文件', href: '/organs/minzheng/c/2', count: 23 },
        { title: '社会救助', href: '/organs/minzheng/c/3', count: 186 },
        { title: '养老服务', href: '/organs/minzheng/c/4', count: 74 },
      ],
    },
    { title: '政府信息公开年报', href: '/organs/minzheng/reports', current: false, entries: [] },
    { title: '依申请公开', href: '/organs/minzheng/apply', current: false, entries: [] },
  ],
  more: [{ title: '征求意见', href: '/organs/minzheng/calls' }],
  latest: {
    columns: [{ title: '政策解读', href: '/organs/minzheng/columns/interpretations' }],
    total: 432,
    allHref: '/organs/minzheng/documents',
    documents: [
      {
        title: '示范县老年人助餐服务补贴实施办法（试行）',
        href: '/organs/minzheng/d/41',
        publishedOn: '2026-12-02',
        column: '规范性文件',
        number: '示民规〔2026〕3号',
        interpretation: '/organs/minzheng/d/42',
        publisher: null,
        ended: null,
      },
      {
        title: '示范县民政局关于2027年元旦、春节期间困难群众走访慰问工作的通知',
        href: '/organs/minzheng/d/40',
        publishedOn: '2026-11-27',
        column: '社会救助',
        number: '示民发〔2026〕41号',
        interpretation: null,
        publisher: null,
        ended: null,
      },
      {
        title: '示范县特困人员照料护理补贴发放情况（2026年10月）',
        href: '/organs/minzheng/d/39',
        publishedOn: '2026-11-12',
        column: '社会救助',
        number: null,
        interpretation: null,
        publisher: null,
        ended: null,
      },
    ],
  },
  catalogue: [
    { item: 1, title: '规范性文件', href: '/organs/minzheng/k/1', updatedOn: '2026-12-02' },
    { item: 2, title: '机关职能、机构设置、联系方式', href: '/organs/minzheng/k/2', updatedOn: '2026-10-08' },
    { item: 11, title: '社会保障、养老、救助政策', href: '/organs/minzheng/k/11', updatedOn: '2026-12-02' },
    { item: 15, title: '其他应当公开的信息', href: '/organs/minzheng/k/15', updatedOn: null },
  ],
  apply: {
    href: '/organs/minzheng/apply',
    trackHref: '/organs/minzheng/track',
    numberExample: '示民-2026-0031',
  },
  inPerson: '可到政务服务中心二楼 12 号窗口或县图书馆查阅，也可由工作人员代为填写申请。电话 0000-6660012',
}

/** Pages tried by themselves call nothing; where there is no page, a document of before is looked for in vain. */
const noApi = new Proxy({} as Desk['api'], {
  get: (_, name) => (route: unknown) =>
    route === 'findByAddress'
      ? Promise.resolve({ ok: false, problem: { status: 404 } })
      : Promise.reject(new Error(`The page called ${String(name)}`)),
})

const notHere = async () => ({ outcome: 'refused', message: '这里不能办理。' }) as const

/** Knows one organ, `minzheng`, and one account: clerk, password, then 123456 where it wants a code. */
export const fakeDesk = (change: Partial<Desk> = {}): Desk => ({
  mourning: async () => false,
  development: true,
  secure: false,
  api: noApi,
  forms: { fieldsOf: () => null, supervisionFields: () => null, fill: () => ({}), read: () => ({}) },
  charts: { draw: drawChart },
  feeds: { write: writeFeed },
  portal: {
    frame: async (organ) => (organ === 'minzheng' ? sampleHome : null),
    home: async (organ) => (organ === 'minzheng' ? sampleHome : null),
  },
  signIn: {
    passwordHint: '至少 10 个字符。',
    wantsSetUp: async () => false,
    own: async () => null,
    enableSecondFactor: notHere,
    confirmSecondFactor: notHere,
    disableSecondFactor: notHere,
    renewRecoveryCodes: notHere,
    endOtherSessions: notHere,
    demonstration: [
      { account: 'clerk', password: 'demonstration-1', role: '青石镇人民政府 经办人' },
      { account: 'head', password: 'demonstration-2', role: '青石镇人民政府 负责人' },
    ],
    async withPassword({ account, password }) {
      if (password !== 'demonstration-1') return { outcome: 'refused', message: '用户名或者密码不对。' }
      const headers = new Headers({ 'set-cookie': `step=${account}; Path=/; HttpOnly; SameSite=Strict` })
      return account === 'clerk'
        ? { outcome: 'signedIn', headers, next: '/organs/minzheng' }
        : { outcome: 'codeWanted', headers }
    },
    async withCode({ code }) {
      const headers = new Headers({ 'set-cookie': 'session=open; Path=/; HttpOnly; SameSite=Strict' })
      return code === '123456'
        ? { outcome: 'signedIn', headers, next: '/organs/minzheng' }
        : { outcome: 'refused', message: '验证码不对，或者已经过期。请输入应用上现在显示的数字。' }
    },
    changePassword: async () => ({ outcome: 'notSignedIn' }),
    signOut: async () => new Headers(),
  },
  ...change,
})
