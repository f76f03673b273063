import { and, eq } from 'drizzle-orm';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { childWalksWords } from '#app/i18n/child-walks.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, type Locale, locales, visitor } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdByCode, type Walk } from './hold-walk.ts';
import type { TakeInput } from './input.ts';
import { isOver, layersAsked, limits, pointsOf, spots } from './model.ts';
import type { WalkPackage } from './package.ts';
import { walkPhones } from './tables.server.ts';

/** 手机是谁的都一样: whoever walks along is nobody in the records. */
export const asNobody = (ctx: Ctx): Ctx => ({ ...ctx, actor: visitor, requestId: '' });

/** 带走: a phone with the walk's code gets all it needs without a network; taken again it is the same phone. */
export async function takeWalk(ctx: Ctx, { code, deviceId }: TakeInput): Promise<WalkPackage> {
  await limit(ctx, `walk-code:${ctx.address ?? 'unknown'}`, 300, 3600);
  return change(asNobody(ctx), async (tx) => {
    const walk = await holdByCode(tx, code);
    if (isOver(walk.state)) throw new Refusal('walk-over', 410);
    const phones = await tx.db.select({ deviceId: walkPhones.deviceId }).from(walkPhones).where(and(eq(walkPhones.countyCode, walk.countyCode), eq(walkPhones.walkId, walk.id)));
    if (!phones.some((phone) => phone.deviceId === deviceId)) {
      if (phones.length >= limits.phones) throw new Refusal('walk-phones-too-many');
      await tx.db.insert(walkPhones).values({ countyCode: walk.countyCode, walkId: walk.id, deviceId, takenAt: tx.now });
    }
    await tx.record('walk.taken', walk, { place: walk.place });
    return pack(tx, walk);
  });
}

async function pack(ctx: Ctx, walk: Walk): Promise<WalkPackage> {
  const { id, day, state, setting, place, checklistVersion, regionCode } = walk;
  return {
    format: 1,
    walk: { id, day, state, setting, place, regionCode, community: (await getRegion(ctx, regionCode)).name, checklistVersion },
    points: pointsOf(setting, checklistVersion).map((point) => ({ id: point.id, ruleId: point.ruleId, drawing: point.drawing, text: inBoth((locale) => childWalksWords[locale].points[point.id]) })),
    spots: setting === 'route' ? walk.parts.map((part) => ({ id: part.id, name: inBoth(() => part.name) })) : spots[setting].map((spot) => ({ id: spot, name: inBoth((locale) => childWalksWords[locale].spots[spot]) })),
    layers: layersAsked(walk.children), serverAt: ctx.now.toISOString(),
  };
}

function inBoth(say: (locale: Locale) => string): Record<Locale, string> {
  return Object.fromEntries(locales.map((locale) => [locale, say(locale)])) as Record<Locale, string>;
}
