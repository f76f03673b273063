import { and, eq } from 'drizzle-orm';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hardLines } from './hard-lines.ts';
import { mostLines } from './model.ts';
import { childVersions } from './tables.server.ts';
import { holdVersion } from './write-version.ts';

/** 发布儿童版: everybody can read it; not while one sentence is too hard for the layer it is written for. */
export async function publishVersion(ctx: Ctx, regionCode: string, id: string): Promise<void> {
  await change(ctx, async (tx) => {
    const version = await holdVersion(tx, regionCode, id);
    if (version.state === 'published') throw new Refusal('child-version-published', 409);
    if (version.lines.length === 0) throw new Refusal('child-version-empty', 400);
    if (version.lines.length > mostLines[version.layer]) throw new Refusal('child-version-too-long', 409);
    if (hardLines(version).length > 0) throw new Refusal('child-version-too-hard', 409);
    const edition = version.edition + 1;
    await tx.db
      .update(childVersions)
      .set({ state: 'published', edition, publishedAt: tx.now, withdrawnAt: null, changedAt: tx.now })
      .where(and(eq(childVersions.countyCode, version.countyCode), eq(childVersions.id, id)));
    await tx.record('child-version.published', { id, regionCode }, { layer: version.layer, edition, lines: version.lines.length });
    await speakOf(tx, version);
  });
}

/** 规则 A3.2: children were told in words they understand before they are asked. */
async function speakOf(tx: Change, { regionCode, id, title, sourceName, layer, lines, saidBy }: typeof childVersions.$inferSelect): Promise<void> {
  const ages = { 'with-grown-up': '0—6 岁', primary: '7—12 岁', teen: '13—18 岁' }[layer];
  await leaveEvidence(tx, {
    regionCode, kind: 'fact', title: `儿童版告知（${ages}）：${title}`,
    text: `《${sourceName}》写成了 ${ages}孩子看得懂的话，共 ${lines.length} 句，由${saidBy}发布，公众可读。`,
    source: { room: 'child-versions', name: '儿童版告知', subjectId: id }, ruleIds: ['A3.2'], validFrom: beijingDay(tx.now), isPublic: true,
  });
}

/** 收回儿童版: nobody reads it any more; it can be corrected and published again. */
export async function withdrawVersion(ctx: Ctx, regionCode: string, id: string): Promise<void> {
  await change(ctx, async (tx) => {
    const version = await holdVersion(tx, regionCode, id);
    if (version.state !== 'published') throw new Refusal('child-version-not-published', 409);
    await tx.db
      .update(childVersions)
      .set({ state: 'withdrawn', withdrawnAt: tx.now, changedAt: tx.now })
      .where(and(eq(childVersions.countyCode, version.countyCode), eq(childVersions.id, id)));
    await tx.record('child-version.withdrawn', { id, regionCode }, { edition: version.edition });
  });
}
