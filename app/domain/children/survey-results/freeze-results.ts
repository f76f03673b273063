import { hash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { type Definition, scales, type Sheet, type Theme, unpackAnswers } from '#app/domain/children/surveys/model.ts';
import { definitionOf, sheetsOf } from '#app/domain/children/surveys/read.ts';
import { surveyRounds } from '#app/domain/children/surveys/tables.server.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { cronbach } from './alpha.ts';
import { type ItemResult, type Reliabilities, sidesOf, type Tables } from './model.ts';
import { wordingOf } from './wording.ts';
import { surveyResults } from './tables.server.ts';
import { type Asked, tally, trueSides } from './tally.ts';

/** 出结果: once a round is closed its results are written down; done again it changes nothing. */
export async function freezeResults(ctx: Ctx, regionCode: string, roundId: string): Promise<void> {
  const [round] = await ctx.db.select().from(surveyRounds).where(and(eq(surveyRounds.countyCode, countyCode(regionCode)), eq(surveyRounds.id, roundId)));
  if (round?.state !== 'closed' || !round.closedAt) return;
  const definition = await definitionOf(ctx, round);
  const asked = askedIn(definition);
  const sheets = (await sheetsOf(ctx, round)).map(({ answers }) => unpackAnswers(definition, answers));
  const tables = tally(asked, sheets);
  const { countyCode: county, audience, title, wave, invited, isInvented, closedAt } = round;
  await change(ctx, async (tx) => {
    const written = await tx.db
      .insert(surveyResults)
      .values({
        countyCode: county, roundId, regionCode, audience, title, wave, invited, isInvented, closedOn: beijingDay(closedAt),
        staff: tables.staff, public: tables.public, reliability: reliabilityOf(tables.staff.items, sheets), sides: trueSides(asked.items, sheets), fingerprint: fingerprintOf(tables),
      })
      .onConflictDoNothing()
      .returning({ roundId: surveyResults.roundId });
    await tx.record(written.length > 0 ? 'survey.results-written' : 'survey.results-stand', { id: roundId, regionCode }, { title, audience, regionCode, closedOn: beijingDay(closedAt) });
  });
}

export const fingerprintOf = ({ staff, public: open }: Tables) => hash('sha256', canonicalJson({ staff, public: open }), 'hex');

/** 统计什么: what of a questionnaire is counted, and by what. */
export function askedIn({ items, scale }: Definition): Asked {
  const real = items.filter(({ isPractice }) => !isPractice);
  const choices = real.filter(({ kind }) => kind === 'choice').map(({ id, theme, text, options }) => ({ id, theme, text, options: options ?? [] }));
  return {
    items: real.filter(({ kind }) => kind === 'scale').map(({ id, theme, text, pair }) => ({ id, theme, text, pair: pair ?? '', wording: wordingOf(scale, text), ...scales[scale] })),
    choices: choices.filter(({ theme }) => theme !== 'self'),
    self: choices.filter(({ theme }) => theme === 'self'),
  };
}

/** A theme with a question that cannot be shown has no figure of its own either. */
function reliabilityOf(items: readonly ItemResult[], sheets: readonly Sheet[]): Reliabilities {
  const themes = [...Map.groupBy(items, ({ theme }) => theme)];
  return Object.fromEntries(themes.map(([theme, some]): [Theme, Reliabilities[Theme]] => [
    theme,
    some.every((item) => sidesOf(item)) ? cronbach(sheets.map(({ levels }) => some.map(({ id }) => levels[id] ?? null))) : { alpha: null, why: 'too-few' },
  ]));
}
