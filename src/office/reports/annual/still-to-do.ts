import type { AnnualStatus } from './state.ts'

/** What an organ still has to do with its report at each stage; null where it is for somebody else to do something. */
export const stillToDo: Readonly<Record<AnnualStatus, string | null>> = {
  writing: '编制、报送',
  submitted: null,
  returned: '修改、重新报送',
  accepted: '公布',
  published: null,
  revising: '更正、重新报送',
}
