import { createHash } from 'node:crypto';
import { and, count, eq, max } from 'drizzle-orm';
import { mayProcess } from '#app/domain/children/identity/consents.ts';
import { needChild } from '#app/domain/children/identity/here.ts';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { newPlate, plateSign, tidyPlate } from '#app/domain/children/suggestions/plate.ts';
import { keeperOfEvidence } from '#app/domain/base/accounts/keeper.ts';
import { inspect } from '#app/domain/base/files/inspect.ts';
import { enterFile, layFile, type Looked } from '#app/domain/base/files/store-file.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { type Change, change } from '#app/platform/change.ts';
import { type Ctx, type Layer, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findSolicitation, type Solicitation } from './find.ts';
import type { PaperWorkInput, WorkInput } from './input.ts';
import { isWritten, mostWorks, phaseOn, type Way } from './model.ts';
import { licenceHash } from './licence.ts';
import { solicitations, solicitationWorks } from './tables.server.ts';

/** What goes back to whoever handed a work in: its number and the plate that leads back to it. */
export type HandedIn = { id: string; number: number; plate: string };

/** Two classes in an hour from one code, or one busy child. */
const perHour = 120;

type Given = WorkInput & { way: Way; layer: Layer; childId: string | null; licensedByName: string | null };

/** 交作品: by a child of the place, with an account or a class code; public only when people have read it and the guardian's licence is there. */
export async function handInWork(ctx: Ctx, id: string, input: WorkInput, picture?: Buffer): Promise<HandedIn> {
  const child = needChild(ctx);
  const solicitation = await openFor(ctx, id, child.layer);
  if (!contains(solicitation.regionCode, child.regionCode)) throw new Refusal('solicitation-elsewhere', 403);
  if (child.childId && !(await mayProcess(ctx, child.childId, 'participation'))) throw new Refusal('participation-not-agreed', 403);
  await limit(ctx, `work:${child.codeId ?? child.childId}`, perHour, 3600);
  const given = { ...input, way: child.childId ? ('account' as const) : ('code' as const), layer: child.layer, childId: child.childId, licensedByName: null };
  return receive({ ...ctx, actor: visitor, requestId: '' }, solicitation, given, await laid(ctx, solicitation, input.text, picture));
}

/** 纸质作品录入 by staff; the plate goes back to the child on paper. */
export async function enterPaperWork(ctx: Ctx, id: string, { licensed, ...input }: PaperWorkInput, picture?: Buffer): Promise<HandedIn> {
  const solicitation = await findSolicitation(ctx, id);
  allow(ctx, 'solicitation.edit', solicitation);
  if (phaseOn(solicitation, beijingDay(ctx.now)) !== 'open') throw new Refusal('solicitation-not-open');
  const given = { ...input, way: 'paper' as const, childId: null, licensedByName: licensed ? ctx.actor.name : null };
  return receive(ctx, solicitation, given, await laid(ctx, solicitation, input.text, picture));
}

async function openFor(ctx: Ctx, id: string, layer: Layer): Promise<Solicitation> {
  const solicitation = await findSolicitation(ctx, id);
  if (solicitation.state === 'draft') throw new Refusal('solicitation-not-found', 404);
  if (phaseOn(solicitation, beijingDay(ctx.now)) !== 'open') throw new Refusal('solicitation-not-open');
  if (!solicitation.layers.includes(layer)) throw new Refusal('solicitation-other-layer', 403);
  return solicitation;
}

/** A picture is drawn anew, so that no place or camera stays in it; words need none. */
async function laid(ctx: Ctx, { kind }: Solicitation, text: string, picture?: Buffer): Promise<Looked | null> {
  if (isWritten(kind) && text === '') throw new Refusal('work-words-missing', 400);
  if (!picture) {
    if (!isWritten(kind)) throw new Refusal('work-picture-missing', 400);
    return null;
  }
  const looked = await layFile(ctx, { name: 'work', content: picture }, false, async (content) => {
    const found = await inspect(content);
    if (!found.mediaType.startsWith('image/')) throw new Refusal('picture-only', 415);
    return found;
  });
  return looked;
}

function receive(ctx: Ctx, { countyCode, id: solicitationId, regionCode, licence }: Solicitation, given: Given, looked: Looked | null): Promise<HandedIn> {
  const contentHash = createHash('sha256').update(JSON.stringify([solicitationId, given.title, given.text, looked?.sha256 ?? ''])).digest('base64url');
  const works = solicitationWorks;
  const here = and(eq(works.countyCode, countyCode), eq(works.solicitationId, solicitationId));
  return change(ctx, async (tx) => {
    await tx.db.select({ id: solicitations.id }).from(solicitations).where(and(eq(solicitations.countyCode, countyCode), eq(solicitations.id, solicitationId))).for('update');
    const wished = tidyPlate(given.plate) ?? newPlate();
    const [known] = await tx.db.select({ id: works.id, number: works.number, contentHash: works.contentHash }).from(works).where(and(eq(works.countyCode, countyCode), eq(works.plateSign, plateSign(wished))));
    if (known?.contentHash === contentHash) {
      await tx.record('work.repeated', { id: known.id, regionCode });
      return { id: known.id, number: known.number, plate: wished };
    }
    if (given.childId && (await countOf(tx, and(here, eq(works.childId, given.childId)))) >= mostWorks) throw new Refusal('work-too-many');
    const plate = known ? newPlate() : wished;
    const [{ last } = { last: 0 }] = await tx.db.select({ last: max(works.number) }).from(works).where(here);
    const fileId = looked ? (await enterFile(tx, looked, await keeperOfEvidence(tx), regionCode)).id : null;
    const { way, childId, layer, title, penName, text, licensedByName } = given;
    const licensed = licensedByName ? { licensedByName, licensedAt: tx.now, licenceHash: licenceHash(licence) } : {};
    const [row] = await tx.db
      .insert(works)
      .values({ countyCode, regionCode, solicitationId, number: (last ?? 0) + 1, way, childId, plateSign: plateSign(plate), contentHash, layer, title, penName, text, fileId, handedInAt: tx.now, ...licensed })
      .returning({ id: works.id, number: works.number });
    await holdForModeration(tx, {
      kind: 'work', subjectId: row!.id, regionCode, texts: [{ field: 'title', text: title }, { field: 'penName', text: penName }, { field: 'text', text }].filter((one) => one.text !== ''),
      fileIds: fileId ? [fileId] : [], from: 'child', childId, needsTwo: true,
    });
    await tx.record('work.handed-in', { id: row!.id, regionCode }, { solicitationId, number: row!.number, way });
    return { ...row!, plate };
  });
}

async function countOf(tx: Change, which: ReturnType<typeof and>): Promise<number> {
  const [row] = await tx.db.select({ many: count() }).from(solicitationWorks).where(which);
  return row!.many;
}
