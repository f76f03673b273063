import { index, layout, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  route('language', 'routes/public/language.ts'),

  // 公众、申报、账号: light pages, no React in the browser
  layout('routes/public/layout.tsx', [
    index('routes/public/home.tsx'),
    route('standard', 'routes/public/standard/standard.tsx'),
    route('standard/crosswalk', 'routes/public/standard/crosswalk.tsx'),
    route('standard/:ruleId', 'routes/public/standard/rule.tsx'),
    route('*', 'routes/public/missing.tsx'),
  ]),

  // 工作台
  layout('routes/desk/layout.tsx', [
    route('desk', 'routes/desk/home.tsx'),
    route('desk/regions.json', 'routes/desk/regions.ts'),
  ]),
] satisfies RouteConfig;
