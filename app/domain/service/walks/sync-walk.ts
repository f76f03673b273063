import { and, eq, inArray } from 'drizzle-orm';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { dropPhotos } from './drop-photos.ts';
import { holdByCode, ofWalk, type Walk } from './hold-walk.ts';
import { EntryInput, type SyncInput } from './input.ts';
import { isOver, layersAsked, limits, pointsOf, spots, type WalkState } from './model.ts';
import { asNobody } from './take-walk.ts';
import { walkEntries, walkPhones, walkPhotos, walks } from './tables.server.ts';

/** 未收下的一条, by the code of the reason; the door says it in words. */
export type Refused = { seq: number; code: 'walk-entry-unfit' | 'walk-point-unknown' | 'walk-count-reused' | 'walk-photos-too-many' | 'walk-entries-too-many' };
export type Synced = { walkId: string; state: WalkState; acknowledged: number[]; refused: Refused[]; wanted: string[]; isLate: boolean; skewMs: number };
type Row = typeof walkEntries.$inferInsert;

/**
 * 同步: takes in what a phone brings. The same batch twice is once, in whatever order; phones add up and cannot disagree. What comes after the end is kept
 * beside the walk; the phone's clock is measured and never believed.
 */
export async function syncWalk(ctx: Ctx, input: SyncInput): Promise<Synced> {
  await limit(ctx, `walk-sync:${ctx.address ?? 'unknown'}`, 3000, 3600);
  return change(asNobody(ctx), async (tx) => {
    const walk = await holdByCode(tx, input.code);
    const phone = and(ofPhone(walk), eq(walkPhones.deviceId, input.deviceId));
    const [known] = await tx.db.select({ takenAt: walkPhones.takenAt }).from(walkPhones).where(phone);
    if (!known) throw new Refusal('walk-phone-unknown', 403);
    const isLate = isOver(walk.state);
    const skewMs = Date.parse(input.clockAt) - tx.now.getTime();
    const { fresh, refused, acknowledged } = await sift(tx, walk, input);
    await keep(tx, walk, input.deviceId, fresh, isLate);
    const begins = walk.state === 'planned' && fresh.length > 0;
    if (begins) await tx.db.update(walks).set({ state: 'under-way', beganAt: tx.now }).where(ofWalk(walk));
    const isDone = input.isLettingGo === true && input.remaining === 0;
    await tx.db.update(walkPhones).set({ syncedAt: tx.now, remaining: input.remaining, skewMs, isDone }).where(phone);
    await tx.record(isLate ? 'walk.came-late' : 'walk.synced', walk, { place: walk.place, entries: fresh.length, refused: refused.length, remaining: input.remaining });
    return { walkId: walk.id, state: begins ? 'under-way' : walk.state, acknowledged, refused, wanted: await wantedOf(tx, walk, input.deviceId), isLate, skewMs };
  });
}

const ofPhone = (walk: Walk) => and(eq(walkPhones.countyCode, walk.countyCode), eq(walkPhones.walkId, walk.id));
const ofEntries = (walk: Walk, deviceId: string) => and(eq(walkEntries.countyCode, walk.countyCode), eq(walkEntries.walkId, walk.id), eq(walkEntries.deviceId, deviceId));
const sameWords = ({ kind, point = null, answer = null, layer = null, spot = null, of = null, sha256 = null }: Partial<EntryRow>) => canonicalJson([kind, point, answer, layer, spot, of, sha256]);
type EntryRow = { [name in keyof typeof walkEntries.$inferSelect]: unknown };

/** New ones, those known already, and those that cannot be taken; a count that comes again with other words is refused. */
async function sift(tx: Change, walk: Walk, { deviceId, entries }: SyncInput) {
  const before = entries.length === 0 ? [] : await tx.db.select().from(walkEntries).where(and(ofEntries(walk, deviceId), inArray(walkEntries.seq, entries.map(({ seq }) => seq))));
  const seen = new Map(before.map((row) => [row.seq, sameWords(row)]));
  const [refused, fresh, acknowledged]: [Refused[], EntryInput[], number[]] = [[], [], []];
  let photos = await tx.db.$count(walkPhotos, and(eq(walkPhotos.countyCode, walk.countyCode), eq(walkPhotos.walkId, walk.id)));
  let total = entries.length === 0 ? 0 : await tx.db.$count(walkEntries, and(eq(walkEntries.countyCode, walk.countyCode), eq(walkEntries.walkId, walk.id)));
  for (const raw of entries.toSorted((a, b) => a.seq - b.seq)) {
    const entry = fit(walk, raw);
    const words = typeof entry === 'string' ? '' : sameWords(entry);
    const isKnown = seen.has(raw.seq);
    if (typeof entry === 'string') refused.push({ seq: raw.seq, code: entry });
    else if (isKnown && seen.get(raw.seq) !== words) refused.push({ seq: raw.seq, code: 'walk-count-reused' });
    else if (!isKnown && total >= mostOf(entry)) refused.push({ seq: raw.seq, code: 'walk-entries-too-many' });
    else if (!isKnown && entry.kind === 'photo' && photos >= limits.photos) refused.push({ seq: raw.seq, code: 'walk-photos-too-many' });
    else {
      acknowledged.push(raw.seq);
      if (isKnown) continue;
      seen.set(raw.seq, words);
      fresh.push(entry);
      total += 1;
      if (entry.kind === 'photo') photos += 1;
    }
  }
  return { fresh, refused, acknowledged };
}

/** Whatever was said within the ceiling can be taken back beyond it. */
const mostOf = ({ kind }: EntryInput) => (kind === 'take-back' ? 2 * limits.total : limits.total);

/** What fits this walk: its points, its spots; a layer only where the walk may ask for one. */
function fit(walk: Walk, raw: unknown): EntryInput | Refused['code'] {
  const parsed = EntryInput.safeParse(raw);
  if (!parsed.success) return 'walk-entry-unfit';
  const entry = parsed.data;
  if (entry.kind === 'take-back') return entry;
  const { point, spot } = entry;
  if (point !== null && !pointsOf(walk.setting, walk.checklistVersion).some(({ id }) => id === point)) return 'walk-point-unknown';
  if (spot !== null && !spotIds(walk).includes(spot)) return 'walk-entry-unfit';
  return entry.kind === 'observation' && entry.layer !== null && !layersAsked(walk.children).includes(entry.layer) ? { ...entry, layer: null } : entry;
}

/** 可以说的位置 of a walk. */
export function spotIds({ setting, parts }: Pick<Walk, 'setting' | 'parts'>): readonly string[] {
  return setting === 'route' ? parts.map(({ id }) => id) : spots[setting];
}

async function keep(tx: Change, walk: Walk, deviceId: string, fresh: readonly EntryInput[], isLate: boolean): Promise<void> {
  if (fresh.length === 0) return;
  const of = { countyCode: walk.countyCode, walkId: walk.id, deviceId, isLate };
  await tx.db.insert(walkEntries).values(fresh.map((entry): Row => {
    const one = { ...of, seq: entry.seq, kind: entry.kind, deviceAt: new Date(entry.deviceAt), serverAt: tx.now };
    if (entry.kind === 'take-back') return { ...one, of: entry.of };
    const { point, spot } = entry;
    return entry.kind === 'photo' ? { ...one, point, spot, sha256: entry.sha256 } : { ...one, point, spot, answer: entry.answer, layer: entry.layer };
  }));
  const photos = fresh.flatMap((entry) => (entry.kind === 'photo' ? [{ ...of, seq: entry.seq, sha256: entry.sha256, point: entry.point, spot: entry.spot, note: entry.note, deviceAt: new Date(entry.deviceAt) }] : []));
  if (photos.length > 0) await tx.db.insert(walkPhotos).values(photos).onConflictDoNothing();
  await dropPhotos(tx, walk, deviceId, fresh.flatMap((entry) => (entry.kind === 'take-back' ? [entry.of] : [])), { onlyLate: isLate });
}

/** 还要的照片 that this phone announced and has not sent. */
async function wantedOf(tx: Change, walk: Walk, deviceId: string): Promise<string[]> {
  const rows = await tx.db
    .select({ sha256: walkPhotos.sha256, arrivedAt: walkPhotos.arrivedAt })
    .from(walkPhotos)
    .where(and(eq(walkPhotos.countyCode, walk.countyCode), eq(walkPhotos.walkId, walk.id), eq(walkPhotos.deviceId, deviceId)));
  return rows.filter(({ arrivedAt }) => arrivedAt === null).map(({ sha256 }) => sha256);
}
