import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { charterOf, holdAs, itself } from './find.ts';
import { type Charter, charterProblem, councilLevelOf } from './model.ts';
import { councilCharters, councils } from './tables.server.ts';

/** 成立议事会 with its first charter; a region has one. */
export function foundCouncil(ctx: Ctx, regionCode: string, { name, charter }: { name: string; charter: Charter }): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'council.keep', { regionCode });
    const level = councilLevelOf(regionCode);
    if (!level) throw new Refusal('council-no-level', 400);
    const problem = charterProblem(charter);
    if (problem) throw new Refusal(problem, 400);
    const county = countyCode(regionCode);
    if ((await tx.db.$count(councils, and(eq(councils.countyCode, county), eq(councils.regionCode, regionCode), eq(councils.isClosed, false)))) > 0) throw new Refusal('council-exists');
    const [row] = await tx.db.insert(councils).values({ countyCode: county, regionCode, level, name, foundedOn: beijingDay(tx.now), foundedByName: tx.actor.name }).returning({ id: councils.id });
    await enterCharter(tx, { id: row!.id, countyCode: county, regionCode, name }, 1, charter, '');
    await tx.record('council.founded', { id: row!.id, regionCode }, { level, seats: charter.seats, termYears: charter.termYears });
    return row!.id;
  });
}

/** 修订章程: a new version with its reason; a term goes on under the version it began with, sessions under the newest. */
export function amendCharter(ctx: Ctx, id: string, charter: Charter, reason: string): Promise<number> {
  return change(ctx, async (tx) => {
    const council = await holdAs(tx, 'council.keep', 'council', id);
    const problem = charterProblem(charter);
    if (problem) throw new Refusal(problem, 400);
    if (JSON.stringify(await charterOf(tx, council, council.charterVersion)) === JSON.stringify(charter)) throw new Refusal('charter-unchanged');
    const version = council.charterVersion + 1;
    await enterCharter(tx, council, version, charter, reason);
    await tx.db.update(councils).set({ charterVersion: version }).where(itself(councils, council));
    await tx.record('council.charter-amended', council, { version, reason });
    return version;
  });
}

type Place = { id: string; countyCode: number; regionCode: string; name: string };

async function enterCharter(tx: Parameters<typeof leaveEvidence>[0], council: Place, version: number, charter: Charter, reason: string): Promise<void> {
  await tx.db.insert(councilCharters).values({ countyCode: council.countyCode, councilId: council.id, version, content: charter, reason, adoptedByName: tx.actor.name, adoptedAt: tx.now });
  await leaveEvidence(tx, {
    regionCode: council.regionCode, kind: 'fact', title: `${council.name}章程（第 ${version} 版）`,
    text: `委员 ${charter.seats} 名，任期 ${charter.termYears} 年；学校推荐 ${charter.quotas.school} 名、社区推荐 ${charter.quotas.community} 名、自荐 ${charter.quotas.self} 名；法定人数 ${charter.quorumPercent}%。`,
    source: { room: 'children/councils', name: council.name, subjectId: `charter-${council.id}` }, ruleIds: ['A3.1'], validFrom: beijingDay(tx.now), isPublic: true,
  });
}
