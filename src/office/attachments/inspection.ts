/**
 * What an inspection of an attachment says. Plain data, kept with the event that opened the gate; nothing in it
 * quotes the file: places are counted, personal values masked.
 */
import type { Citation } from '../../law/citation.ts'
import type { PersonalKind } from './personal-data.ts'

/** What the bytes are, whatever the name says. */
export type AttachmentKind =
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'pdf'
  | 'doc'
  | 'xls'
  | 'ppt'
  | 'ofd'
  | 'odf'
  | 'rtf'
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'tiff'
  | 'bmp'
  | 'heic'
  | 'zip'
  | 'text'
  | 'unknown'

export type RefusalReason =
  | 'empty'
  | 'tooLarge'
  | 'executable'
  | 'macro'
  | 'classified'
  | 'locked'
  | 'damaged'
  | 'bomb'
  | 'tooDeep'
  | 'tooComplex'
  | 'unsupported'

/** The file is not taken in. `message` says in plain Chinese why and what to do. */
export interface AttachmentRefusal {
  readonly reason: RefusalReason
  readonly message: string
  readonly cites: readonly Citation[]
}

interface Finding {
  /** The same for the same finding of the same file, however often it is inspected. */
  readonly id: string
  /** Part of the file: a sheet, a page, the body … */
  readonly part: string
  /** First places within the part, at most five. */
  readonly spots: readonly string[]
  readonly count: number
  /** What was found, where, what to do. */
  readonly message: string
}

export interface HiddenData extends Finding {
  readonly kind: HiddenKind
}

export interface PersonalHit extends Finding {
  readonly kind: PersonalKind
  /** The first value found, masked. */
  readonly masked: string
}

export interface Inspection {
  /** The file name as given, without folders and control characters. */
  readonly name: string
  readonly kind: AttachmentKind
  /** Media type of the kind. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly hidden: readonly HiddenData[]
  readonly personal: readonly PersonalHit[]
  readonly refused?: AttachmentRefusal
}

/** Data that a reader does not see and a recipient has all the same, and what to do about each. */
export const hiddenKinds = {
  hiddenSheet: ['隐藏的工作表', '请取消隐藏后核对，不应提供的整张删除'],
  hiddenRows: ['隐藏的行', '请取消隐藏后核对，不应提供的删除'],
  hiddenColumns: ['隐藏的列', '请取消隐藏后核对，不应提供的删除'],
  hiddenSlide: ['隐藏的幻灯片', '请取消隐藏后核对，不应提供的删除'],
  hiddenName: ['隐藏的名称定义', '请在“名称管理器”中核对后删除'],
  pivotCache: ['数据透视表缓存（含汇总前的原始数据）', '请将透视表复制后“选择性粘贴”为数值，再删除原表'],
  externalLink: ['指向其他文件的链接及其缓存数据', '请断开链接，将结果粘贴为数值'],
  dataConnection: ['外部数据连接', '请删除数据连接，将结果粘贴为数值'],
  comment: ['批注', '请核对后删除全部批注'],
  notes: ['备注页', '请核对后删除备注'],
  trackedChange: ['修订记录（含已删除的原文）', '请接受或者拒绝全部修订后另存'],
  history: ['以前保存的版本', '请另存为新文件，或者打印为新的 PDF'],
  hiddenText: ['隐藏文字', '请显示全部隐藏文字，核对后删除'],
  coveredText: [
    '被涂黑或者遮挡、但仍可复制的文字',
    '遮挡不能去除文字：请删除原文后重新生成，或者转成图片再提供',
  ],
  invisibleText: [
    '看不见的文字层（常见于扫描识别，也可能是未删净的内容）',
    '请核对文字层内容，或者重新扫描为不带文字层的图片',
  ],
  properties: ['文件属性中的作者、单位等信息', '请在“文档检查器”中删除文档属性和个人信息'],
  customData: ['自定义属性或者附带的 XML 数据', '请在“文档检查器”中删除自定义数据'],
  embedded: ['嵌入的文件', '请删除嵌入对象，确需提供的改为图片或者单独附件'],
  attachment: ['附带的文件', '请删除附带的文件，确需提供的作为单独附件'],
  script: ['脚本', '请打印为新的 PDF，去除脚本'],
  annotation: ['注释', '请核对后删除全部注释'],
  formField: ['可填写的表单', '请核对已填内容，打印为新的 PDF'],
  redactMark: ['只做了标记、没有执行的密文（涂黑）', '请执行密文操作后再提供'],
  exif: ['拍摄信息（设备、时间等）', '请去除图片属性后再提供'],
  gps: ['拍摄地点（经纬度）', '请去除图片属性后再提供'],
  imageText: ['图片附带的说明文字', '请去除图片属性后再提供'],
  thumbnail: ['图片附带的缩略图（可能是修改前的样子）', '请去除图片属性后再提供'],
  trailing: ['文件末尾附加的数据', '请用原软件重新保存'],
  notChecked: ['无法自动检查的内容', '请由人逐项核对后确认'],
  secrecyMark: ['正文提到密级标志', '请核对：如文件确为涉密，立即停止在本系统处理'],
  typeMismatch: ['文件扩展名与实际内容不符', '请核对来源，按实际类型改名'],
} as const satisfies Record<string, readonly [what: string, advice: string]>

export type HiddenKind = keyof typeof hiddenKinds
