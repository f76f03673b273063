import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { mayProcess } from '#app/domain/children/identity/consents.ts';
import { needChild } from '#app/domain/children/identity/here.ts';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { enterAttachments, type Laid, layAttachments, type Upload } from './attachments.ts';
import { dueDays } from './clock.ts';
import { takeStep } from './hold-matter.ts';
import type { SayInput } from './input.ts';
import type { ways } from './model.ts';
import { newPlate, plateSign, tidyPlate } from './plate.ts';
import { suggestionMatters, suggestions } from './tables.server.ts';

export type Said = { id: string; county: number; plate: string };

/** A class of forty speaks at once, twice; a machine does not. */
const perHour = 240;

/**
 * 提建议: a child says something in words, pictures, a drawing, a photograph or aloud. It is with the staff at once and public only when a person
 * has read it. Sent again with the same plate it is the same suggestion.
 */
export async function submitSuggestion(ctx: Ctx, input: SayInput, uploads: readonly Upload[] = []): Promise<Said> {
  const child = needChild(ctx);
  if (input.text === '' && input.pictures.length === 0 && uploads.length === 0) throw new Refusal('suggestion-empty', 400);
  if (child.childId && !(await mayProcess(ctx, child.childId, 'participation'))) throw new Refusal('participation-not-agreed', 403);
  await limit(ctx, `say:${child.codeId ?? child.childId}`, perHour, 3600);
  const laid = await layAttachments(ctx, uploads);
  return receive(ctx, { ...input, regionCode: child.regionCode, layer: child.layer, childId: child.childId, way: 'page' }, laid);
}

export type Given = Pick<SayInput, 'topic' | 'text' | 'pictures' | 'plate'> & { regionCode: string; layer: string; childId: string | null; way: (typeof ways)[number] };

/** 收下: the words, a matter of their own, and the plate that leads back to them; two presses of one button meet at the plate. */
export async function receive(ctx: Ctx, given: Given, laid: readonly Laid[]): Promise<Said> {
  try {
    return await receiveOnce(ctx, given, laid);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'plate-taken') return receiveOnce(ctx, given, laid);
    throw error;
  }
}

/** The record names nobody, not even the request. */
function receiveOnce(ctx: Ctx, given: Given, laid: readonly Laid[]): Promise<Said> {
  const anonymous = given.way === 'page' ? { ...ctx, actor: visitor, requestId: '' } : ctx;
  const county = countyCode(given.regionCode);
  const contentHash = hashOf(given, laid);
  return change(anonymous, async (tx) => {
    const place = { countyCode: county, regionCode: given.regionCode };
    const wished = tidyPlate(given.plate) ?? newPlate();
    const known = await saidBefore(tx, county, wished);
    if (known?.contentHash === contentHash) {
      await tx.record('suggestion.repeated', { id: known.id, regionCode: given.regionCode });
      return { id: known.id, county, plate: wished };
    }
    const plate = known ? newPlate() : wished;
    const [matter] = await tx.db
      .insert(suggestionMatters)
      .values({ ...place, topic: given.topic, receivedAt: tx.now, ...(await dueDays(tx, given.regionCode, beijingDay(tx.now))) })
      .returning({ id: suggestionMatters.id });
    const { topic, text, pictures, layer, childId, way } = given;
    const [row] = await tx.db
      .insert(suggestions)
      .values({ ...place, matterId: matter!.id, plateSign: plateSign(plate), contentHash, topic, text, pictures, layer, childId, way, saidAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: suggestions.id });
    if (!row) throw new Refusal('plate-taken');
    await takeStep(tx, { countyCode: county, id: matter!.id }, 'received');
    const fileIds = await enterAttachments(tx, { ...place, suggestionId: row.id }, laid);
    await holdForModeration(tx, { kind: 'suggestion', subjectId: row.id, regionCode: given.regionCode, texts: text ? [{ field: 'text', text }] : [], fileIds, from: 'child', childId });
    await tx.record('suggestion.received', { id: matter!.id, regionCode: given.regionCode }, { topic, way });
    return { id: row.id, county, plate };
  });
}

async function saidBefore(tx: Change, county: number, plate: string) {
  const [row] = await tx.db
    .select({ id: suggestions.id, contentHash: suggestions.contentHash })
    .from(suggestions)
    .where(and(eq(suggestions.countyCode, county), eq(suggestions.plateSign, plateSign(plate))));
  return row;
}

/** The same words, pictures and files give the same hash. */
function hashOf({ regionCode, topic, text, pictures }: Given, laid: readonly Laid[]): string {
  return createHash('sha256').update(JSON.stringify([regionCode, topic, text, pictures, laid.map(({ looked }) => looked.sha256)])).digest('base64url');
}
