/** What is wrong with a system of indicators before anybody is scored by it. Pure. */
import { allLeaves, faultsOf, type Indicator, type IndicatorSystem, isBranch, leavesOf } from './system.ts'

export interface SystemFault {
  /** Id of the indicator, fault or veto; empty where it is the system as a whole. */
  readonly at: string
  /** Name of the field on the page where it stands. */
  readonly field: string
  readonly message: string
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6

const sumOf = (indicators: readonly Indicator[]): number =>
  indicators.reduce((sum, { weight }) => sum + weight, 0)

/** Number without the tail of a binary fraction. */
const plain = (value: number): string => String(Math.round(value * 1e6) / 1e6)

/** Whether children add up to what is above them, all the way down. Those of single classes are added up by class. */
function sumFaults(
  { tree, classes }: IndicatorSystem,
  { id, caption }: { readonly id: string; readonly caption: string },
  weight: number,
  children: readonly Indicator[],
): readonly SystemFault[] {
  const wanted = tree === 'percent' ? 100 : weight
  const whole = sumOf(children)
  const byClass = classes.map(({ key }) =>
    sumOf(children.filter((each) => each.classes === undefined || each.classes.includes(key))),
  )
  const fits = near(whole, wanted) || (byClass.length > 0 && byClass.every((each) => near(each, wanted)))
  const unit = tree === 'percent' ? '%' : ' 分'
  return fits
    ? []
    : [
        {
          at: id,
          field: id === '' ? 'full' : `weight:${id}`,
          message: `“${caption}”下各项合计 ${plain(whole)}${unit}，应为 ${plain(wanted)}${unit}，请调整分值。`,
        },
      ]
}

const below = (system: IndicatorSystem, indicators: readonly Indicator[]): readonly SystemFault[] =>
  indicators.flatMap((each): readonly SystemFault[] => {
    if (!isBranch(each)) return []
    if (each.children.length === 0)
      return [
        {
          at: each.id,
          field: `caption:${each.id}`,
          message: `“${each.caption}”下没有指标，请补充或者删去。`,
        },
      ]
    return [...sumFaults(system, each, each.weight, each.children), ...below(system, each.children)]
  })

const nodesOf = (indicators: readonly Indicator[]): readonly Indicator[] =>
  indicators.flatMap((each) => [each, ...(isBranch(each) ? nodesOf(each.children) : [])])

const twice = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
]

/** Everything that has to be put right; empty where organs can be scored by it. */
export function checkSystem(system: IndicatorSystem): readonly SystemFault[] {
  const { indicators, bonus, vetoes, classes, full, composite, grades } = system
  const nodes = nodesOf(indicators)
  const leaves = allLeaves(system)
  const kinds = leaves.flatMap((leaf) => faultsOf(leaf))
  const known = new Set(classes.map(({ key }) => key))
  const bonusIds = bonus?.indicators.map(({ id }) => id) ?? []
  const parts = composite.reduce((sum, { weight }) => sum + weight, 0)
  return [
    ...(indicators.length === 0 ? [{ at: '', field: 'full', message: '没有指标，请至少设一项。' }] : []),
    ...(indicators.length > 0 ? sumFaults(system, { id: '', caption: system.name }, full, indicators) : []),
    ...below(system, indicators),
    ...twice([...nodes.map(({ id }) => id), ...bonusIds]).map((at) => ({
      at,
      field: `caption:${at}`,
      message: `编号“${at}”用了两次，请改为不同的编号。`,
    })),
    ...twice([...kinds, ...vetoes].map(({ id }) => id)).map((at) => ({
      at,
      field: `caption:${at}`,
      message: `问题的编号“${at}”用了两次，请改为不同的编号。`,
    })),
    ...[...nodes, ...(bonus?.indicators ?? [])]
      .filter(({ weight }) => !(weight > 0))
      .map(({ id, caption }) => ({
        at: id,
        field: `weight:${id}`,
        message: `“${caption}”的分值应当大于零。`,
      })),
    ...kinds
      .filter(({ each }) => !(each > 0))
      .map(({ id, caption }) => ({ at: id, field: `each:${id}`, message: `“${caption}”的扣分应当大于零。` })),
    ...nodes
      .flatMap(({ id, classes = [] }) => classes.map((key) => ({ id, key })))
      .filter(({ key }) => !known.has(key))
      .map(({ id, key }) => ({
        at: id,
        field: `classes:${id}`,
        message: `没有“${key}”这一类机关，请核对。`,
      })),
    ...nodes.flatMap((node) => limitFaults(node)),
    ...leaves.flatMap(({ id, caption, rule }) =>
      rule.kind !== 'levels'
        ? []
        : rule.levels.flatMap(({ share }, at) =>
            share >= 0 && share <= 1
              ? []
              : [
                  {
                    at: id,
                    field: `levels:${id}.${at}.share`,
                    message: `“${caption}”各档的得分比例应当在 0 至 100% 之间。`,
                  },
                ],
          ),
    ),
    ...leaves
      .filter(({ rule }) => rule.kind === 'levels' && rule.levels.length === 0)
      .map(({ id, caption }) => ({
        at: id,
        field: `caption:${id}`,
        message: `“${caption}”分档计分，至少要有一档。`,
      })),
    ...leaves.flatMap((leaf) =>
      (leaf.reads ?? []).flatMap(({ fault, check }, at) => [
        ...(faultsOf(leaf).some(({ id }) => id === fault)
          ? []
          : [
              {
                at: leaf.id,
                field: `reads:${leaf.id}.${at}.fault`,
                message: `读取数据的问题“${fault}”不在本项之内，请核对。`,
              },
            ]),
        ...(check === ''
          ? [{ at: leaf.id, field: `reads:${leaf.id}.${at}.check`, message: '请选择取用哪个检查项的数字。' }]
          : []),
      ]),
    ),
    ...grades.flatMap(({ from, caption }, at) =>
      at === 0 || from < grades[at - 1]!.from
        ? []
        : [
            {
              at: '',
              field: `grades.${at}.from`,
              message: `等次应当从高到低排列，“${caption}”的分数应当低于前一等次。`,
            },
          ],
    ),
    ...(composite.length > 0 && !near(parts, 100)
      ? [
          {
            at: '',
            field: `composite:${composite[0]!.of}`,
            message: `综合得分各部分合计 ${plain(parts)}%，应为 100%。`,
          },
        ]
      : []),
  ]
}

function limitFaults(node: Indicator): readonly SystemFault[] {
  const inside = new Set(leavesOf([node]).flatMap((leaf) => faultsOf(leaf).map(({ id }) => id)))
  return (node.limits ?? []).flatMap(({ fault, share }, at) => [
    ...(inside.has(fault)
      ? []
      : [
          {
            at: node.id,
            field: `limits:${node.id}.${at}.fault`,
            message: `限制得分的问题“${fault}”不在本项之内，请核对。`,
          },
        ]),
    ...(share >= 0 && share <= 1
      ? []
      : [
          {
            at: node.id,
            field: `limits:${node.id}.${at}.share`,
            message: `“${node.caption}”限制得分的比例应当在 0 至 100% 之间。`,
          },
        ]),
  ])
}
