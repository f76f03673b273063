import type { Db } from '#app/db/db.server.ts';
import { assignHazard } from '#app/domain/service/hazards/assign-hazard.ts';
import { checkHazard, declineHazard } from '#app/domain/service/hazards/check-hazard.ts';
import { confirmAsSecond } from '#app/domain/service/hazards/confirm-hazard.ts';
import { ReportInput } from '#app/domain/service/hazards/input.ts';
import { linkDuplicate } from '#app/domain/service/hazards/link-duplicate.ts';
import { getHazard } from '#app/domain/service/hazards/one-hazard.ts';
import { openHandledPhoto } from '#app/domain/service/hazards/open-photo.ts';
import { countQueue, listQueue } from '#app/domain/service/hazards/read.ts';
import { reopenHazard } from '#app/domain/service/hazards/reopen-hazard.ts';
import { repairAsStaff } from '#app/domain/service/hazards/repair-hazard.ts';
import { reportHazard } from '#app/domain/service/hazards/report-hazard.ts';
import { listResponsible, setResponsible } from '#app/domain/service/hazards/responsible.ts';
import { closeSpace, reopenSpace } from '#app/domain/service/spaces/close-space.ts';
import { checkSegment } from '#app/domain/service/spaces/check-segment.ts';
import { RouteInput, SpaceInput } from '#app/domain/service/spaces/input.ts';
import { inspectSpace } from '#app/domain/service/spaces/inspect-space.ts';
import { openInspectionPhoto } from '#app/domain/service/spaces/open-photo.ts';
import { getOwnSpace, listAllSpaces, listOwnSpaces } from '#app/domain/service/spaces/read.ts';
import { getOwnRoute, listOwnRoutes } from '#app/domain/service/spaces/read-routes.ts';
import { editSpace, registerSpace } from '#app/domain/service/spaces/save-space.ts';
import { drawRoute, publishRoute, redrawRoute } from '#app/domain/service/spaces/save-route.ts';
import { takeBackSpace } from '#app/domain/service/spaces/take-back.ts';
import { closeWalk } from '#app/domain/service/walks/close-walk.ts';
import { addPhotos, enterSheet } from '#app/domain/service/walks/enter-sheet.ts';
import { PlanInput } from '#app/domain/service/walks/input.ts';
import { openWalkPhoto } from '#app/domain/service/walks/open-photo.ts';
import { openTicket } from '#app/domain/service/walks/open-ticket.ts';
import { callOffWalk, planWalk } from '#app/domain/service/walks/plan-walk.ts';
import { getWalk, listWalks } from '#app/domain/service/walks/read.ts';
import { pageOfWalks } from '#app/domain/service/walks/walk-pages.ts';
import { as, binhu, ctxOf, neighbour } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const space = SpaceInput.parse({ name: '隔壁的游戏场', kind: 'playground', bands: ['4-6'], address: '隔壁路', responsibleName: '隔壁' });
const route = RouteInput.parse({ name: '隔壁的路', school: '隔壁小学', segments: '北门至校门' });
const reason = { reason: '隔壁来改的理由' };
const limits = { kind: 'light' as const, body: 'lighting' as const, person: '', contact: '', checkDays: 1, assignDays: 1, repairDays: 1, confirmDays: 1 };

const walk = (spaceId: string) => PlanInput.parse({ place: `space:${spaceId}`, day: '2026-09-01', adults: '隔壁的大人', groupName: '隔壁的小组', primary: '6', consent: 'yes' });
const ticket = { source: 'point:bright:', kind: undefined, danger: undefined, same: '' };
const sheet = { sheetId: '00000000-0000-4000-8000-000000000001', spot: null };

/** 那边的空间、路线、隐患、走查. */
export async function aSpaceThere(db: Db, secret: string) {
  const ctx = as(db, 'community-worker', binhu);
  const spaceId = await registerSpace(ctx, binhu, { ...space, name: secret });
  const safeRoute = await drawRoute(ctx, binhu, { ...route, name: secret });
  await reportHazard({ ...ctxOf(db), address: '10.7.7.7' }, ReportInput.parse({ regionCode: binhu, kind: 'light', text: secret, placeText: secret }));
  const walkId = await planWalk(ctx, binhu, { ...walk(spaceId), adults: secret, groupName: secret.slice(0, 40) });
  await enterSheet(ctx, binhu, walkId, { ...sheet, strokes: { 'bright.bad': 3 } });
  return { walk: walkId, space: spaceId, safeRoute, hazard: (await listQueue(ctx, binhu))[0]!.id };
}

/** 空间与隐患的事 under their verbs. */
export const spaceDeeds = {
  'space.edit': [
    deed('space', (ctx) => registerSpace(ctx, binhu, space)), deed('space', (ctx, id) => editSpace(ctx, id, space)), deed('space', (ctx, id) => closeSpace(ctx, id, { ...reason, reopensOn: null })), deed('space', (ctx, id) => reopenSpace(ctx, id, reason)),
    deed('space', (ctx, id) => takeBackSpace(ctx, id)), deed('safeRoute', (ctx) => drawRoute(ctx, binhu, route)), deed('safeRoute', (ctx, id) => redrawRoute(ctx, id, route)), deed('safeRoute', (ctx, id) => publishRoute(ctx, id, 'withdrawn')),
    deed('safeRoute', (ctx, id) => checkSegment(ctx, id, id, { crossing: 'ok' })),
  ],
  'space.inspect': [
    deed('space', (ctx, id) => inspectSpace(ctx, id, { note: '', findings: [] })), deed('space', (ctx, id) => getOwnSpace(ctx, binhu, id)), deed('space', (ctx, id) => getOwnSpace(ctx, neighbour, id)), deed('space', (ctx) => listOwnSpaces(ctx, binhu)),
    deed('space', async (ctx) => (await listAllSpaces(ctx)).rows), deed('space', (ctx, id) => openInspectionPhoto(ctx, id, id)), deed('safeRoute', (ctx, id) => getOwnRoute(ctx, neighbour, id)), deed('safeRoute', (ctx) => listOwnRoutes(ctx, binhu)),
  ],
  'hazard.handle': [
    deed('hazard', (ctx) => listQueue(ctx, binhu)), deed('hazard', (ctx) => countQueue(ctx, binhu)), deed('hazard', (ctx, id) => getHazard(ctx, binhu, id)), deed('hazard', (ctx, id) => getHazard(ctx, neighbour, id)), deed('hazard', (ctx, id) => openHandledPhoto(ctx, binhu, id, id)),
    deed('hazard', (ctx, id) => checkHazard(ctx, neighbour, id, { kind: 'light', danger: 2, note: '' })), deed('hazard', (ctx, id) => checkHazard(ctx, binhu, id, { kind: 'light', danger: 2, note: '' })), deed('hazard', (ctx, id) => declineHazard(ctx, neighbour, id, reason)),
    deed('hazard', (ctx, id) => assignHazard(ctx, neighbour, id, { body: 'lighting', assigneeName: '隔壁', note: '' })), deed('hazard', (ctx, id) => repairAsStaff(ctx, neighbour, id, { name: '', note: '隔壁修的' }, [])),
    deed('hazard', (ctx, id) => confirmAsSecond(ctx, neighbour, id, { fixed: 'yes', body: '' })), deed('hazard', (ctx, id) => reopenHazard(ctx, neighbour, id, reason)), deed('hazard', (ctx, id) => linkDuplicate(ctx, neighbour, id, id)), deed('hazard', (ctx) => listResponsible(ctx, binhu)),
  ],
  'walk.lead': [
    deed('space', (ctx, id) => planWalk(ctx, binhu, walk(id))), deed('space', (ctx, id) => planWalk(ctx, neighbour, walk(id))), deed('walk', (ctx) => listWalks(ctx, binhu)), deed('walk', async (ctx) => (await pageOfWalks(ctx, {})).rows),
    deed('walk', (ctx, id) => getWalk(ctx, binhu, id)), deed('walk', (ctx, id) => getWalk(ctx, neighbour, id)), deed('walk', (ctx, id) => openWalkPhoto(ctx, neighbour, id, id)), deed('walk', (ctx, id) => enterSheet(ctx, binhu, id, { ...sheet, strokes: { 'bright.good': 1 } })),
    deed('walk', (ctx, id) => addPhotos(ctx, neighbour, id, { ...sheet, point: null, note: '' }, [])), deed('walk', (ctx, id) => openTicket(ctx, binhu, id, ticket)), deed('walk', (ctx, id) => openTicket(ctx, neighbour, id, ticket)),
    deed('walk', (ctx, id) => closeWalk(ctx, binhu, id, { words: '隔壁来结束', anyway: true })), deed('walk', (ctx, id) => closeWalk(ctx, neighbour, id, { words: '隔壁来结束', anyway: true })), deed('walk', (ctx, id) => callOffWalk(ctx, neighbour, id, { words: '隔壁来取消' })),
  ],
  'hazard.set-routes': [deed('hazard', (ctx) => setResponsible(ctx, binhu, limits))],
} satisfies Record<string, Deed[]>;
