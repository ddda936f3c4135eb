import { trapField } from './apply-guard.ts'

/** A field that nobody sees: what fills in everything is no person. Those who hear the page are told to leave it. */
export const Trap = () => (
  <div className="portal__trap" aria-hidden="true">
    <label>
      网址（请留空）
      <input type="text" name={trapField} tabIndex={-1} autoComplete="off" />
    </label>
  </div>
)
