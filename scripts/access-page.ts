import { accountsWords } from '#app/i18n/accounts.ts';
import { access } from '#app/domain/base/accounts/access.ts';
import { roles } from '#app/domain/base/accounts/model.ts';

const words = accountsWords['zh-CN'];

/** docs/access.md: the table of permissions as people read it. */
export function accessPage(): string {
  const head = ['办理事项 verb', ...roles.map((role) => `${words.roles[role]} ${role}`)];
  const lines = Object.entries(access).map(([verb, allowed]) => {
    const marks = roles.map((role) => ((allowed as readonly string[]).includes(role) ? '●' : ''));
    return [`${words.verbs[verb] ?? ''} \`${verb}\``, ...marks];
  });
  return [
    '# 权限表 Who may do what',
    '',
    'Printed from `app/domain/base/accounts/access.ts` by `node scripts/print-access.ts`; a test compares the two. A mark counts in the',
    'region of the grant and everywhere below it, and nowhere else. An agent acts for their own organisation only. Visitors do none of this.',
    '',
    ...[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}
