import { and, eq } from 'drizzle-orm';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import { settleFaces } from '#app/domain/children/moderation/faces.ts';
import { moderationFiles, moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { assignHazard } from '#app/domain/service/hazards/assign-hazard.ts';
import { checkHazard } from '#app/domain/service/hazards/check-hazard.ts';
import { confirmByCode } from '#app/domain/service/hazards/confirm-hazard.ts';
import { ReportInput } from '#app/domain/service/hazards/input.ts';
import { repairByCode } from '#app/domain/service/hazards/repair-hazard.ts';
import { reportHazard } from '#app/domain/service/hazards/report-hazard.ts';
import { hazards } from '#app/domain/service/hazards/tables.server.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { checklistOf } from '#app/domain/service/spaces/checklist.ts';
import { checkSegment } from '#app/domain/service/spaces/check-segment.ts';
import { closeSpace } from '#app/domain/service/spaces/close-space.ts';
import { InspectionInput, RouteInput, SpaceInput } from '#app/domain/service/spaces/input.ts';
import { inspectSpace } from '#app/domain/service/spaces/inspect-space.ts';
import type { SpaceKind } from '#app/domain/service/spaces/model.ts';
import { getOwnRoute } from '#app/domain/service/spaces/read-routes.ts';
import { registerSpace } from '#app/domain/service/spaces/save-space.ts';
import { drawRoute, publishRoute } from '#app/domain/service/spaces/save-route.ts';
import { drawnPhoto } from './drawings.ts';
import { binhu } from './places.ts';
import { by, follow, type Stage } from './stage.ts';

type Place = { name: string; kind: SpaceKind; bands: string[]; address: string; lng: number; lat: number; area: number; fittings: string; hours: [string, string, string]; norms: string[]; every?: number };

/** 示例空间 of Binhu: names and figures are invented, the streets are there. */
const places: readonly Place[] = [
  { name: '童趣游戏室', kind: 'playroom', bands: ['0-3', '4-6'], address: '观湖苑党群服务中心一层', lng: 117.2931, lat: 31.7342, area: 120, fittings: '软垫 0-3 6 完好\n积木墙 4-6 2 完好', hours: ['9:00-11:30, 14:30-18:00', '9:00-17:00', ''], norms: ['C2'] },
  { name: '湖畔绘本馆', kind: 'reading-room', bands: ['4-6', '7-12'], address: '观湖苑党群服务中心二层', lng: 117.2932, lat: 31.7343, area: 180, fittings: '矮书架 4-6 8 完好\n阅读桌 7-12 6 完好', hours: ['14:00-20:00', '9:00-20:00', '9:00-17:00'], norms: ['C2'] },
  { name: '四点半活动室', kind: 'activity-room', bands: ['7-12'], address: '惠园社区服务站', lng: 117.2987, lat: 31.7318, area: 150, fittings: '课桌 7-12 24 完好\n棋类 7-12 10 磨损', hours: ['15:30-18:30', '', ''], norms: ['C2'] },
  { name: '青少年空间', kind: 'activity-room', bands: ['13-18'], address: '临湖社区服务站三层', lng: 117.3021, lat: 31.7285, area: 210, fittings: '乒乓球台 13-18 2 完好\n电脑 13-18 8 完好', hours: ['16:00-20:30', '9:00-20:30', '9:00-20:30'], norms: ['C2'] },
  { name: '党群中心母婴室', kind: 'nursing-room', bands: ['0-3'], address: '观湖苑党群服务中心一层', lng: 117.293, lat: 31.7341, area: 16, fittings: '哺乳位 0-3 2 完好\n尿布台 0-3 1 完好', hours: ['8:30-20:00', '8:30-20:00', '8:30-20:00'], norms: ['C2'] },
  { name: '滨湖儿童之家', kind: 'childrens-home', bands: ['4-6', '7-12'], address: '徽州大道与洞庭湖路口', lng: 117.2895, lat: 31.7297, area: 260, fittings: '攀爬架 4-6 1 完好\n图书 7-12 600 完好', hours: ['9:00-18:00', '9:00-18:00', ''], norms: ['C2', 'C5'] },
  { name: '观湖苑中心游戏场', kind: 'playground', bands: ['4-6', '7-12'], address: '观湖苑中心广场', lng: 117.2938, lat: 31.7351, area: 900, fittings: '滑梯 4-6 1 损坏\n秋千 7-12 2 完好\n沙坑 4-6 1 完好', hours: ['0:00-24:00', '0:00-24:00', '0:00-24:00'], norms: ['C3'] },
  { name: '惠园口袋公园', kind: 'playground', bands: ['0-3', '4-6'], address: '惠园东门外', lng: 117.2999, lat: 31.7325, area: 640, fittings: '跷跷板 4-6 2 完好', hours: ['6:00-22:00', '6:00-22:00', '6:00-22:00'], norms: ['C3'] },
  { name: '临湖篮球场', kind: 'sports-ground', bands: ['7-12', '13-18'], address: '临湖社区西侧', lng: 117.3009, lat: 31.7279, area: 1300, fittings: '低篮筐 7-12 2 完好\n篮筐 13-18 4 完好', hours: ['6:00-21:30', '6:00-21:30', '6:00-21:30'], norms: ['C3'] },
  { name: '塘西河草坪', kind: 'open-ground', bands: ['0-3', '4-6', '7-12', '13-18'], address: '塘西河公园南岸', lng: 117.2876, lat: 31.7262, area: 5200, fittings: '', hours: ['0:00-24:00', '0:00-24:00', '0:00-24:00'], norms: ['C3'] },
  { name: '小小种植园', kind: 'garden', bands: ['7-12'], address: '观湖苑 12 幢南侧', lng: 117.2944, lat: 31.7347, area: 300, fittings: '种植箱 7-12 20 完好', hours: ['7:00-19:00', '7:00-19:00', '7:00-19:00'], norms: ['C3'], every: 60 },
  { name: '师范附小操场（周末开放）', kind: 'school-ground', bands: ['7-12', '13-18'], address: '师范附小滨湖校区', lng: 117.2962, lat: 31.7304, area: 8000, fittings: '单双杠 7-12 6 完好', hours: ['', '8:00-11:00, 14:00-17:00', ''], norms: ['C1', 'C3'] },
];

const routes = [
  { name: '观湖苑—师范附小', school: '师范附小滨湖校区', segments: ['观湖苑北门至观湖路口 | 117.2935,31.7355 117.2946,31.7349', '观湖路口至杭州路口 | 117.2946,31.7349 117.2953,31.7328', '杭州路口至校门 | 117.2953,31.7328 117.2961,31.7308'] },
  { name: '惠园—师范附小', school: '师范附小滨湖校区', segments: ['惠园东门至洞庭湖路 | 117.2999,31.7325 117.2985,31.7311', '洞庭湖路至校门 | 117.2985,31.7311 117.2963,31.7306'] },
];

/** 示例: spaces, inspections, two ways to school, hazards in every state. */
export async function layOutSpaces(stage: Stage): Promise<void> {
  const worker = (day: number, at: `${number}:${number}` = '10:00') => by(stage, 'binhu-worker', { day, at });
  const ids = new Map<string, string>();
  for (const [n, { hours, every = 30, lng, lat, area, ...place }] of places.entries()) {
    const photo = n < 3 ? [(await storeFile(worker(-120), { name: `${place.name}.jpg`, content: await drawnPhoto(70 + n) })).id] : [];
    const input = SpaceInput.parse({
      ...place, lng: String(lng), lat: String(lat), area: String(area), workdays: hours[0], daysOff: hours[1], holidays: hours[2], hoursNote: '雨天室外场地不开（示例）', access: n % 2 ? ['step-free'] : ['step-free', 'child-basin'],
      responsibleName: `儿童主任（示例）`, responsibleContact: '0551-60000400', inspectEvery: String(every), photoIds: photo,
    });
    ids.set(place.name, await registerSpace(worker(-120), binhu, input, true));
  }
  for (const [n, { name, kind }] of places.entries()) {
    if (n === 11) continue;
    const bad = name === '观湖苑中心游戏场' ? { 'verdict-equipment': 'bad', 'note-equipment': '滑梯扶手松动，已围挡' } : {};
    const verdicts = Object.fromEntries(checklistOf(kind).map(({ item }) => [`verdict-${item}`, 'ok']));
    await inspectSpace(worker(-32 + n * 3), ids.get(name)!, InspectionInput.parse({ ...verdicts, ...bad, note: '' }));
  }
  await closeSpace(worker(-3), ids.get('惠园口袋公园')!, { reason: '地面改造，示例', reopensOn: null });
  const segments = await walk(stage);
  await follow(stage);
  await tellOfHazards(stage, ids, segments);
  await follow(stage);
}

async function walk(stage: Stage): Promise<string[]> {
  const segments: string[] = [];
  for (const [n, route] of routes.entries()) {
    const ctx = by(stage, 'binhu-worker', { day: -90 + n, at: '07:40' });
    const id = await drawRoute(ctx, binhu, RouteInput.parse({ name: route.name, school: route.school, about: '示例路线', segments: route.segments.join('\n') }), true);
    for (const segment of (await getOwnRoute(ctx, binhu, id)).segments) {
      segments.push(segment.id);
      await checkSegment(ctx, id, segment.id, { crossing: segment.position === 2 ? 'bad' : 'ok', light: 'ok', pavement: 'ok', shade: n === 1 ? 'bad' : 'ok', sight: 'ok' });
    }
    await publishRoute(ctx, id, 'published');
  }
  return segments;
}

type Told = { day: number; kind: string; text: string; danger?: string; place?: string; placeText?: string; until: 'reported' | 'checked' | 'assigned' | 'repaired' | 'verified'; photo?: number };

async function tellOfHazards(stage: Stage, spaces: Map<string, string>, segments: readonly string[]): Promise<void> {
  const told: Told[] = [
    { day: -60, kind: 'crossing', text: '观湖路口没有斑马线，放学时车很多。', danger: '3', place: `segment:${segments[0]}`, until: 'verified', photo: 3 },
    { day: -45, kind: 'light', text: '杭州路这一段晚上没有灯。', place: `segment:${segments[1]}`, until: 'verified', photo: 5 },
    { day: -16, kind: 'pavement', text: '人行道地砖缺了三块，容易绊倒。', place: `segment:${segments[2]}`, until: 'repaired', photo: 7 },
    { day: -12, kind: 'obstacle', text: '电动车停满了人行道，只能走到马路上。', place: `segment:${segments[3]}`, until: 'assigned' },
    { day: -6, kind: 'blind-corner', text: '篮球场后面的小路拐角看不见人。', place: `space:${spaces.get('临湖篮球场')}`, until: 'checked' },
    { day: -2, kind: 'water', text: '河边栏杆有一个缺口。', danger: '3', place: `space:${spaces.get('塘西河草坪')}`, placeText: '', until: 'reported' },
    { day: -1, kind: 'electric', text: '路灯杆下面的盖子开着，能看到电线。', danger: '3', placeText: '洞庭湖路公交站旁', until: 'reported' },
  ];
  for (const { day, until, photo, ...given } of told) {
    const visitor = by(stage, 'visitor', { day, at: '17:20' });
    const photos = photo === undefined ? [] : [{ name: 'p.jpg', content: await drawnPhoto(photo) }];
    const code = await reportHazard({ ...visitor, address: `demo-${day}` }, ReportInput.parse({ regionCode: binhu, ...given }), photos);
    const [hazard] = await stage.db.select().from(hazards).where(eq(hazards.code, tidyCode(code)));
    await approve(stage, hazard!.id, day);
    if (until === 'reported') continue;
    const worker = (later: number) => by(stage, 'binhu-worker', { day: day + later, at: '09:20' });
    await checkHazard(worker(1), binhu, hazard!.id, { kind: hazard!.kind, danger: hazard!.danger, note: '已到现场看过（示例）' });
    if (until === 'checked') continue;
    const repairCode = await assignHazard(worker(1), binhu, hazard!.id, { body: hazard!.kind === 'light' ? 'lighting' : 'roads', assigneeName: '养护班（示例）', note: '请按现场照片处理。' });
    if (until === 'assigned') continue;
    await repairByCode(by(stage, 'visitor', { day: day + 8, at: '11:00' }), repairCode, { name: '养护班（示例）', note: '已修复，拍照上传。' }, [{ name: 'after.jpg', content: await drawnPhoto(photo! + 1) }]);
    await approve(stage, `${hazard!.id}/after`, day + 8);
    if (until === 'verified') await confirmByCode(by(stage, 'visitor', { day: day + 10, at: '18:00' }), code, { fixed: 'yes', body: '' });
  }
}

async function approve(stage: Stage, subjectId: string, day: number): Promise<void> {
  const ctx = by(stage, 'binhu-worker', { day, at: '18:30' });
  const [item] = await stage.db.select({ id: moderationItems.id, countyCode: moderationItems.countyCode }).from(moderationItems).where(and(eq(moderationItems.kind, 'hazard'), eq(moderationItems.subjectId, subjectId)));
  const at = { regionCode: binhu, id: item!.id };
  const files = await stage.db.select({ fileId: moderationFiles.fileId }).from(moderationFiles).where(and(eq(moderationFiles.countyCode, item!.countyCode), eq(moderationFiles.itemId, item!.id)));
  for (const { fileId } of files) await settleFaces(ctx, at, fileId, 'none');
  await approveItem(ctx, at, { labels: [], looked: 'yes' });
}
