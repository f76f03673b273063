import { describe, expect } from 'vitest';
import { tidy } from './tidy.ts';
import { warnOfMissingYears } from './warn-of-missing-years.ts';
import { roleGrants, sessions, users } from '#app/domain/base/accounts/tables.server.ts';
import { tellAgents } from '#app/domain/base/inbox/tell-agents.ts';
import { listMessages } from '#app/domain/base/inbox/read.ts';
import { OrganisationInput } from '#app/domain/base/organisations/input.ts';
import { registerOrganisation } from '#app/domain/base/organisations/register.ts';
import { verifyOrganisation } from '#app/domain/base/organisations/verify.ts';
import { system } from '#app/platform/ctx.ts';
import { attempts, jobRuns } from '#app/platform/tables.server.ts';
import { baohe, ctxOf, person, test, today } from '#tests/world.ts';
import type { Db } from '#app/db/db.server.ts';

const someone = (db: Db, id: string) => db.insert(users).values({ id, name: id, email: `${id}@example.cn` });

describe('the missing years of the calendar', () => {
  test('are told once, from the middle of November, to those who keep it', async ({ db }) => {
    await someone(db, 'office');
    await db.insert(roleGrants).values({ userId: 'office', role: 'programme-officer', regionCode: '*', grantedBy: 'x', grantedAt: today });
    const office = ctxOf(db, person('programme-officer', '*', 'office'));
    const at = (now: string) => ctxOf(db, system, new Date(now));

    expect(await warnOfMissingYears(at('2026-11-14T15:00:00Z'))).toBe('');
    expect(await warnOfMissingYears(at('2026-11-14T16:00:00Z'))).toBe('2027');
    expect(await warnOfMissingYears(at('2026-11-16T00:00:00Z'))).toBe('2027');
    expect((await listMessages(office)).rows).toMatchObject([{ kind: 'calendar-missing', params: { year: 2027 } }]);
  });
});

describe('the decision on an organisation', () => {
  test('is told once to each of its agents, with the reason', async ({ db }) => {
    await someone(db, 'agent');
    await someone(db, 'office');
    const agent = ctxOf(db, person('organisation-agent', baohe, 'agent'));
    const input = OrganisationInput.parse({ kind: 'community', name: '示例居民委员会', regionCode: baohe, contactName: '王宁', contactPhone: '13800000000' });
    const id = await registerOrganisation(agent, input);
    expect(await tellAgents(ctxOf(db, system), id, 'one')).toBe('');

    await verifyOrganisation(ctxOf(db, person('programme-officer', '*', 'office')), id, { verdict: 'rejected', revision: 0, note: '名称不一致' });
    expect(await tellAgents(ctxOf(db, system), id, 'two')).toBe('1');
    expect(await tellAgents(ctxOf(db, system), id, 'two')).toBe('0');
    expect((await listMessages(agent)).rows).toMatchObject([{ kind: 'organisation-rejected', params: { note: '名称不一致' }, link: '/account/organisation' }]);
  });
});

describe('tidying', () => {
  test('clears runs of more than two hundred days ago, windows that are over and sessions that have expired, and nothing else', async ({ db }) => {
    const day = 86_400_000;
    await db.insert(jobRuns).values([{ job: 'old', startedAt: new Date(+today - 201 * day) }, { job: 'new', startedAt: new Date(+today - 199 * day) }]);
    await db.insert(attempts).values([{ key: 'over', count: 1, until: new Date(+today - 1000) }, { key: 'open', count: 1, until: new Date(+today + 1000) }]);
    await someone(db, 'anna');
    const session = (id: string, expiresAt: Date) => ({ id, token: id, userId: 'anna', expiresAt });
    await db.insert(sessions).values([session('expired', new Date(+today - 1000)), session('running', new Date(+today + 1000))]);
    expect(await tidy(ctxOf(db, system))).toBe('1 + 1 + 1 + 0 + 0 + 0 + 0');
    expect((await db.select().from(sessions)).map((row) => row.id)).toEqual(['running']);
    expect((await db.select().from(jobRuns)).map((run) => run.job)).toEqual(['new']);
    expect((await db.select().from(attempts)).map((row) => row.key)).toEqual(['open']);
  });
});
