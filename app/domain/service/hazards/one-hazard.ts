import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { shownOf } from '#app/domain/children/moderation/shown.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, daysBetween } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { findHazard } from './find-hazard.ts';
import { similarTo } from './link-duplicate.ts';
import { afterOf } from './repair-hazard.ts';
import { responsibleFor } from './responsible.ts';
import type { Hazard } from './step.ts';
import { hazardPhotos, hazards, hazardSteps } from './tables.server.ts';

/** 一处隐患 for those who handle it: all of it but the reporter's code and who the child is. */
export async function getHazard(ctx: Ctx, place: string, id: string) {
  allow(ctx, 'hazard.handle', { regionCode: place });
  const hazard = await findHazard(ctx, place, id);
  if (!hazard || !may(ctx.actor, 'hazard.handle', hazard)) throw new Refusal('hazard-not-found', 404);
  const { code: _code, childId: _childId, reporterId, repairerId, text, placeText, ...seen } = hazard;
  const [steps, photos, similar, responsible, isLocked] = await Promise.all([
    stepsOf(ctx, hazard), photosOf(ctx, hazard), similarTo(ctx, hazard, false), responsibleFor(ctx, hazard.regionCode, hazard.kind), isProtected(ctx, id),
  ]);
  const today = beijingDay(ctx.now);
  return {
    ...seen, text: isLocked ? '' : text, placeText, steps, similar, responsible, isProtected: isLocked, photos: isLocked ? photos.filter(({ by }) => by !== 'reporter') : photos,
    isOwnRepair: repairerId !== '' && repairerId === ctx.actor.id, isOwnReport: reporterId !== '' && reporterId === ctx.actor.id,
    mayConfirm: hazard.state === 'repaired' && repairerId !== ctx.actor.id && (hazard.dueOn === null || hazard.dueOn < today),
    isLate: hazard.dueOn !== null && hazard.dueOn < today, days: daysBetween(beijingDay(hazard.reportedAt), beijingDay(hazard.verifiedAt ?? ctx.now)),
  };
}

export type HandledHazard = Awaited<ReturnType<typeof getHazard>>;

/** A report of harm is being looked into: what was said is evidence there and no longer shown here. */
async function isProtected(ctx: Ctx, id: string): Promise<boolean> {
  const [item] = await ctx.db.select({ state: moderationItems.state }).from(moderationItems).where(and(eq(moderationItems.kind, 'hazard'), eq(moderationItems.subjectId, id)));
  return item?.state === 'protected';
}

/**
 * 查进度: whoever holds the code sees what becomes of it; pictures of the repair once somebody at work took them or a moderator has looked.
 * Only wrong codes are counted, so that a class behind one address can look; what is kept as evidence of harm is shown on no screen.
 */
export async function trackHazard(ctx: Ctx, code: string) {
  const [own] = await ctx.db.select().from(hazards).where(eq(hazards.code, tidyCode(code)));
  if (!own) {
    await limit(ctx, `hazard-code:${ctx.address ?? 'unknown'}`, 60, 3600);
    throw new Refusal('hazard-code-unknown', 404);
  }
  const hazard = own.state === 'duplicate' ? (await findHazard(ctx, own.regionCode, own.duplicateOf!))! : own;
  const isSame = hazard.id === own.id;
  const [steps, photos, shown, nameOf, similar, isSafe] = await Promise.all([
    stepsOf(ctx, hazard), photosOf(ctx, hazard), shownOf(ctx, 'hazard', [own.id, afterOf(hazard.id)]), placeNames(ctx, [hazard.regionCode]),
    own.state === 'reported' ? similarTo(ctx, own, true) : [], isProtected(ctx, own.id),
  ]);
  const approved = shown.get(afterOf(hazard.id))?.files.map(({ fileId }) => fileId) ?? [];
  return {
    code: own.code, regionCode: hazard.regionCode, place: nameOf(hazard.regionCode), kind: hazard.kind, state: hazard.state, text: isSafe ? '' : own.text, isSafe, placeText: own.placeText, body: hazard.body, dueOn: hazard.dueOn,
    isLate: hazard.dueOn !== null && hazard.dueOn < beijingDay(ctx.now),
    reportedAt: own.reportedAt, repairedAt: hazard.repairedAt, verifiedAt: hazard.verifiedAt, verifiedBy: hazard.verifiedBy, reopened: hazard.reopened, answer: hazard.state === 'declined' ? hazard.answer : '',
    repairNote: hazard.repairNote, isDuplicate: !isSame, reading: shown.get(own.id)?.state ?? 'reading', isChilds: own.source === 'child', isMine: own.childId !== null && own.childId === ctx.child?.childId, similar,
    steps: steps.filter(({ step }) => step !== 'escalated').map(({ step, at }) => ({ step, at })),
    before: isSame && !isSafe ? photos.filter(({ moment }) => moment === 'before').map(({ fileId }) => fileId) : [],
    after: photos.filter(({ moment, by, fileId }) => moment === 'after' && (by === 'staff' || approved.includes(fileId))).map(({ fileId }) => fileId),
  };
}

/** 我报过的: of a child with an account, the newest first; with a class code there is only the code each one kept. */
export async function ownHazards(ctx: Ctx) {
  const childId = ctx.child?.childId;
  if (!childId) return [];
  return ctx.db
    .select({ code: hazards.code, kind: hazards.kind, placeText: hazards.placeText, state: hazards.state, reportedAt: hazards.reportedAt })
    .from(hazards).where(eq(hazards.childId, childId)).orderBy(desc(hazards.id)).limit(20);
}

export type TrackedHazard = Awaited<ReturnType<typeof trackHazard>>;

/** 维修单, by its code: what is to be done, exactly where, with the pictures; nothing of who reported it. */
export async function repairSheet(ctx: Ctx, code: string) {
  await limit(ctx, `repair:${ctx.address ?? 'unknown'}`, 60, 3600);
  const plain = tidyCode(code);
  const [hazard] = plain.length === 14 ? await ctx.db.select().from(hazards).where(eq(hazards.repairCode, plain)) : [];
  if (!hazard) throw new Refusal('repair-code-unknown', 404);
  const [nameOf, photos, [last]] = await Promise.all([placeNames(ctx, [hazard.regionCode]), photosOf(ctx, hazard), assignments(ctx, hazard)]);
  return {
    code: plain, place: nameOf(hazard.regionCode), kind: hazard.kind, danger: hazard.danger, placeText: hazard.placeText, lng: hazard.lng, lat: hazard.lat, state: hazard.state, dueOn: hazard.dueOn,
    text: hazard.source === 'child' ? '' : hazard.text, note: last?.note ?? '', assigneeName: hazard.assigneeName, reopened: hazard.reopened, photos: photos.filter(({ moment }) => moment === 'before').map(({ fileId }) => fileId),
  };
}

function assignments(ctx: Ctx, hazard: Hazard) {
  return ctx.db.select({ note: hazardSteps.note }).from(hazardSteps).where(and(eq(hazardSteps.countyCode, hazard.countyCode), eq(hazardSteps.hazardId, hazard.id), inArray(hazardSteps.step, ['assigned', 'not-fixed', 'reopened']))).orderBy(asc(hazardSteps.id)).limit(20).then((rows) => rows.toReversed().filter(({ note }) => note !== ''));
}

function stepsOf(ctx: Ctx, { countyCode, id }: Hazard) {
  return ctx.db.select().from(hazardSteps).where(and(eq(hazardSteps.countyCode, countyCode), eq(hazardSteps.hazardId, id))).orderBy(asc(hazardSteps.id)).limit(100);
}

function photosOf(ctx: Ctx, { countyCode, id }: Hazard) {
  return ctx.db.select({ fileId: hazardPhotos.fileId, moment: hazardPhotos.moment, by: hazardPhotos.by }).from(hazardPhotos).where(and(eq(hazardPhotos.countyCode, countyCode), eq(hazardPhotos.hazardId, id))).orderBy(asc(hazardPhotos.fileId)).limit(30);
}
