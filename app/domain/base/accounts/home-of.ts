import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import type { Actor } from '#app/platform/ctx.ts';
import type { Role } from './model.ts';

type Grant = Actor['grants'][number];
const isFor = (...roles: Role[]) => ({ role }: Grant) => roles.some((each) => each === role);
const isAtMost = (deepest: number) => ({ role, regionCode }: Grant) => role === 'government-officer' && levelOf(regionCode) <= deepest;

/** Where the work of each begins, the widest first: staff with what waits for them, a city with how its plan stands, streets and communities with their places. */
const homes: readonly [fits: (grant: Grant) => boolean, to: string][] = [
  [isFor('programme-officer', 'system-admin', 'security-admin', 'audit-admin'), '/desk'],
  [isFor('expert'), '/desk/reviews'],
  [isAtMost(levels.city), '/desk/cockpit'],
  [isAtMost(levels.county), '/desk'],
  [isFor('government-officer', 'community-worker'), '/work'],
  [isFor('organisation-agent'), '/account/organisation'],
  [isFor('guardian'), '/family'],
];

/** 首页: where a person goes after signing in, unless they were on their way somewhere. */
export function homeOf(actor: Actor): string {
  return homes.find(([fits]) => actor.grants.some(fits))?.[1] ?? '/account';
}
