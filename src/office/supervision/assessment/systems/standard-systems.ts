import type { IndicatorSystem } from '../system.ts'
import { baoji2020 } from './baoji-2020.ts'
import { licheng2020 } from './licheng-2020.ts'
import { websites2019 } from './websites-2019.ts'

/** Systems that come with the house: to begin with, and to be changed into one's own. */
export const standardSystems: readonly IndicatorSystem[] = [licheng2020, websites2019, baoji2020]
