import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { yearOfPlan } from './choose-plan.ts';
import type { Known, Standing } from './model.ts';
import { placeRow } from './place-row.ts';
import { cellsIn, frameOf, newSince, ownValues } from './read.ts';

export type StandingOfAction = Standing & { action: string; known: Known };

/** 一项行动现在怎么样: its figures of the year beside what was expected, in the plan's own place and in each region below; the page that shows it has asked for the plan. */
export async function actionInCockpit(ctx: Ctx, planId: string, code: string) {
  allowAnywhere(ctx, 'city-plan.edit');
  const frame = await frameOf(ctx, planId);
  const actions = frame.actions.filter((action) => action.code === code);
  const known = frame.known.filter((each) => actions.some(({ indicators }) => indicators.some((measured) => measured.code === each.code)));
  const today = beijingDay(ctx.now);
  const year = yearOfPlan(frame, undefined, today);
  const [cells, values] = await Promise.all([cellsIn(ctx, { ...frame, actions, known }, year), ownValues(ctx, { ...frame, known })]);
  const own = placeRow({ actions, known, values, year, today, since: newSince(frame, today) });
  const withKnown = (standings: readonly Standing[]): StandingOfAction[] => standings.map((standing) => ({ ...standing, action: code, known: known.find((each) => each.code === standing.code)! })).filter((standing) => standing.known.kind === 'numeric' && standing.light !== 'not-asked');
  return {
    year, regionCode: frame.regionCode, own: withKnown(own[code]?.standings ?? []),
    places: frame.regions.map(({ code: at, name }) => ({ code: at, name, standings: withKnown(cells[code]?.[at]?.standings ?? []) })).filter(({ standings }) => standings.length > 0),
  };
}
