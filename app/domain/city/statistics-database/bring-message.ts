import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import { reckonFrom } from '#app/domain/city/indicators/reckon-values.ts';
import { writeValue } from '#app/domain/city/indicators/write-value.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { checkMessage, type Line } from './check-message.ts';
import type { MessageInput } from './input.ts';
import { readAdx } from './read-adx.ts';
import { readSdmx } from './read-sdmx.ts';

export type Preview = { form: 'sdmx' | 'adx'; lines: Line[]; hidden: number };

/** 预览来件: what each figure would do, nothing written. A message that begins with a tag is XML, any other JSON. */
export async function previewMessage(ctx: Ctx, text: string): Promise<Preview> {
  allowAnywhere(ctx, 'value.record');
  const plain = text.replace(/^\uFEFF/, '');
  const message = plain.trimStart().startsWith('<') ? readAdx(plain) : readSdmx(plain);
  return { form: message.form, hidden: message.hidden, lines: await checkMessage(ctx, message) };
}

/** 收下来件: read and checked anew, then all of it in one change; with one fault in it nothing is written. */
export function bringMessage(ctx: Ctx, { text, source, reason }: MessageInput): Promise<{ recorded: number; corrected: number; known: number }> {
  return change(ctx, async (tx) => {
    const { form, lines } = await previewMessage(tx, text);
    if (lines.some(({ fault }) => fault)) throw new Refusal('exchange-has-faults', 422);
    const written = { recorded: 0, corrected: 0, known: lines.filter(({ does }) => does === 'same').length };
    const touched = new Map<string, { code: string; regionCode: string; years: Set<number>; figures: number }>();
    for (const { at, figures, does } of lines) {
      if (does === 'same') continue;
      const { indicator, ...place } = at!;
      allow(tx, 'value.record', { regionCode: place.regionCode });
      written[await writeValue(tx, { indicatorId: indicator.id, ...place }, figures!, { origin: 'by-hand', source, sourceUrl: null, reason })] += 1;
      const key = `${indicator.code} ${place.regionCode}`;
      const held = touched.get(key) ?? { code: indicator.code, regionCode: place.regionCode, years: new Set<number>(), figures: 0 };
      if (place.breakdown === everybody) held.years.add(yearOf(place.period));
      touched.set(key, { ...held, figures: held.figures + 1 });
    }
    if (touched.size === 0) throw new Refusal('exchange-nothing-new', 422);
    for (const { code, regionCode, years, figures } of touched.values()) {
      for (const year of [...years].toSorted()) await reckonFrom(tx, code, regionCode, year);
      await tx.record('value.exchanged', { id: code, regionCode }, { form, figures, source, ...(reason ? { reason } : {}) });
    }
    return written;
  });
}
