import { and, eq, like } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import type { Role } from '#app/domain/base/accounts/model.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { system } from '#app/platform/ctx.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { as, baohe, ctxOf, hefei, test, today } from '#tests/world.ts';
import { OpenRoundInput } from './input.ts';
import { openRound } from './open-round.ts';
import { remindSheets, tellOpened } from './tell-collection.ts';

const at = (db: Db, day: string) => ctxOf(db, system, new Date(`${day}T01:30:00Z`));

async function somebody(db: Db, id: string, role: Role, regionCode: string) {
  await aUser(db, id);
  await db.insert(roleGrants).values({ userId: id, role, regionCode, grantedBy: 'test', grantedAt: today });
}
const told = async (db: Db, kind: string) => (await db.select({ userId: messages.userId, link: messages.link }).from(messages).where(and(eq(messages.kind, kind), like(messages.userId, 'told-%'))).orderBy(messages.userId)).map(({ userId, link }) => `${userId} ${link.replace(/[0-9a-f-]{36}$/, '…')}`);

describe('whoever is asked for figures', () => {
  test('hears of it once, is reminded, and stays out only until those above hear of it', async ({ db }) => {
    for (const code of [hefei, baohe]) await aRegion(db, code);
    await somebody(db, 'told-district', 'government-officer', baohe);
    await somebody(db, 'told-city', 'government-officer', hefei);
    const round = await openRound(as(db, 'government-officer', hefei), OpenRoundInput.parse({ regionCode: hefei, zh: '第二季度填报', en: 'Second quarter', period: '2026Q2', codes: 'A08-1 A06-1 A10-2', district: '2026-10-15', department: '2026-10-15' }));
    await tellOpened(ctxOf(db, system), round, 'record-1');
    await tellOpened(ctxOf(db, system), round, 'record-1');
    expect(await told(db, 'figures-asked')).toEqual(['told-city /desk/collection/…', 'told-district /desk/collection/sheets/…']);
    await remindSheets(at(db, '2026-10-01'));
    expect(await told(db, 'figures-due')).toEqual([]);
    await remindSheets(at(db, '2026-10-09'));
    await remindSheets(at(db, '2026-10-10'));
    expect(await told(db, 'figures-due')).toHaveLength(2);
    await remindSheets(at(db, '2026-10-16'));
    expect([(await told(db, 'figures-late')).length, await told(db, 'figures-overdue')]).toEqual([2, []]);
    await remindSheets(at(db, '2026-10-18'));
    await remindSheets(at(db, '2026-10-19'));
    expect(await told(db, 'figures-overdue')).toEqual(['told-city /desk/collection/…']);
  });
});
