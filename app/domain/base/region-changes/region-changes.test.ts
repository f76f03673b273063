import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { applyDueChanges } from './apply.ts';
import { confirmChange, undoChange } from './confirm.ts';
import type { ChangeInput } from './input.ts';
import { readLines } from './model.ts';
import { proposeChange } from './propose.ts';
import { getChange, listChanges } from './read.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { OrganisationInput } from '#app/domain/base/organisations/input.ts';
import { registerOrganisation } from '#app/domain/base/organisations/register.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { findRegion, listChildren } from '#app/domain/base/regions/read.ts';
import { searchRegions } from '#app/domain/base/regions/search.ts';
import { lineageOf } from '#app/domain/base/regions/successors.ts';
import type { Db } from '#app/db/db.server.ts';
import { system } from '#app/platform/ctx.ts';
import { aUser } from '#tests/cycle.ts';
import { as, baohe, ctxOf, neighbour, person, test, today } from '#tests/world.ts';

const anna = (db: Db, now = today) => ctxOf(db, person('system-admin', '*', 'anna'), now);
const bao = (db: Db, now = today) => ctxOf(db, person('programme-officer', '34', 'bao'), now);
const day = '2026-09-10';
const itsMorning = new Date('2026-09-09T16:00:05Z');
const table = (lines: string, effectiveOn = day): ChangeInput => ({ effectiveOn, source: '皖民办〔2026〕1 号', lines });

/** Two streets of Baohe become one under a new code, with whatever lies in them. */
async function aMerger(db: Db) {
  const [one, two] = (await listChildren(ctxOf(db), baohe)).filter((unit) => unit.kind === 'subdistrict');
  const inside = await listChildren(ctxOf(db), two!.code);
  const fresh = `${baohe}090`;
  const taken = new Set((await listChildren(ctxOf(db), one!.code)).map((unit) => unit.code.slice(9)));
  const moved = inside.filter((unit) => taken.has(unit.code.slice(9))).map((unit, n) => `变更代码\t${unit.code}\t${unit.name}\t${fresh}${900 + n}\t${unit.name}`);
  const lines = [`合并\t${one!.code}\t${one!.name}\t${fresh}\t新街道`, `合并\t${two!.code}\t${two!.name}\t${fresh}\t新街道`, ...moved].join('\n');
  return { one: one!, two: two!, fresh, lines };
}

describe('a table of changes', () => {
  test('is read from a spreadsheet’s tabs or from commas, its head passed over', () => {
    const { lines, unread } = readLines('变更种类\t原代码\t原名称\t新代码\t新名称\n更名\t３４０１１１００１\t甲（旧）\t\t乙（新）\n合并,340111002,,340111009,丙\n\n搬家\t1\t2\t3\t4\n更名\t340111001');
    expect(lines).toEqual([
      { kind: 'rename', fromCode: '340111001', fromName: '甲（旧）', toCode: '340111001', toName: '乙（新）' },
      { kind: 'merge', fromCode: '340111002', fromName: '', toCode: '340111009', toName: '丙' },
    ]);
    expect(unread).toEqual([{ line: 5, column: 'kind' }, { line: 6, column: 'cells' }]);
    const again = lines.map((line) => [line.kind, line.fromCode, line.fromName, line.toCode, line.toName].join('\t')).join('\n');
    expect(readLines(again).lines).toEqual(lines);
  });
});

describe('a change of regions', () => {
  test('is announced by one person, confirmed by another, and takes effect on its day', async ({ db }) => {
    const { one, two, fresh, lines } = await aMerger(db);
    const id = await proposeChange(bao(db), table(lines));
    expect(await getChange(bao(db), id)).toMatchObject({ state: 'proposed', isGrave: true, lines: expect.arrayContaining([expect.objectContaining({ fromCode: one.code })]) });
    await expect(confirmChange(bao(db), id)).rejects.toThrow('region-change-own');
    await confirmChange(anna(db), id);
    await expect(confirmChange(anna(db), id)).rejects.toThrow('region-change-settled');
    expect(await applyDueChanges(ctxOf(db, system, new Date('2026-09-09T15:59:59Z')))).toBe('');
    expect(await findRegion(ctxOf(db), fresh)).toBeUndefined();
    expect(await applyDueChanges(ctxOf(db, system, itsMorning))).toBe('applied');

    const streets = await listChildren(ctxOf(db), baohe);
    expect(streets.map((unit) => unit.name)).toContain('新街道');
    expect(streets.map((unit) => unit.code)).not.toContain(one.code);
    for (const old of [one, two]) {
      expect(await lineageOf(ctxOf(db), old.code, today)).toEqual({ code: old.code, name: old.name, today: [{ code: fresh, name: '新街道', isPrincipal: true }] });
      expect((await searchRegions(ctxOf(db), old.name, { within: baohe }))[0]).toMatchObject({ code: fresh, was: { code: old.code, name: old.name } });
    }
    const { rows } = await db.execute<{ event: string }>(sql`select event from records where subject_id = ${id} order by id`);
    expect(rows.map((row) => row.event)).toEqual(['region-change.proposed', 'region-change.confirmed', 'regions.changed', 'region-change.applied']);
    await expect(undoChange(anna(db), id)).rejects.toThrow('region-change-settled');
    expect((await listChanges(anna(db)))[0]).toMatchObject({ id, state: 'applied' });
  });

  test('can be taken back before its day', async ({ db }) => {
    const { fresh, lines } = await aMerger(db);
    const id = await proposeChange(bao(db), table(lines));
    await expect(proposeChange(bao(db), table(lines))).rejects.toThrow('region-change-overlaps');
    await confirmChange(anna(db), id);
    await undoChange(bao(db), id);
    expect(await applyDueChanges(ctxOf(db, system, itsMorning))).toBe('');
    expect(await findRegion(ctxOf(db), fresh)).toBeUndefined();
  });

  test('of one street’s name alone needs no second person, and takes effect at once when it is for today', async ({ db }) => {
    const { one } = await aMerger(db);
    await proposeChange(bao(db), table(`更名\t${one.code}\t${one.name}\t\t和平街道`, '2026-09-01'));
    expect(await findRegion(ctxOf(db), one.code)).toMatchObject({ name: '和平街道' });
    expect(await lineageOf(ctxOf(db), one.code, new Date(+today - 1000))).toMatchObject({ name: one.name, today: [{ name: '和平街道' }] });
    expect((await searchRegions(ctxOf(db), 'hpjd', { within: baohe })).map((unit) => unit.code)).toContain(one.code);
  });

  test('is refused when it is faulty, late or not this person’s business', async ({ db }) => {
    const { one, lines } = await aMerger(db);
    await expect(proposeChange(bao(db), table('搬家\t1\t2\t3\t4'))).rejects.toThrow('region-change-faulty');
    await expect(proposeChange(bao(db), table(`更名\t${one.code}\t别的名字\t\t和平街道`))).rejects.toThrow('region-change-faulty');
    await expect(proposeChange(bao(db), table(lines, '2026-08-31'))).rejects.toThrow('region-change-past');
    await expect(proposeChange(as(db, 'government-officer', '34'), table(lines))).rejects.toThrow('not-allowed');
    await expect(proposeChange(as(db, 'system-admin', neighbour), table(lines))).rejects.toThrow('not-allowed');
    const id = await proposeChange(bao(db), table(lines));
    await expect(undoChange(as(db, 'system-admin', neighbour), id)).rejects.toThrow('not-allowed');
    await expect(confirmChange(as(db, 'system-admin', neighbour), id)).rejects.toThrow('not-allowed');
    await expect(getChange(as(db, 'expert', '*'), id)).rejects.toThrow('not-allowed');
    await expect(getChange(bao(db), 'no-such')).rejects.toThrow('not-found');
    await expect(listChanges(ctxOf(db))).rejects.toThrow('sign-in-needed');
    expect(await listChanges(as(db, 'system-admin', neighbour))).toEqual([]);
  });

  test('into somebody else’s region is not confirmed by whoever has only the one it comes from', async ({ db }) => {
    const { one } = await aMerger(db);
    const id = await proposeChange(anna(db), table(`变更代码\t${one.code}\t${one.name}\t${neighbour}090\t${one.name}`));
    await expect(confirmChange(as(db, 'system-admin', baohe), id)).rejects.toThrow('not-allowed');
    await confirmChange(ctxOf(db, person('programme-officer', '*', 'chen')), id);
  });

  test('that no longer fits on its day waits with the reason', async ({ db }) => {
    const { one } = await aMerger(db);
    const id = await proposeChange(bao(db), table(`更名\t${one.code}\t${one.name}\t\t和平街道`));
    await db.execute(sql`update regions set name = '别的' where code = ${one.code}`);
    expect(await applyDueChanges(ctxOf(db, system, itsMorning))).toBe('stuck');
    expect(await getChange(bao(db), id)).toMatchObject({ state: 'confirmed', problem: expect.stringContaining('from-named-otherwise') });
  });

  test('takes roles, people and organisations along', async ({ db }) => {
    const { one, two, fresh, lines } = await aMerger(db);
    for (const [id, regionCode] of [['li', one.code], ['wang', two.code], ['chen', baohe]] as const) {
      await aUser(db, id);
      await db.update(users).set({ regionCode }).where(eq(users.id, id));
      await db.insert(roleGrants).values({ userId: id, role: 'government-officer', regionCode, grantedBy: 'x', grantedAt: today });
    }
    const organisation = await registerOrganisation(
      ctxOf(db, person('organisation-agent', two.code, 'wang')),
      OrganisationInput.parse({ kind: 'community', name: '示例居民委员会', regionCode: two.code, contactName: '王宁', contactPhone: '13800000000' }),
    );
    const id = await proposeChange(bao(db), table(lines, '2026-09-01'));
    await confirmChange(anna(db), id);
    const grants = await db.select({ userId: roleGrants.userId, regionCode: roleGrants.regionCode }).from(roleGrants).orderBy(roleGrants.userId);
    expect(grants.filter(({ userId }) => ['li', 'wang', 'chen'].includes(userId))).toEqual([{ userId: 'chen', regionCode: baohe }, { userId: 'li', regionCode: fresh }, { userId: 'wang', regionCode: fresh }]);
    expect(await db.select({ regionCode: users.regionCode }).from(users).where(eq(users.id, 'li'))).toEqual([{ regionCode: fresh }]);
    expect(await db.select({ regionCode: organisations.regionCode }).from(organisations).where(eq(organisations.id, organisation))).toEqual([{ regionCode: fresh }]);
  });
});
