import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import type { Audience } from '../../ui/cite-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Progress, Skeleton } from '../../ui/progress.tsx'
import { Qr } from '../../ui/qr.tsx'
import { Term } from '../../ui/term.tsx'
import { TextSizes } from '../../ui/text-sizes.tsx'
import { Specimen, State } from './specimen.tsx'

/** What a page says and how it says it. */
export function StateSpecimens({ audience }: { readonly audience: Audience }) {
  return (
    <>
      <Specimen name="badge">
        <State of="各种状态">
          <p className="flex flex-wrap gap-2">
            <Badge state="ok">正常</Badge>
            <Badge state="soon">临近</Badge>
            <Badge state="late">逾期</Badge>
            <Badge state="fix">退回修改</Badge>
            <Badge state="prov">暂定</Badge>
            <Badge state="wait">等补正</Badge>
            <Badge state="new">待登记</Badge>
            <Badge state="plain">已修改</Badge>
          </p>
        </State>
      </Specimen>

      <Specimen name="cite">
        <State of="工作人员和公众的写法">
          <p>
            <Cites of={['条例§31(3)', '条例§33¶2', '年报格式']} audience="staff" />
          </p>
          <p>
            <Cites of={['条例§31(3)', '条例§33¶2', '年报格式']} audience="public" />
          </p>
        </State>
      </Specimen>

      <Specimen name="term">
        <State of="句子里的词">
          <p>
            申请内容不明确的，机关会一次性告知
            <Term of="correction" audience={audience} />
            ；涉及他人的，要先
            <Term of="consultation" audience={audience} />。
          </p>
        </State>
      </Specimen>

      <Specimen name="note">
        <State of="各种提示">
          <div className="stack">
            <Note>这里的内容来自上一年度的报告。</Note>
            <Note state="info" title="可以先查一查">
              与您的描述相近的公开信息有 3 条。
            </Note>
            <Note state="ok">申请已提交。</Note>
            <Note state="soon">1月31日是星期日。期限不顺延，请在 1月29日前公布。</Note>
            <Note state="late">答复期限已于12月7日届满，尚未答复。</Note>
            <Note state="prov">2027年放假安排尚未载入，有 3 件的到期日标为“暂定”。</Note>
          </div>
        </State>
      </Specimen>

      <Specimen name="panel">
        <State of="有题头">
          <Panel title="申请内容" aside="申请人原文" mark={<Badge state="new">未读</Badge>}>
            <p>请公开青石镇农贸市场改造工程（2025年）的施工合同全文，以及已支付工程款的付款凭证。</p>
          </Panel>
        </State>
        <State of="公众页面">
          <Panel kind="wide" title="收到的文书">
            <Facts
              facts={[
                { label: '征求意见告知书', value: '青政信告〔2026〕17-2号' },
                { label: '登记回执', value: '青政信告〔2026〕17-1号' },
              ]}
            />
          </Panel>
        </State>
      </Specimen>

      <Specimen name="facts">
        <State of="一行">
          <Facts
            facts={[
              { label: '申请人', value: '林某（自然人）' },
              { label: '收到', value: '2026年11月17日，网上' },
              { label: '获取方式', value: '电子邮件' },
            ]}
          />
        </State>
        <State of="方框">
          <Facts
            grid
            facts={[
              { label: '索引号', value: '11000000MB0000000X/2026-00041' },
              { label: '文号', value: '示民规〔2026〕3号' },
              { label: '发文机关', value: '示范县民政局、示范县财政局' },
              { label: '有效性', value: <Badge state="ok">有效</Badge> },
            ]}
          />
        </State>
      </Specimen>

      <Specimen name="empty-state">
        <State of="没有内容">
          <EmptyState title="没有逾期的申请" action={<LinkButton to="/dev/ui">看全部在办</LinkButton>}>
            所有在办申请都在期限内。
          </EmptyState>
        </State>
      </Specimen>

      <Specimen name="progress">
        <State of="进行中">
          <Progress label="正在读取第 3 页，共 12 页" done={3} of={12} />
        </State>
        <State of="等待">
          <Skeleton />
        </State>
      </Specimen>

      <Specimen name="qr">
        <State of="二维码">
          <Qr address="https://gk.shifan.example/track" label="查询办理进度" />
        </State>
      </Specimen>

      <Specimen name="text-sizes">
        <State of="字号">
          <TextSizes />
        </State>
      </Specimen>

      <Specimen name="focus">
        <State of="键盘焦点">
          <p className="is-focus">
            <Button>打印清单</Button>
          </p>
        </State>
      </Specimen>
    </>
  )
}
