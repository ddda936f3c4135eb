import { documentClasses } from '../../../../office/documents/classes.ts'
import { siteSources } from '../../../../office/documents/import/found-page.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Tally } from '../../../ui/tiles.tsx'
import { deskOf } from '../../load-context.ts'
import { ListForm, OtherList, useListAnswer } from '../lists/list-form.tsx'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/transfer.ts'
import { DisclosureHead } from './disclosure-head.tsx'
import { fileHref } from './file-href.ts'
import { openDisclosure } from './open-disclosure.ts'
import { answerSite, type SitePlan } from './site-import.ts'
import { useSteps } from './use-steps.ts'
import './disclosure.css'

export async function loader({ params: { organ }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { me, frame } = await openDisclosure(api, organ)
  return {
    frame,
    mayImport: mayAt(me, organ, 'importDocument'),
    mayExport: told(await api.call('listOwnOrgans', { query: { action: 'exportDocuments' } })).rows.some(
      ({ id }) => id === organ,
    ),
  }
}

export const action = async ({ params: { organ }, request, context }: Route.ActionArgs) =>
  answerSite(deskOf(context).api, organ, await request.formData())

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `导入、导出 · ${loaderData?.frame.organName ?? ''}` },
]

const classOptions = Object.entries(documentClasses).map(([value, { caption }]) => ({
  value,
  label: caption,
}))

/** What an existing site has published is brought in, after a look; everything is taken out as it is. */
export default function Transfer({
  loaderData: { frame, mayImport, mayExport },
  actionData,
}: Route.ComponentProps) {
  const { organ } = frame
  const answered = useListAnswer<SitePlan>(actionData)
  const { looked, errors } = answered
  const { plan, form, goesOn } = useSteps(looked?.plan ?? null)
  return (
    <div className="stack">
      <DisclosureHead frame={frame} title="导入、导出" />
      <div className="watch__two">
        <div className="stack">
          {mayImport ? (
            <Panel title="从旧网站导入">
              <div ref={form}>
                <ListForm
                  told={answered}
                  label="旧网站的文件"
                  hint="清单（XLSX、CSV）、RSS、网站地图（XML），或者网页文件夹压缩成的 ZIP。先预览，确认以前什么也不导入。"
                  accept=".xlsx,.csv,.xml,.rss,.atom,.zip"
                  look="预览"
                  looking="正在读取，请稍候…"
                  confirm={({ done, taken }) => (done || taken === 0 ? null : `确认导入 ${taken} 条`)}
                >
                  <SelectField
                    name="class"
                    label="作为哪一种信息"
                    hint="一个文件中的都按这一种导入；个别不同的，导入后修改。"
                    options={classOptions}
                    defaultValue="news"
                  />
                  <TextField
                    name="base"
                    label="网页文件夹原来的网址"
                    hint="只有 ZIP 需要，如 http://www.shili.example/zwgk/；旧网址由此得出，以后仍然能打开。"
                    autoComplete="off"
                    error={errors?.base}
                  />
                </ListForm>
              </div>
            </Panel>
          ) : (
            <Note title="由负责人导入">旧网站的信息由本机关负责人导入，导入的即视为已经公开。</Note>
          )}
          <OtherList looked={looked} />
          {plan !== null && goesOn && (
            <Progress
              label={`正在导入：${plan.next ?? plan.of} / ${plan.of} 条，请不要关闭页面`}
              done={plan.next ?? plan.of}
              of={plan.of}
            />
          )}
          {plan !== null && !goesOn && <Report plan={plan} />}
        </div>
        <div className="stack">
          {mayExport && (
            <Panel title="导出全部信息">
              <ul className="plain-list">
                <li>
                  <a href={fileHref(organ, 'documents')} download>
                    目录（XLSX）
                  </a>
                </li>
                <li>
                  <a href={fileHref(organ, 'documents', { format: 'csv' })} download>
                    目录（CSV）
                  </a>
                </li>
                <li>
                  <a href={fileHref(organ, 'documents', { format: 'json' })} download>
                    连同正文、各个版本和发布记录（JSON）
                  </a>
                </li>
              </ul>
            </Panel>
          )}
          <Panel title="怎样导入">
            <ol className="steps-plain">
              <li>从旧网站取得清单、RSS、网站地图，或者把网页文件夹压缩为 ZIP。</li>
              <li>预览：看能导入多少、哪些没有读懂。</li>
              <li>确认导入。没有读懂的逐处列出，改好后再导一次；已经有的不重复。</li>
              <li>导入的保留原来的网址，旧链接仍然能打开。</li>
            </ol>
          </Panel>
        </div>
      </div>
    </div>
  )
}

/** What came in, or would; and each place that was not understood. */
function Report({ plan: { done, source, taken, same, notUnderstood } }: { readonly plan: SitePlan }) {
  const faults = notUnderstood.map((fault, place) => ({ ...fault, place }))
  return (
    <>
      <Note
        state={done ? 'ok' : faults.length > 0 ? 'soon' : 'info'}
        live
        title={done ? '导入完成' : '预览，现在还什么也没有导入'}
      >
        按{siteSources[source]}读取。{done && '请打印或者保存本页，作为导入的记录。'}
      </Note>
      <Tally
        counts={[
          { label: done ? '已经导入' : '可以导入', count: taken },
          { label: '已有、没有变化', count: same },
          { label: '没有读懂', count: faults.length, bad: true },
        ]}
      />
      {faults.length > 0 && (
        <Panel kind="list" title="没有读懂的" aside={`${faults.length} 处`}>
          <DataTable
            caption="没有读懂的"
            keyOf={({ place }) => String(place)}
            groups={[{ key: 'all', rows: faults }]}
            empty={null}
            columns={[
              { key: 'where', head: '位置', names: true, cell: ({ where }) => where },
              { key: 'message', head: '问题和改法', cell: ({ message }) => message },
            ]}
          />
        </Panel>
      )}
    </>
  )
}
