import { z } from 'zod';
import { datums, isInChina, toWgs84 } from './coordinates.ts';
import { readSpans } from './hours.ts';
import { accessKinds, bands, conditions, type Finding, type Fitting, type LngLat, mostPhotos, segmentChecks, type SegmentChecks, spaceKinds, spaceNorms, usualInterval, verdicts } from './model.ts';

const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const ticks = <const V extends readonly [string, ...string[]]>(values: V) => z.array(z.enum(values)).max(20).default([]);
const spans = z.string().trim().max(120).default('').transform((text, issues) => {
  const read = readSpans(text);
  if (!read) issues.addIssue({ code: 'custom', message: 'space-hours-unreadable' });
  return read ?? [];
});
const degree = z.string().trim().max(20).default('');

/** 设施清单: one a line, “滑梯 4-6 2 完好”. */
const conditionWords: Record<string, (typeof conditions)[number]> = { 完好: 'good', 良好: 'good', good: 'good', 磨损: 'worn', 陈旧: 'worn', worn: 'worn', 损坏: 'broken', broken: 'broken' };

function readFittings(text: string): Fitting[] | undefined {
  const found: Fitting[] = [];
  for (const line of text.normalize('NFKC').split(/\r?\n|;/)) {
    if (line.trim() === '') continue;
    const match = /^\s*(.{1,40}?)[\s,]+(0-3|4-6|7-12|13-18)[\s,]+(\d{1,3})(?:[\s,]+(\S+))?\s*$/.exec(line.replace(/[–—~]/g, '-'));
    const condition = match ? conditionWords[(match[4] ?? '完好').toLowerCase()] : undefined;
    if (!match || !condition || found.length >= 40) return undefined;
    found.push({ name: match[1]!.trim(), band: match[2] as Fitting['band'], count: Number(match[3]), condition });
  }
  return found;
}

const fittings = z.string().max(3000).default('').transform((text, issues) => {
  const read = readFittings(text);
  if (!read) issues.addIssue({ code: 'custom', message: 'space-fittings-unreadable' });
  return read ?? [];
});

/** 登记空间. Coordinates may be left out; whatever map they were read from, they are kept as WGS84. */
export const SpaceInput = z
  .object({
    name: words(2, 60),
    kind: z.enum(spaceKinds),
    bands: ticks(bands).refine((chosen) => chosen.length > 0, 'space-bands-missing'),
    address: words(2, 120),
    lng: degree,
    lat: degree,
    datum: z.enum(datums).default('wgs84'),
    isCoarse: z.literal('yes').optional(),
    area: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(1_000_000)]).default(null),
    fittings,
    workdays: spans,
    daysOff: spans,
    holidays: spans,
    hoursNote: z.string().trim().max(200).default(''),
    access: ticks(accessKinds),
    norms: ticks(spaceNorms),
    responsibleName: words(1, 60),
    responsibleContact: z.string().trim().max(60).default(''),
    inspectEvery: z.coerce.number().int().min(1).max(365).default(usualInterval),
    photoIds: z.array(z.uuid()).max(mostPhotos).default([]),
  })
  .transform(({ lng, lat, datum, workdays, daysOff, holidays, hoursNote, ...rest }, issues) => {
    const place = lng === '' && lat === '' ? null : placeOf(lng, lat, datum);
    if (place === undefined) issues.addIssue({ code: 'custom', message: 'coordinates-unreadable', path: ['lng'] });
    return { ...rest, place: place ?? null, hours: { workdays, daysOff, holidays, note: hoursNote } };
  });
export type SpaceInput = z.output<typeof SpaceInput>;

/** 坐标: both numbers, in China; undefined when they are not. */
export function placeOf(lng: string, lat: string, datum: (typeof datums)[number]): LngLat | undefined {
  const given: LngLat = [Number(lng), Number(lat)];
  if (lng === '' || lat === '' || !given.every(Number.isFinite) || !isInChina(given)) return undefined;
  return toWgs84(given, datum);
}

/** 关闭: why, and when it opens again if that is known. */
export const CloseInput = z.object({ reason: words(4, 300), reopensOn: z.union([z.literal('').transform(() => null), z.iso.date()]).default(null) });
export type CloseInput = z.output<typeof CloseInput>;

/** 重新开放: what was done. */
export const ReopenInput = z.object({ reason: words(4, 300) });

/** 巡检: a verdict for every point of the list, each in a field of its own; what is bad says what. */
export const InspectionInput = z.looseObject({ note: z.string().trim().max(500).default('') }).transform(({ note, ...given }, issues) => {
  const findings: Finding[] = [];
  for (const [name, value] of Object.entries(given)) {
    const item = /^verdict-([a-z-]{2,30})$/.exec(name)?.[1];
    if (!item) continue;
    const verdict = verdicts.find((one) => one === value);
    const said = String(given[`note-${item}`] ?? '').trim().slice(0, 300);
    if (!verdict) issues.addIssue({ code: 'custom', message: 'verdict-missing', path: [name] });
    else if (verdict === 'bad' && said.length < 2) issues.addIssue({ code: 'custom', message: 'finding-words-missing', path: [`note-${item}`] });
    else findings.push({ item, verdict, note: said });
  }
  return { note, findings };
});
export type InspectionInput = z.output<typeof InspectionInput>;

/** 路段: one a line, “小区北门至观湖路口 | 117.291,31.741 117.292,31.742”; its points may be left out. */
function readSegments(text: string): { name: string; points: LngLat[] }[] | undefined {
  const found: { name: string; points: LngLat[] }[] = [];
  for (const line of text.normalize('NFKC').split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const [name = '', drawn = ''] = line.split('|').map((part) => part.trim());
    const points = drawn.split(/\s+/).filter(Boolean).map((pair) => pair.split(',').map(Number) as unknown as LngLat);
    if (name.length < 2 || name.length > 80 || found.length >= 30 || points.length > 200) return undefined;
    if (points.some((point) => point.length !== 2 || !point.every(Number.isFinite) || !isInChina(point))) return undefined;
    found.push({ name, points });
  }
  return found.length > 0 ? found : undefined;
}

/** 路线: from home to a school, part by part. */
export const RouteInput = z.object({
  name: words(2, 60),
  school: words(2, 60),
  about: z.string().trim().max(500).default(''),
  datum: z.enum(datums).default('wgs84'),
  segments: z.string().max(20_000).transform((text, issues) => {
    const read = readSegments(text);
    if (!read) issues.addIssue({ code: 'custom', message: 'segments-unreadable' });
    return read ?? [];
  }),
});
export type RouteInput = z.output<typeof RouteInput>;

const verdict = z.union([z.literal('').transform(() => undefined), z.enum(verdicts)]).optional();

/** 路段检查: the five things, each with a verdict. */
export const SegmentInput = z.object({ crossing: verdict, light: verdict, pavement: verdict, shade: verdict, sight: verdict })
  .transform((given): SegmentChecks => Object.fromEntries(segmentChecks.flatMap((check) => (given[check] ? [[check, given[check]]] : []))))
  .refine((checks) => Object.keys(checks).length > 0, 'verdict-missing');
