import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import type { ItemKind } from '#app/domain/children/moderation/model.ts';
import { settleFaces } from '#app/domain/children/moderation/faces.ts';
import { moderationFiles, moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { assignHazard } from '#app/domain/service/hazards/assign-hazard.ts';
import { checkHazard } from '#app/domain/service/hazards/check-hazard.ts';
import { confirmByCode } from '#app/domain/service/hazards/confirm-hazard.ts';
import { repairByCode } from '#app/domain/service/hazards/repair-hazard.ts';
import { hazards } from '#app/domain/service/hazards/tables.server.ts';
import { placesToWalk } from '#app/domain/service/walks/find-place.ts';
import { closeWalk } from '#app/domain/service/walks/close-walk.ts';
import { PlanInput, type SyncInput, TicketInput } from '#app/domain/service/walks/input.ts';
import type { Answer, PointId } from '#app/domain/service/walks/model.ts';
import { openTicket } from '#app/domain/service/walks/open-ticket.ts';
import { planWalk } from '#app/domain/service/walks/plan-walk.ts';
import { getWalk } from '#app/domain/service/walks/read.ts';
import { receivePhoto } from '#app/domain/service/walks/receive-photo.ts';
import { syncWalk } from '#app/domain/service/walks/sync-walk.ts';
import { walkPhotos } from '#app/domain/service/walks/tables.server.ts';
import { takeWalk } from '#app/domain/service/walks/take-walk.ts';
import type { Layer } from '#app/platform/ctx.ts';
import { drawnPhoto } from './drawings.ts';
import { binhu } from './places.ts';
import { by, dayOf, type Stage } from './stage.ts';

const worker = (stage: Stage, day: number, at: `${number}:${number}` = '17:00') => by(stage, 'binhu-worker', { day, at });
const stroke: Record<string, Answer> = { g: 'good', m: 'middling', b: 'bad', n: 'does-not-apply', s: 'cannot-see' };

/** What was tapped: at which part of the way, and one letter for each tap. */
type Said = readonly [point: PointId, part: number, letters: string];
const before: readonly Said[] = [
  ['pavement-wide', 2, 'bbbmbg'], ['pavement-wide', 0, 'gggm'], ['pavement-flat', 1, 'gmgmg'], ['cars-stop', 1, 'bbbbmb'], ['cars-stop', 2, 'mmgb'], ['green-long', 1, 'bbmbb'], ['wait-safe', 2, 'mgmg'], ['drivers-see', 1, 'mmbg'],
  ['signs-read', 1, 'ssmgg'], ['grown-up-near', 2, 'ggmg'], ['bright', 1, 'bmbbn'], ['clean', 0, 'gggg'], ['welcome', 0, 'ggmg'], ['asked', 0, 'bbmb'],
];
const after: readonly Said[] = [
  ['pavement-wide', 2, 'gmgmg'], ['pavement-wide', 0, 'gggg'], ['pavement-flat', 1, 'gggmg'], ['cars-stop', 1, 'gggmgg'], ['cars-stop', 2, 'gmgg'], ['green-long', 1, 'ggmgg'], ['wait-safe', 2, 'gggm'], ['drivers-see', 1, 'gmgg'],
  ['signs-read', 1, 'sgmgg'], ['grown-up-near', 2, 'gggg'], ['bright', 1, 'mmbmm'], ['clean', 0, 'gggg'], ['welcome', 0, 'gggg'], ['asked', 0, 'ggmg'],
];

/** 示例: one way to school, walked before and after repairs, and a walk that is to come; all figures are invented. */
export async function walkAtOneMetre(stage: Stage): Promise<void> {
  const { routes, parts, places } = await placesToWalk(worker(stage, -60), binhu);
  const route = routes.find(({ name }) => name === '观湖苑—师范附小')!;
  const spots = parts.filter((part) => part.route === route.name).map(({ id }) => id);
  const plan = (place: string, day: number) => PlanInput.parse({ place, day: dayOf(stage, day), adults: '示例：社区儿童主任和一位志愿者', groupName: '小观察员（示例）', primary: '9', teen: '5', note: '', consent: 'yes' });
  const first = await planWalk(worker(stage, -62), binhu, plan(`route:${route.id}`, -58), true);
  await walk(stage, first, -58, spots, before, [['cars-stop', 1, '车很快，没有停', 3], ['bright', 1, '灯不亮', 5]]);
  const tickets = [];
  for (const [point, part] of [['cars-stop', 1], ['bright', 1], ['pavement-wide', 2]] as const) tickets.push(await openTicket(worker(stage, -57), binhu, first, TicketInput.parse({ source: `point:${point}:${spots[part]}` })));
  await closeWalk(worker(stage, -57, '18:00'), binhu, first, { words: '谢谢你们。过马路和路灯先修，修好再走一遍。', anyway: false });
  for (const [n, id] of tickets.entries()) await repair(stage, id, -56, n);
  const again = await planWalk(worker(stage, -14), binhu, plan(`route:${route.id}`, -12), true);
  await walk(stage, again, -12, spots, after, [['cars-stop', 1, '现在有斑马线了', 4]]);
  await closeWalk(worker(stage, -12, '18:00'), binhu, again, { words: '谢谢你们又走了一遍。路灯还在催。', anyway: false });
  const ground = places.find(({ name }) => name === '观湖苑中心游戏场')!;
  await planWalk(worker(stage, -1), binhu, plan(`space:${ground.id}`, 2), true);
}

type Pin = readonly [point: PointId, part: number, note: string, picture: number];

async function walk(stage: Stage, id: string, day: number, spots: readonly string[], said: readonly Said[], pins: readonly Pin[]): Promise<void> {
  const visitor = by(stage, 'visitor', { day, at: '16:20' });
  const { walk: { code } } = await getWalk(worker(stage, day), binhu, id);
  const deviceAt = visitor.now.toISOString();
  const taps = said.flatMap(([point, part, letters]) => [...letters].map((letter, n) => ({ kind: 'observation', deviceAt, point, answer: stroke[letter], spot: spots[part]!, layer: (n % 3 === 2 ? 'teen' : 'primary') satisfies Layer })));
  const pictures = [];
  for (const [point, part, note, picture] of pins) {
    const content = await drawnPhoto(picture);
    pictures.push({ content, pin: { kind: 'photo', deviceAt, sha256: createHash('sha256').update(content).digest('hex'), mediaType: 'image/jpeg', size: content.length, point, spot: spots[part]!, note } });
  }
  for (const [n, entries] of [taps.filter((_, at) => at % 2 === 0), [...taps.filter((_, at) => at % 2 === 1), ...pictures.map(({ pin }) => pin)]].entries()) {
    const deviceId = `00000000-0000-4000-8000-0000000000${n + 10}`;
    await takeWalk(visitor, { code, deviceId });
    const sent: SyncInput = { code, deviceId, clockAt: deviceAt, entries: entries.map((entry, at) => ({ ...entry, seq: at + 1 })), remaining: 0 };
    await syncWalk(visitor, sent);
    if (n === 1) for (const { content, pin } of pictures) await receivePhoto(visitor, { code, deviceId, sha256: pin.sha256 }, content);
    await syncWalk(visitor, { ...sent, entries: [], isLettingGo: true });
  }
  for (const photo of await stage.db.select({ id: walkPhotos.id }).from(walkPhotos).where(eq(walkPhotos.walkId, id)).orderBy(asc(walkPhotos.id))) await approve(stage, 'walk', photo.id, day);
}

/** Two are repaired and confirmed, the third is being repaired. */
async function repair(stage: Stage, id: string, day: number, n: number): Promise<void> {
  const [hazard] = await stage.db.select().from(hazards).where(eq(hazards.id, id));
  await approve(stage, 'hazard', id, day);
  await checkHazard(worker(stage, day, '09:30'), binhu, id, { kind: hazard!.kind, danger: hazard!.danger, note: '已和孩子一起去看过（示例）' });
  const repairCode = await assignHazard(worker(stage, day, '10:00'), binhu, id, { body: n === 1 ? 'lighting' : 'roads', assigneeName: '养护班（示例）', note: '请按孩子拍的照片处理。' });
  if (n === 2) return;
  await repairByCode(by(stage, 'visitor', { day: day + 9, at: '11:00' }), repairCode, { name: '养护班（示例）', note: n === 0 ? '画了斑马线，装了减速带。' : '换了两盏灯。' }, [{ name: 'after.jpg', content: await drawnPhoto(n === 0 ? 4 : 6) }]);
  await approve(stage, 'hazard', `${id}/after`, day + 9);
  await confirmByCode(by(stage, 'visitor', { day: day + 11, at: '18:00' }), hazard!.code, { fixed: 'yes', body: '' });
}

async function approve(stage: Stage, kind: ItemKind, subjectId: string, day: number): Promise<void> {
  const ctx = worker(stage, day, '18:30');
  const [item] = await stage.db.select({ id: moderationItems.id, countyCode: moderationItems.countyCode }).from(moderationItems).where(and(eq(moderationItems.kind, kind), eq(moderationItems.subjectId, subjectId)));
  const at = { regionCode: binhu, id: item!.id };
  for (const { fileId } of await stage.db.select({ fileId: moderationFiles.fileId }).from(moderationFiles).where(and(eq(moderationFiles.countyCode, item!.countyCode), eq(moderationFiles.itemId, item!.id)))) await settleFaces(ctx, at, fileId, 'none');
  await approveItem(ctx, at, { labels: [], looked: 'yes' });
}
