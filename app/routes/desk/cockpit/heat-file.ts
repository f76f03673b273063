import type { Cell } from '#app/domain/base/exports/model.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { type Cockpit, cockpitOf } from '#app/domain/city/cockpit/cockpit.ts';
import type { HeatCell, Standing } from '#app/domain/city/cockpit/model.ts';
import { writeXlsx } from '#app/domain/city/statistics-database/write-xlsx.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { levelOf } from '#app/domain/base/regions/model.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { told } from '../../public/plans/words.ts';
import { Asked } from './cockpit.tsx';
import type { Route } from './+types/heat-file.ts';

/** 行动 × 区县的 Excel: every action, and each of its indicators beneath it, in the plan's own place and in all below it. */
export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { view } = await cockpitOf(ctx, { ...query(request, Asked), indicator: undefined });
    if (!view) throw new Refusal('city-plan-not-found', 404);
    const { locale } = ctx;
    const words = cockpitWords[locale];
    const place = view.plan.place || words.nation;
    const title = words.heat.title(words.heat.below[levelOf(view.plan.regionCode)] ?? words.heat.town);
    const about = [[words.choose.plan, told(view.plan, locale)], [words.choose.year, words.choose.yearOf(view.year)], [title, words.heat.lead], [words.file.asOf, view.today], ...(view.plan.isExample ? [[words.demo, words.file.demo] as const] : [])] as const;
    const content = await writeXlsx([words.file.code, words.heat.action, place, ...view.heat.regions.map(({ name }) => name)], linesOf(ctx, view), title, { title: words.file.about, lines: about });
    return serveDocument({ name: `${words.file.name}-${place}-${view.year}`, format: 'xlsx', content });
  });
}

function* linesOf({ locale }: Pick<Ctx, 'locale'>, { heat, own }: Cockpit): Generator<Cell[]> {
  const { lights, heat: words } = cockpitWords[locale];
  const said = ({ light, percent }: Pick<Standing, 'light' | 'percent'>): Cell => percent ?? (light === 'not-asked' ? words.notAsked : lights[light]);
  const names = new Map(heat.known.map((each) => [each.code, told(each, locale)]));
  for (const action of heat.actions) {
    const cells: HeatCell[] = [own[action.code]!, ...heat.regions.map(({ code }) => heat.cells[action.code]![code]!)];
    yield [action.code, told(action, locale), ...cells.map((cell) => (cell.percent === null && cell.marks > 0 ? words.milestones(cell.done, cell.marks) : said(cell)))];
    for (const { code } of action.indicators) {
      yield [code, names.get(code) ?? code, ...cells.map(({ standings }) => { const standing = standings.find((each) => each.code === code); return standing ? said(standing) : words.notAsked; })];
    }
  }
}
