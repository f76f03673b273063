import { index, layout, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  route('language', 'routes/public/language.ts'),
  route('notices/:id/list.csv', 'routes/public/notices/notice-csv.ts'),
  route('account/sign-out', 'routes/account/sign-out.ts'),

  // 公众、申报、账号: light pages, no React in the browser
  layout('routes/public/layout.tsx', [
    index('routes/public/home.tsx'),
    route('standard', 'routes/public/standard/standard.tsx'),
    route('standard/crosswalk', 'routes/public/standard/crosswalk.tsx'),
    route('standard/:ruleId', 'routes/public/standard/rule.tsx'),
    route('notices', 'routes/public/notices/notices.tsx'),
    route('notices/:id', 'routes/public/notices/notice.tsx'),
    route('notices/:id/objection', 'routes/public/notices/objection-form.tsx'),
    route('objections', 'routes/public/notices/track.tsx'),
    route('objections/:code', 'routes/public/notices/objection.tsx'),
    route('pilots', 'routes/public/pilots/pilots.tsx'),
    route('how-to-apply', 'routes/public/how-to-apply.tsx'),
    route('accessibility', 'routes/public/accessibility.tsx'),
    route('privacy', 'routes/public/privacy.tsx'),
    route('open-data', 'routes/public/open-data.tsx'),
    route('communities/:code', 'routes/public/pilots/community.tsx'),
    route('account', 'routes/account/account.tsx'),
    route('account/inbox', 'routes/account/inbox.tsx'),
    route('account/sign-in', 'routes/account/sign-in.tsx'),
    route('account/two-factor', 'routes/account/two-factor.tsx'),
    route('account/sessions', 'routes/account/sessions.tsx'),
    route('account/security', 'routes/account/security.tsx'),
    route('account/invitation/:token', 'routes/account/invitation.tsx'),
    route('account/first-administrator', 'routes/account/first-administrator.tsx'),
    route('*', 'routes/public/missing.tsx'),
  ]),

  // 工作台
  layout('routes/desk/layout.tsx', [
    route('desk', 'routes/desk/home.tsx'),
    route('desk/regions.json', 'routes/desk/regions.ts'),
    route('desk/inbox', 'routes/desk/inbox.tsx'),
    route('desk/organisations', 'routes/desk/organisations/organisations.tsx'),
    route('desk/organisations/:id', 'routes/desk/organisations/organisation.tsx'),
    route('desk/calendar', 'routes/desk/calendar.tsx'),
    route('desk/jobs', 'routes/desk/jobs.tsx'),
    route('desk/records', 'routes/desk/records.tsx'),
  ]),
] satisfies RouteConfig;
