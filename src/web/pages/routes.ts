import { index, layout, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  route('sign-in', './sign-in.tsx'),
  route('set-up', './set-up.tsx'),
  index('./portal/organs.tsx'),
  route('work/password', './work/password.tsx'),
  route('work/sign-out', './work/sign-out.ts'),
  route('work/:organ/requests/:id/letters/:letter/file', './work/letter-file.ts'),
  route('work/:organ/requests/:id/papers/:paper', './work/paper-file.ts'),
  layout('./work/layout.tsx', [
    route('work', './work/board.tsx'),
    route('work/account', './work/account.tsx'),
    route('work/:organ/requests', './work/requests.tsx'),
    route('work/:organ/requests/:id', './work/case.tsx'),
    route('work/:organ/requests/:id/papers', './work/papers.tsx'),
    route('work/:organ/requests/:id/papers/:paper/gate', './work/paper-gate.tsx'),
    route('work/:organ/requests/:id/:action', './work/deed.tsx'),
  ]),
  route('organs/:organ', './portal/home.tsx'),
  route('organs/:organ/guide', './portal/guide.tsx'),
  route('organs/:organ/apply', './portal/apply.tsx'),
  route('organs/:organ/track', './portal/track.tsx'),
  route('organs/:organ/track/letters/:letter', './portal/track-letter.ts', { id: 'track-letter' }),
  route('organs/:organ/track/enclosures/:paper', './portal/track-letter.ts', { id: 'track-enclosure' }),
  route('organs/:organ/consultations', './portal/consultations.tsx'),
  route('dev/ui', './dev/ui.tsx'),
] satisfies RouteConfig
