import { Form } from 'react-router'
import { Button, LinkButton, SubmitButton } from '../../ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../ui/choice-group.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { GuardedForm } from '../../ui/guarded-form.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Specimen, State } from './specimen.tsx'

const organs = [
  { label: '示范县民政局', note: '县级部门' },
  { label: '示范县自然资源局', note: '县级部门' },
  { label: '示范县青石镇人民政府', note: '乡镇' },
  { label: '示范县柳河镇人民政府', note: '乡镇' },
]

const errors = { 'wrong-name': '请填写姓名。', 'wrong-day': '2026年2月30日不存在，请改正。' }

/** Buttons and fields. */
export function FormSpecimens() {
  return (
    <>
      <Specimen name="button">
        <State of="主要、普通、次要、危险">
          <div className="flex flex-wrap gap-3">
            <Button kind="primary">登记申请</Button>
            <Button>打印清单</Button>
            <Button kind="quiet">清除条件</Button>
            <Button kind="danger">撤回申请</Button>
          </div>
        </State>
        <State of="不能用，旁边说明原因">
          <Button disabledBecause="拟稿尚未审核，不能签发。">签发</Button>
        </State>
        <State of="链接、小号、整行">
          <div className="grid gap-3">
            <p>
              <LinkButton to="/dev/ui">案卷目录</LinkButton> <Button small>导出</Button>
            </p>
            <Button kind="primary" block>
              申请公开
            </Button>
          </div>
        </State>
      </Specimen>

      <Specimen name="text-field">
        <State of="平常">
          <TextField name="plain-name" label="姓名" autoComplete="name" required />
        </State>
        <State of="有说明和示例">
          <TextField
            name="number"
            label="受理编号"
            hint="写在登记回执的右上角。"
            placeholder="如 示民-2026-0031"
            short
          />
        </State>
        <State of="有错误">
          <TextField name="wrong-name" label="姓名" error={errors['wrong-name']} required />
        </State>
        <State of="只读">
          <TextField name="organ-name" label="受理机关" defaultValue="示范县民政局" readOnly />
        </State>
      </Specimen>

      <Specimen name="text-area">
        <State of="平常，计字数">
          <TextArea
            name="content"
            label="需要的政府信息"
            hint="写明名称、文号或者其他特征，例如时间、地点、事项。"
            limit={500}
            required
          />
        </State>
        <State of="有错误">
          <TextArea name="wrong-content" label="撤回原因" error="请填写撤回原因。" rows={2} />
        </State>
        <State of="写过一部分">
          <TextArea
            name="draft-content"
            label="查明的事实"
            defaultValue="所申请的材料由本机关制作"
            rows={2}
          />
        </State>
      </Specimen>

      <Specimen name="select-field">
        <State of="平常">
          <SelectField
            name="kind"
            label="证件类型"
            empty="请选择"
            options={[
              { value: 'id', label: '居民身份证' },
              { value: 'passport', label: '护照' },
              { value: 'permit', label: '港澳台居民居住证' },
            ]}
          />
        </State>
        <State of="有错误">
          <SelectField
            name="wrong-kind"
            label="证件类型"
            empty="请选择"
            options={[{ value: 'id', label: '居民身份证' }]}
            error="请选择证件类型。"
            required
          />
        </State>
      </Specimen>

      <Specimen name="radio-group">
        <State of="竖排，有说明">
          <RadioGroup
            name="delivery"
            label="获取方式"
            defaultValue="mail"
            options={[
              { value: 'mail', label: '电子邮件', note: '答复作出当天收到' },
              { value: 'post', label: '邮寄', note: '以交邮日为答复日' },
              { value: 'counter', label: '自行领取' },
            ]}
            required
          />
        </State>
        <State of="横排、有错误">
          <RadioGroup
            name="applicant"
            label="申请人类型"
            row
            options={[
              { value: 'natural', label: '自然人' },
              { value: 'legal', label: '法人或者其他组织' },
            ]}
            error="请选择申请人类型。"
          />
        </State>
      </Specimen>

      <Specimen name="checkbox-group">
        <State of="平常">
          <CheckboxGroup
            name="columns"
            label="导出的内容"
            defaultValue={['number', 'due']}
            options={[
              { value: 'number', label: '受理编号' },
              { value: 'due', label: '届满日' },
              { value: 'applicant', label: '申请人', note: '含个人信息，导出会记入日志' },
            ]}
          />
        </State>
      </Specimen>

      <Specimen name="date-field">
        <State of="平常">
          <DateField name="received" label="收到日期" today="2026-12-08" hint="可以直接输入 20261208。" />
        </State>
        <State of="已填">
          <DateField
            name="served"
            label="送达日期"
            today="2026-12-08"
            defaultValue="2026-10-10"
            marks={{ '2026-10-10': '班', '2026-10-01': '休', '2026-10-02': '休' }}
          />
        </State>
        <State of="有错误">
          <DateField name="wrong-day" label="交邮日期" today="2026-12-08" error={errors['wrong-day']} />
        </State>
      </Specimen>

      <Specimen name="file-field">
        <State of="平常">
          <FileField
            name="files"
            label="身份证明"
            hint="照片或者扫描件，每个文件不超过 5 MB。"
            accept=".pdf,image/*"
            limit={5 * 1024 * 1024}
            multiple
          />
        </State>
        <State of="有错误">
          <FileField name="wrong-files" label="年度报告" error="这个文件打不开，请另存后再传。" />
        </State>
      </Specimen>

      <Specimen name="combo-box">
        <State of="平常">
          <ComboBox name="agency" label="征求意见的机关" candidates={organs} placeholder="输入名称的一部分" />
        </State>
        <State of="有错误">
          <ComboBox
            name="wrong-agency"
            label="转送机关"
            candidates={organs}
            error="没有这个机关，请从列表中选择。"
          />
        </State>
      </Specimen>

      <Specimen name="search-field">
        <State of="平常">
          <SearchField action="/dev/ui" placeholder="标题、文号、索引号或正文" />
        </State>
      </Specimen>

      <Specimen name="guarded-form">
        <State of="离开前先问">
          <GuardedForm method="post" className="stack">
            <TextField name="note" label="附注" />
            <SubmitButton>保存</SubmitButton>
          </GuardedForm>
        </State>
      </Specimen>

      <Specimen name="error-summary">
        <State of="有两处">
          <Form method="post" noValidate className="stack">
            <ErrorSummary errors={errors} />
            <SubmitButton>提交申请</SubmitButton>
          </Form>
        </State>
      </Specimen>
    </>
  )
}
