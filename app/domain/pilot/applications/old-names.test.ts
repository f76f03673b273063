import { createHmac, randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { listQueue } from './queue.ts';
import { getApplication, listMine } from './read.ts';
import { getHanded } from './submitted.ts';
import { actorById } from '#app/domain/base/accounts/actor-by-id.ts';
import { actorOf } from '#app/domain/base/accounts/actor.ts';
import { authSecret, hashToken } from '#app/domain/base/accounts/session-token.ts';
import { roleGrants, sessions, users } from '#app/domain/base/accounts/tables.server.ts';
import { confirmChange } from '#app/domain/base/region-changes/confirm.ts';
import { proposeChange } from '#app/domain/base/region-changes/propose.ts';
import { pilotsByProvince } from '#app/domain/base/communities/read.ts';
import type { Db } from '#app/db/db.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { anApplication, aRegion, aUser } from '#tests/cycle.ts';
import { as, ctxOf, person, test, today } from '#tests/world.ts';

const later = new Date('2026-09-02T02:00:00Z');
const [county, far] = ['340111', '340104'];
const [one, two, fresh] = [`${county}091`, `${county}092`, `${far}093`];

/** A request by somebody with this role, as the pipeline would make it out of a cookie. */
async function signedIn(db: Db, id: string, regionCode: string): Promise<Ctx> {
  await aUser(db, id);
  await db.update(users).set({ twoFactorEnabled: true });
  await db.insert(roleGrants).values({ userId: id, role: 'government-officer', regionCode, grantedBy: 'x', grantedAt: today });
  const token = randomUUID();
  await db.insert(sessions).values({ id, token: hashToken(token), userId: id, expiresAt: new Date('2099-01-01'), createdAt: later, updatedAt: later });
  const signature = createHmac('sha256', authSecret()).update(token).digest('base64');
  const headers = new Headers({ cookie: `tongyou.session_token=${encodeURIComponent(`${token}.${signature}`)}` });
  return ctxOf(db, await actorOf(db, headers, later), later);
}

async function change(db: Db, lines: string, now = later) {
  const office = (id: string) => ctxOf(db, person('programme-officer', '*', id), now);
  const id = await proposeChange(office('anna'), { effectiveOn: '2026-09-02', source: '文件', lines });
  await confirmChange(office('bao'), id);
}

describe('an application of a unit that has changed', () => {
  test('opens under the name of its day with today’s beside it, for those who are there now; and for nobody else', async ({ db }) => {
    for (const code of [one, two]) await aRegion(db, code, code === one ? '甲街道' : '乙街道');
    const id = await anApplication(db, { regionCode: one, applicantCode: one, createdAt: today });
    await change(db, `合并\t${one}\t\t${fresh}\t甲乙街道\n合并\t${two}\t\t${fresh}\t甲乙街道`);

    const office = as(db, 'programme-officer', '*', later);
    expect((await listQueue(office)).page.rows[0]).toMatchObject({ unitName: '甲街道（今甲乙街道）' });
    expect(await getHanded(office, id)).toMatchObject({ unitName: '甲街道（今甲乙街道）' });
    expect((await getHanded({ ...office, locale: 'en' }, id)).unitName).toBe('甲街道 (now Jiayi Subdistrict)');
    expect((await listQueue(office, { region: far })).page.rows).toHaveLength(1);

    for (const [who, region] of [['li', fresh], ['wang', far], ['chen', county]] as const) {
      const ctx = await signedIn(db, who, region);
      expect(await getApplication(ctx, id)).toMatchObject({ unit: '甲街道（今甲乙街道）' });
      expect((await listMine(ctx)).rows).toHaveLength(1);
      expect((await actorById(ctx, who)).grants).toEqual(ctx.actor.grants); // what runs while they are away reaches as far
    }
    await expect(getApplication(await signedIn(db, 'zhao', '340103'), id)).rejects.toThrow('application-not-found');
  });

  test('is not opened to those who bear its old code today by way of the lineage', async ({ db }) => {
    await aRegion(db, one, '甲街道');
    await aRegion(db, two, '乙街道');
    await change(db, `变更代码\t${one}\t\t${fresh}\t甲街道`);
    expect((await signedIn(db, 'li', fresh)).actor.grants.map((grant) => grant.regionCode).toSorted()).toEqual([fresh, one].toSorted());
    await change(db, `变更代码\t${two}\t\t${one}\t乙街道`, new Date(+later + 1000));
    const again = await signedIn(db, 'wang', fresh);
    expect(again.actor.grants.map((grant) => grant.regionCode)).toEqual([fresh]);
  });

  test('leaves the figures of before as they were', async ({ db }) => {
    await aRegion(db, one, '甲街道');
    const before = await pilotsByProvince(ctxOf(db));
    await change(db, `变更代码\t${one}\t\t${fresh}\t甲街道`);
    expect(await pilotsByProvince(ctxOf(db))).toEqual(before);
  });
});
