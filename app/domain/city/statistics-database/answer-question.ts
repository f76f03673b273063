import { breakdownsOf } from './groups.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { turnsOf } from '#app/domain/city/indicators/meanings.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { askFigures } from './ask-figures.ts';
import { beyondPage } from './beyond-page.ts';
import type { Question } from './input.ts';
import { markBreaks } from './mark-breaks.ts';
import { most } from './model.ts';
import { placesOf } from './places.ts';
import { sizeOf } from './question-size.ts';

/** Without years a question means the last four. */
const usual = 4;

/** 回答一个问题: figures with everything their names need; the same for page, file and interface. One that is too large is not put to the database. */
export async function answerQuestion(ctx: Ctx, { i, r, scope, from, to, span, group }: Question, { after, limit = most.fileRows }: { after?: string | undefined; limit?: number } = {}) {
  const thisYear = Number(beijingDay(ctx.now).slice(0, 4));
  const last = to ?? Math.max(thisYear, from ?? 0);
  const first = Math.min(from ?? last - usual + 1, last);
  const [indicators, places, groups] = await Promise.all([indicatorsByCode(ctx, i), placesOf(ctx, r, scope), breakdownsOf(ctx, group)]);
  const chosen = i.flatMap((code) => indicators.get(code) ?? []);
  const size = sizeOf({ indicators: chosen, regions: places.meant.length, years: last - first + 1, groups: groups.length, span });
  const isTooLarge = size > most.values;
  const ask = { indicators: chosen, regionCodes: places.meant.map(({ code }) => code), from: first, to: last, span, breakdowns: groups.map(({ id }) => id), after, limit };
  const { figures, next } = isTooLarge ? { figures: [], next: null } : await askFigures(ctx, ask);
  const turns = await turnsOf(ctx, chosen);
  const beyond = turns.length === 0 ? [] : await beyondPage(ctx, ask, next, turns);
  return { indicators: chosen, places, groups, from: first, to: last, span, size, isTooLarge, figures: markBreaks(figures, turns, beyond), next, turns };
}
export type Answer = Awaited<ReturnType<typeof answerQuestion>>;
