import sharp from 'sharp';
import type { Db } from '#app/db/db.server.ts';
import { SayInput } from '#app/domain/children/suggestions/input.ts';
import { submitSuggestion } from '#app/domain/children/suggestions/submit-suggestion.ts';
import { suggestions } from '#app/domain/children/suggestions/tables.server.ts';
import type { ChildHere, Ctx } from '#app/platform/ctx.ts';
import { eq } from 'drizzle-orm';
import { aRegion, aUser } from './cycle.ts';
import { as, binhu, ctxOf, today } from './world.ts';

/** Somebody who came with the class code of Binhu. */
export function aChild(db: Db, given: Partial<ChildHere> = {}, now = today): Ctx {
  return { ...ctxOf(db, undefined, now), child: { childId: null, codeId: '0199a000-0000-7000-8000-0000000000c1', regionCode: binhu, layer: 'primary', ...given } };
}

/** A worker of Binhu who answers children. */
export async function aWorker(db: Db, now = today): Promise<Ctx> {
  await aRegion(db, binhu, '滨湖世纪社区');
  const ctx = as(db, 'community-worker', binhu, now);
  const named = { ...ctx, actor: { ...ctx.actor, name: '王芳' } };
  await aUser(db, named.actor.id);
  return named;
}

export const words = (given: Record<string, unknown> = {}) => SayInput.parse({ topic: 'way-to-school', text: '路口的绿灯太短了，奶奶走到一半就变红了。', ...given });

/** One suggestion, with the id of its matter. */
export async function aSuggestion(db: Db, given: Record<string, unknown> = {}, now = today, child: Partial<ChildHere> = {}) {
  const ctx = aChild(db, child, now);
  const said = await submitSuggestion(ctx, words(given));
  const [row] = await db.select({ matterId: suggestions.matterId }).from(suggestions).where(eq(suggestions.id, said.id));
  return { ...said, ctx, matterId: row!.matterId };
}

/** A picture as a child draws it. */
export const aDrawing = (colour = '#ffc84a') => sharp({ create: { width: 32, height: 20, channels: 3, background: colour } }).png().toBuffer();
