import { type RouteConfig, route } from '@react-router/dev/routes'

export default [
  route('sign-in', './sign-in.tsx'),
  route('organs/:organ', './portal/home.tsx'),
  route('dev/ui', './dev/ui.tsx'),
] satisfies RouteConfig
