import { eq } from 'drizzle-orm';
import { describe, expect, test as plain } from 'vitest';
import { visitor } from '#app/platform/ctx.ts';
import { as, baohe, binhu, ctxOf, hefei, neighbour, person, test } from '#tests/world.ts';
import { access, allow, may, mayAnywhere, type Verb } from './access.ts';
import { canHold, isSeparated, type Role, roles } from './model.ts';
import { within } from './scope.ts';
import { users } from './tables.server.ts';

const verbs = Object.keys(access) as Verb[];
const places = { own: baohe, below: binhu, neighbour, above: hefei, nation: '*' };
const lies = { own: true, below: true, neighbour: false, above: false, nation: false };
const cases = verbs.flatMap((verb) => roles.map((role) => [verb, role] as const));
const isAllowed = (verb: Verb, role: Role) => (access[verb] as readonly Role[]).includes(role);

describe('the table of permissions', () => {
  plain('speaks of every role and only of known ones', () => {
    const named = new Set<string>(Object.values(access).flat());
    expect([...named].filter((role) => !(roles as readonly string[]).includes(role))).toEqual([]);
    expect(roles.filter((role) => !named.has(role))).toEqual([]);
  });

  plain.for(cases)('%s by %s counts in the own region and below, nowhere else', ([verb, role]) => {
    const actor = person(role, baohe);
    const answers = Object.fromEntries(Object.entries(places).map(([name, regionCode]) => [name, may(actor, verb, { regionCode })]));
    const expected = Object.fromEntries(Object.entries(lies).map(([name, isIn]) => [name, isIn && isAllowed(verb, role)]));
    expect(answers).toEqual(expected);
    expect(mayAnywhere(actor, verb)).toBe(isAllowed(verb, role));
  });

  plain.for(cases)('%s by %s of the nation counts everywhere', ([verb, role]) => {
    const actor = person(role, '*');
    for (const regionCode of Object.values(places)) expect(may(actor, verb, { regionCode })).toBe(isAllowed(verb, role));
  });

  test('leaves visitors out of everything', ({ db }) => {
    for (const verb of verbs) {
      for (const regionCode of Object.values(places)) {
        expect(() => allow(ctxOf(db, visitor), verb, { regionCode })).toThrow('sign-in-needed');
      }
    }
  });

  plain('lets an agent act for their own organisation only', () => {
    const agent = person('organisation-agent', binhu, 'agent', 'a');
    expect(may(agent, 'organisation.register', { regionCode: binhu, organisationId: 'a' })).toBe(true);
    expect(may(agent, 'organisation.register', { regionCode: binhu, organisationId: 'b' })).toBe(false);
  });

  plain('an empty region code is nowhere', () => {
    for (const verb of verbs) expect(may({ id: 'x', name: 'x', grants: [{ role: access[verb][0]!, regionCode: '', organisationId: null }] }, verb, { regionCode: binhu })).toBe(false);
  });

  plain('the three administrators share no verb that changes anything, and touch no business of the programme', () => {
    const changing = verbs.filter((verb) => !/\.(list|read|export)$/.test(verb));
    for (const verb of changing) expect(access[verb].filter(isSeparated).length).toBeLessThanOrEqual(1);
    expect(changing.filter((verb) => (access[verb] as readonly Role[]).includes('audit-admin'))).toEqual([]);
    const business = verbs.filter((verb) => /^(application|review|notice|objection|call)\./.test(verb));
    expect(business.filter((verb) => access[verb].some(isSeparated))).toEqual([]);
  });

  plain('one person holds one of the three administrator roles at most', () => {
    expect(canHold(['system-admin'], 'security-admin')).toBe(false);
    expect(canHold(['expert', 'audit-admin'], 'system-admin')).toBe(false);
    expect(canHold(['system-admin'], 'system-admin')).toBe(true);
    expect(canHold(['system-admin'], 'expert')).toBe(true);
  });
});

describe('the scope of a list', () => {
  test('is the region and what lies below it', async ({ db }) => {
    for (const [name, regionCode] of Object.entries(places)) {
      await db.insert(users).values({ id: name, name, email: `${name}@example.cn`, regionCode });
    }
    const seen = async (role: Role, region: string) =>
      (await db.select({ id: users.id }).from(users).where(within(as(db, role, region), 'account.list', users.regionCode)))
        .map(({ id }) => id)
        .toSorted();
    expect(await seen('system-admin', baohe)).toEqual(['below', 'own']);
    expect(await seen('audit-admin', neighbour)).toEqual(['neighbour']);
    expect(await seen('system-admin', '*')).toHaveLength(5);
    expect(await seen('expert', '*')).toEqual([]);
    expect(await db.select().from(users).where(eq(users.id, 'own'))).toHaveLength(1);
  });
});
