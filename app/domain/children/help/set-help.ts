import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { HelpInput } from './input.ts';
import { mostLines, police } from './model.ts';
import { regionHelp } from './tables.server.ts';

/** 设定求助电话: what children of this region and below are shown from now on; the police are always among it. */
export async function setHelp(ctx: Ctx, regionCode: string, input: Omit<HelpInput, 'inherit'>): Promise<void> {
  if (regionCode !== '*' && !isRegionCode(regionCode)) throw new Refusal('region-not-found', 404);
  await change(ctx, async (tx) => {
    allow(tx, 'help.edit', { regionCode });
    const lines = input.lines.filter(({ number }) => number !== '');
    if (lines.some(({ what }) => what === '')) throw new Refusal('help-line-unsaid', 400);
    if (!lines.some(({ number }) => number === police)) throw new Refusal('help-needs-police', 400);
    if (lines.length > mostLines || new Set(lines.map(({ number }) => number)).size < lines.length) throw new Refusal('help-lines-many', 400);
    const set = { lines, adult: input.adult, adultEn: input.adultEn, setBy: tx.actor.id, setAt: tx.now };
    await tx.db.insert(regionHelp).values({ regionCode, ...set }).onConflictDoUpdate({ target: regionHelp.regionCode, set });
    await tx.record('help.set', { id: regionCode, regionCode }, { numbers: lines.map(({ number }) => number) });
  });
}

/** 用上级的: a region gives up its own numbers; those of the region above stand again. */
export async function inheritHelp(ctx: Ctx, regionCode: string): Promise<void> {
  await change(ctx, async (tx) => {
    allow(tx, 'help.edit', { regionCode });
    const gone = await tx.db.delete(regionHelp).where(eq(regionHelp.regionCode, regionCode)).returning({ code: regionHelp.regionCode });
    if (gone.length === 0) throw new Refusal('help-inherited-already', 409);
    await tx.record('help.inherited', { id: regionCode, regionCode });
  });
}
