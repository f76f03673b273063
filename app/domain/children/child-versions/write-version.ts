import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { SaveInput, StartInput } from './input.ts';
import { type Line, splitSentences } from './model.ts';
import { childVersions } from './tables.server.ts';

/** 原文: the notice a version is of, as its page knows it; undefined where the writer names another text. */
export type Notice = { id: string; title: string };

const plain = (text: string): Line => ({ text, drawing: '', readings: {} });

/** 开始写儿童版 of a notice or of another text, for one layer of age. */
export async function startVersion(ctx: Ctx, regionCode: string, input: StartInput, notice?: Notice): Promise<string> {
  if (regionCode !== '*' && !isRegionCode(regionCode)) throw new Refusal('region-not-found', 404);
  return change(ctx, async (tx) => {
    allow(tx, 'child-version.write', { regionCode });
    const lines = splitSentences(input.text).map(plain);
    if (lines.length === 0) throw new Refusal('child-version-empty', 400);
    const [row] = await tx.db
      .insert(childVersions)
      .values({
        countyCode: countyCode(regionCode), regionCode, layer: input.layer, title: input.title, lines, saidBy: input.saidBy, writtenBy: tx.actor.id, changedAt: tx.now,
        sourceKind: notice ? 'notice' : 'own', sourceId: notice?.id ?? '', sourceName: notice?.title ?? (input.sourceName || input.title),
      })
      .onConflictDoNothing()
      .returning({ id: childVersions.id });
    if (!row) throw new Refusal('child-version-there', 409);
    await tx.record('child-version.started', { id: row.id, regionCode }, { layer: input.layer, notice: notice?.id ?? '' });
    return row.id;
  });
}

/** 这一份 in the region of its page, held until the change is over; for those who write there. */
export async function holdVersion(tx: Change, regionCode: string, id: string) {
  allow(tx, 'child-version.write', { regionCode });
  const [row] = isId(id)
    ? await tx.db
        .select()
        .from(childVersions)
        .where(and(eq(childVersions.countyCode, countyCode(regionCode)), eq(childVersions.regionCode, regionCode), eq(childVersions.id, id)))
        .for('update')
    : [];
  if (!row) throw new Refusal('child-version-not-found', 404);
  return row;
}

/** 句子: empty ones go, what became two is two; a corrected reading stays with its sentence while the sentence stays. */
function linesOf({ lines, more }: SaveInput, before: readonly Line[]): Line[] {
  const kept = lines.flatMap(({ text, drawing, readings }, at) => {
    const parts = splitSentences(text);
    const asked = Object.fromEntries(Object.entries(readings).filter(([, reading]) => reading !== ''));
    if (parts.length === 1) return [{ text: parts[0]!, drawing, readings: before[at]?.text === parts[0] ? asked : {} }];
    return parts.map((part, index) => ({ ...plain(part), drawing: index === 0 ? drawing : '' }));
  });
  return [...kept, ...splitSentences(more).map(plain)];
}

/** 修改儿童版; one that was taken off becomes a draft again. */
export async function saveVersion(ctx: Ctx, regionCode: string, id: string, input: SaveInput): Promise<void> {
  await change(ctx, async (tx) => {
    const before = await holdVersion(tx, regionCode, id);
    if (before.state === 'published') throw new Refusal('child-version-published', 409);
    const lines = linesOf(input, before.lines);
    if (lines.length === 0) throw new Refusal('child-version-empty', 400);
    await tx.db
      .update(childVersions)
      .set({ title: input.title, saidBy: input.saidBy, forGrownUps: input.forGrownUps, lines, state: 'draft', changedAt: tx.now, writtenBy: tx.actor.id })
      .where(and(eq(childVersions.countyCode, before.countyCode), eq(childVersions.id, id)));
    await tx.record('child-version.saved', { id, regionCode }, { lines: lines.length });
  });
}
