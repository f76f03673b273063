import { expect, test } from 'vitest';
import { visitor } from '#app/platform/ctx.ts';
import { person } from '#tests/world.ts';
import { homeOf } from './home-of.ts';
import { type Role, roles } from './model.ts';

const expected: Record<Role, string> = {
  'programme-officer': '/desk',
  'system-admin': '/desk',
  'security-admin': '/desk',
  'audit-admin': '/desk',
  expert: '/desk/reviews',
  'government-officer': '/apply',
  'community-worker': '/apply',
  'organisation-agent': '/account/organisation',
  guardian: '/family',
};

test.for(roles)('a person who signs in as %s goes where that work begins', (role) => {
  expect(homeOf(person(role, '340111'))).toBe(expected[role]);
});

test('a person without a role goes to their account, one with several to the widest work', () => {
  expect(homeOf(visitor)).toBe('/account');
  const grants = (['government-officer', 'expert', 'programme-officer'] as const).map((role) => ({ role, regionCode: '340111', organisationId: null }));
  expect(homeOf({ ...visitor, grants })).toBe('/desk');
  expect(homeOf({ ...visitor, grants: grants.slice(0, 2) })).toBe('/desk/reviews');
});
