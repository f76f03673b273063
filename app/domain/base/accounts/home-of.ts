import type { Actor } from '#app/platform/ctx.ts';
import type { Role } from './model.ts';

/** Where the work of each role begins, the widest work first; staff begin with what waits for them. */
const homes = [
  [['programme-officer', 'system-admin', 'security-admin', 'audit-admin'], '/desk'],
  [['expert'], '/desk/reviews'],
  [['government-officer', 'community-worker'], '/apply'],
  [['organisation-agent'], '/account/organisation'],
  [['guardian'], '/family'],
] as const satisfies readonly (readonly [readonly Role[], string])[];

/** 首页: where a person goes after signing in. */
export function homeOf(actor: Actor): string {
  const found = homes.find(([roles]) => actor.grants.some(({ role }) => (roles as readonly string[]).includes(role)));
  return found?.[1] ?? '/account';
}
