import { Button } from 'antd';
import { redirect } from 'react-router';
import { z } from 'zod';
import { levelOf } from '#app/domain/base/regions/model.ts';
import { cockpitOf } from '#app/domain/city/cockpit/cockpit.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { PrintButton } from '#app/ui/desk/print-button.tsx';
import { told } from '../../public/plans/words.ts';
import { ChoosePlan } from './choose-plan.tsx';
import { Ended } from './ended.tsx';
import { HeatLegend, HeatTable } from './heat.tsx';
import { Kpis } from './kpis.tsx';
import { shownCockpit } from './load.ts';
import { Needs } from './needs.tsx';
import { Departments, News, Tiles } from './panes.tsx';
import { Path } from './path.tsx';
import type { Route } from './+types/cockpit.ts';

export const Asked = z.object({ plan: z.string().max(36).optional(), year: z.coerce.number().int().min(2000).max(2100).optional(), indicator: z.string().max(20).optional() });

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const asked = query(request, Asked);
    const { plans, view, standsIn } = await cockpitOf(ctx, asked);
    if (standsIn) throw redirect(`/desk/cockpit/districts/${standsIn}${asked.year ? `?year=${asked.year}` : ''}`);
    return { plans: plans.map((plan) => ({ id: plan.id, name: told(plan, ctx.locale), place: plan.place })), page: view && shownCockpit(view, ctx.locale) };
  });
}

/** 驾驶舱: one plan at one look; all of it is there before any script. */
export default function Cockpit({ loaderData: { plans, page } }: Route.ComponentProps) {
  const words = useWords(cockpitWords);
  const locale = useLocale();
  if (!page) {
    return (
      <>
        <PageHead title={words.title} />
        <Pane><EmptyBox text={words.none} action={<ButtonLink to="/desk/plans" type="primary">{words.toPlans}</ButtonLink>} /></Pane>
      </>
    );
  }
  const { plan, year } = page;
  const place = plan.place || words.nation;
  const below = words.heat.below[levelOf(plan.regionCode)] ?? words.heat.town;
  return (
    <div className="cockpit">
      <PageHead
        crumbs={[{ label: plan.name, to: `/desk/plans/${plan.id}` }]} title={words.title}
        beside={<>{place} · {words.choose.yearOf(year)} · {words.asOf(shortDay(page.today, locale))}{page.ended ? ` · ${words.ended.tag}` : ''}{plan.isExample ? <span className="demo-figures">◇ {words.demo}</span> : null}</>}
        actions={<><Button href={`/desk/cockpit/table.xlsx?plan=${plan.id}&year=${year}`}>{words.file.open}</Button><PrintButton>{words.print}</PrintButton>{plan.regionCode === '*' ? null : <Button href={`/scorecard/${plan.regionCode}?plan=${plan.id}&year=${year}`}>{words.public}</Button>}</>}
      />
      <ChoosePlan plans={plans} chosen={plan.id} years={page.years} year={year} />
      <Kpis page={page} />
      <Pane title={words.heat.title(below)} note={words.heat.lead} actions={<HeatLegend hasEstimates={page.rows.some(({ own }) => own.isEstimate)} hasWeek={!page.ended} />} flush>
        <HeatTable page={page} />
        {page.regions.length === 0 ? <p className="note in-pane">{words.heat.nobody}</p> : null}
      </Pane>
      <div className="cockcols">
        <div><Path page={page} />{page.tiles.length > 0 ? <Tiles page={page} /> : null}<div className="no-print"><Departments planId={plan.id} year={year} departments={page.departments} /></div></div>
        <div><div className="cockmine">{page.ended ? <Ended on={page.ended.on} planId={plan.id} /> : null}<Needs page={page} /></div>{page.news ? <News news={page.news} /> : null}</div>
      </div>
    </div>
  );
}
