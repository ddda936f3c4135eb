import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { MonthGrid } from '../../ui/month-grid.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { say } from '../../ui/toast.tsx'
import { Specimen, State } from './specimen.tsx'

/** What opens, turns and comes up. */
export function OverlaySpecimens() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Specimen name="tabs">
        <State of="几张文书">
          <Tabs
            label="文书"
            sheets={[
              { key: 'notice', title: '告知书', content: <p>征求意见告知书，11月24日送达。</p> },
              { key: 'letter', title: '征求意见函', content: <p>发给示范县恒某建设有限公司。</p> },
              { key: 'receipt', title: '回执', content: <p>登记回执 17-1号。</p> },
            ]}
          />
        </State>
      </Specimen>

      <Specimen name="menu">
        <State of="更多">
          <Menu
            label="更多"
            entries={[
              { key: 'print', label: '打印案卷', href: '?print' },
              { key: 'copy', label: '复制受理编号', act: () => say({ text: '已复制。' }) },
              { key: 'export', label: '导出', note: '没有导出权限', disabled: true },
            ]}
          />
        </State>
      </Specimen>

      <Specimen name="dialog">
        <State of="问一句">
          <Button onClick={() => setOpen(true)}>打开</Button>
          <Dialog
            title="离开这一页？"
            open={open}
            onClose={() => setOpen(false)}
            acts={
              <>
                <Button onClick={() => setOpen(false)}>留下</Button>
                <Button kind="primary" onClick={() => setOpen(false)}>
                  离开
                </Button>
              </>
            }
          >
            <p>还有没保存的内容，离开后会丢失。</p>
          </Dialog>
        </State>
      </Specimen>

      <Specimen name="confirm-button">
        <State of="先问再做">
          <ConfirmButton
            label="撤回申请"
            kind="danger"
            title="撤回这件申请？"
            confirm="确认撤回"
            values={{ deed: 'withdraw' }}
          >
            <p>撤回后本机关不再答复。需要的，可以重新申请，期限重新计算。</p>
          </ConfirmButton>
        </State>
      </Specimen>

      <Specimen name="toast">
        <State of="顺便告知、可以撤销">
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => say({ text: '已保存草稿。' })}>保存</Button>
            <Button onClick={() => say({ text: '已转给吴办。', undo: () => say({ text: '已撤销。' }) })}>
              转办
            </Button>
            <Button onClick={() => say({ text: '没有保存，请检查网络后再试。', failed: true })}>
              保存失败
            </Button>
          </div>
        </State>
      </Specimen>

      <Specimen name="month-grid">
        <State of="日历">
          <div className="float inline-block">
            <MonthGrid
              value="2026-10-10"
              today="2026-10-09"
              marks={{
                '2026-09-20': '班',
                '2026-10-01': '休',
                '2026-10-02': '休',
                '2026-10-05': '休',
                '2026-10-06': '休',
                '2026-10-07': '休',
                '2026-10-10': '班',
              }}
              onChoose={() => {}}
            />
          </div>
        </State>
      </Specimen>
    </>
  )
}
