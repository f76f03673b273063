import { expect, test } from 'vitest';
import { visitor } from '#app/platform/ctx.ts';
import { person } from '#tests/world.ts';
import { homeOf } from './home-of.ts';
import { localPath, type Role, roles } from './model.ts';

const expected: Record<Role, string> = {
  'programme-officer': '/desk',
  'system-admin': '/desk',
  'security-admin': '/desk',
  'audit-admin': '/desk',
  expert: '/desk/reviews',
  'government-officer': '/desk',
  'community-worker': '/work',
  'organisation-agent': '/account/organisation',
  guardian: '/family',
};

test.for(roles)('a person who signs in as %s goes where that work begins', (role) => {
  expect(homeOf(person(role, '340111'))).toBe(expected[role]);
});

test.for([['34', '/desk/cockpit'], ['3401', '/desk/cockpit'], ['340111', '/desk'], ['340111400', '/work'], ['340111400021', '/work']] as const)('an officer of the government of %s begins at %s', ([region, home]) => {
  expect(homeOf(person('government-officer', region))).toBe(home);
});

test('a person without a role goes to their account, one with several to the widest work', () => {
  expect(homeOf(visitor)).toBe('/account');
  const grants = (['government-officer', 'expert', 'programme-officer'] as const).map((role) => ({ role, regionCode: '340111', organisationId: null }));
  expect(homeOf({ ...visitor, grants })).toBe('/desk');
  expect(homeOf({ ...visitor, grants: grants.slice(0, 2) })).toBe('/desk/reviews');
  const places = ['340111400', '3401'].map((regionCode) => ({ role: 'government-officer' as const, regionCode, organisationId: null }));
  expect(homeOf({ ...visitor, grants: places })).toBe('/desk/cockpit');
});

test('whoever was on their way somewhere goes there, inside this site', () => {
  const home = homeOf(person('government-officer', '3401'));
  expect([localPath('/desk/plans?after=x', home), localPath(null, home), localPath('https://elsewhere.example', home), localPath('//elsewhere.example', home)]).toEqual(['/desk/plans?after=x', home, home, home]);
});
