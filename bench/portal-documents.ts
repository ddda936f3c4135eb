/** Invented documents for benches of the portal, put together in the database, of sentences that the program cut. */
import { sql } from 'kysely'
import { lexemesOf } from '../src/office/search/lexemes.ts'
import { vectorOf } from '../src/store/search-rows.ts'
import type { Store } from '../src/store/store.ts'
import { entryOf } from '../test/store/support/entry.ts'
import { organ } from '../test/store/support/office.ts'

export const organs = Array.from({ length: 40 }, (_, n) => `organ-${n}`)
/** Sentences of a document, each of about fifty characters. */
const sentencesEach = 16

/** The same sequence every time: a linear congruence. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const whose = [
  '县人民政府',
  '县教育局',
  '县水利局',
  '县民政局',
  '县农业农村局',
  '县住房和城乡建设局',
  '东河镇人民政府',
  '县卫生健康局',
]
const does = [
  '贯彻落实',
  '研究制定',
  '组织实施',
  '监督检查',
  '审核批准',
  '公开公示',
  '统筹安排',
  '依法办理',
  '加强管理',
  '调整完善',
]
const what = [
  '耕地地力保护补贴',
  '水库大坝安全鉴定',
  '义务教育阶段学校招生',
  '城镇老旧小区改造',
  '农村宅基地审批',
  '城乡居民最低生活保障',
  '部门预算和决算',
  '行政处罚决定',
  '公共租赁住房配租',
  '食品安全监督抽检',
  '国有土地上房屋征收补偿',
  '高标准农田建设',
  '突发公共事件应急预案',
  '道路停车泊位收费',
  '医疗保险缴费标准',
  '政府采购目录',
]
const ends = [
  '自印发之日起施行',
  '有关单位要认真执行',
  '并按月报送进展情况',
  '经费列入年度财政预算',
  '接受社会公众监督',
  '具体办法另行规定',
  '对违反规定的依法追究责任',
]
const rare = [
  '丹顶鹤栖息地',
  '古银杏树',
  '青铜编钟',
  '石灰窑遗址',
  '雷达站旧址',
  '蚕桑合作社',
  '渡槽加固',
  '猕猴桃冻害',
]

const pick = numbers(7)
const of = (list: readonly string[]): string => list[pick(list.length)]!
const sentence = (n: number): string =>
  `${n % 97 === 0 ? of(rare) : ''}${of(whose)}${of(does)}${of(what)}工作，第${pick(900) + 1}项由${of(whose)}负责，${of(does)}后${of(ends)}。`

/** Puts so many documents in, each of sentences picked in turn; words of the whole are those of its parts. */
export async function fill(store: Store, count: number): Promise<void> {
  const { database: db } = store
  for (const id of organs) await store.organs.put(organ(id))
  await sql`create table made_sentence (n int4 primary key, text text not null, words tsvector not null)`.execute(
    db,
  )
  await sql`create table made_title (n int4 primary key, title text not null, words tsvector not null)`.execute(
    db,
  )
  const wordsOf = (title: string, text: string) => {
    const lexemes = lexemesOf(entryOf({ ...blank, title }, { text }))
    return vectorOf(new Map([...lexemes].filter(([lexeme]) => !lexeme.startsWith('@'))))
  }
  const rows = (made: readonly object[]) => JSON.stringify(made)
  const sentences = Array.from({ length: 4000 }, (_, n) => sentence(n)).map((text, n) => ({
    n,
    text,
    words: wordsOf('', text),
  }))
  await sql`insert into made_sentence select * from jsonb_populate_recordset(null::made_sentence, ${rows(sentences)}::jsonb)`.execute(
    db,
  )
  const titles = Array.from(
    { length: 4000 },
    (_, n) => `${of(whose)}关于${of(does)}${of(what)}${n % 3 ? '的通知' : '实施办法'}`,
  )
  const heads = titles.map((title, n) => ({ n, title, words: wordsOf(title, '') }))
  await sql`insert into made_title select * from jsonb_populate_recordset(null::made_title, ${rows(heads)}::jsonb)`.execute(
    db,
  )
  await sql`drop index search_entry_words`.execute(db)
  const parts = Array.from({ length: Math.ceil(count / atOnce) }, (_, n) => n * atOnce).values()
  const lane = async () => {
    for (const from of parts) await putIn(db, from, Math.min(count, from + atOnce))
  }
  await Promise.all([lane(), lane()])
  await db.connection().execute(async (one) => {
    await sql`set maintenance_work_mem = '1GB'`.execute(one)
    await sql`create index search_entry_words on search_entry using gin (words) with (fastupdate = off)`.execute(
      one,
    )
  })
  await sql`vacuum analyze search_entry`.execute(db)
}

/** The vectors of the sentences behind one another. */
const words = sql.join(
  Array.from({ length: sentencesEach }, (_, n) => sql`p.all_words[${sql.lit(n + 1)}]`),
  sql` || `,
)

const blank = {
  organ: organs[0]!,
  id: '0',
  title: '',
  docNo: null,
  publishedOn: null,
  address: '/',
  summary: '',
}

/** Rows at once; two connections take turns. */
const atOnce = 10_000

async function putIn(db: Store['database'], from: number, below: number): Promise<void> {
  await sql`
      insert into search_entry
      select 'organ-' || (d.n % 40), 'document', 'd' || d.n, 'document', t.title, t.title,
        '示政发〔' || d.year || '〕' || (d.n / 12) || '号', '/', d.day, d.day, d.year,
        d.theme, 'notice', null, 'normative', null, null,
        case when d.n % 9 = 0 then d.day + 300 end, case when d.n % 9 = 0 then 'repealed' end,
        '', s.text, null,
        t.words || s.words || array_to_tsvector(array_remove(array[
          case when d.n % 9 = 0 then '@vrepealed' end, '@vinForce',
          '#' || d.year || '-' || (d.n / 12), '^#' || d.year || '-' || (d.n / 12), '#示政发' || d.year || '-' || (d.n / 12),
          '^#示政发' || d.year || '-' || (d.n / 12), '@oorgan-' || (d.n % 40), '@kdocument', '@y' || d.year, '@m' || (d.year * 12 + extract(month from d.day)::int4 - 1), '@t' || d.theme, '@gnotice'
        ], null))
      from (
        select n, 2014 + n % 12 as year, make_date(2014 + n % 12, 1 + n / 12 % 12, 1 + n / 144 % 28) as day,
          case when n % 5 = 0 then 'agriculture' else 'finance' end as theme
        from generate_series(${from}::int4, ${below - 1}::int4) as n
      ) as d
      join made_title as t on t.n = d.n * 7 % 4000
      cross join lateral (
        select string_agg(p.text, '') as text, ${words} as words
        from (
          select array_agg(m.words order by k) as all_words, string_agg(m.text, '' order by k) as text
          from generate_series(1, ${sentencesEach}::int4) as k
          join made_sentence as m on m.n = abs(hashint4(d.n * 31 + k)) % 4000
        ) as p group by p.all_words
      ) as s`.execute(db)
}
