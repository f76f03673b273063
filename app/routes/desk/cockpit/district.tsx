import { Button } from 'antd';
import { Link } from 'react-router';
import { districtInCockpit } from '#app/domain/city/cockpit/district.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { PrintButton } from '#app/ui/desk/print-button.tsx';
import { told } from '../../public/plans/words.ts';
import { ChoosePlan } from './choose-plan.tsx';
import { Asked } from './cockpit.tsx';
import { shownDistrict } from './load-district.ts';
import { Ended } from './ended.tsx';
import { AlertLines } from './needs.tsx';
import { News } from './panes.tsx';
import { OnePath } from './path.tsx';
import { Sheets } from './sheets.tsx';
import { Standings } from './standings.tsx';
import { Numbers } from './numbers.tsx';
import type { Route } from './+types/district.ts';

export function loader({ request, context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const view = await districtInCockpit(ctx, params.code, query(request, Asked));
    return { plans: view.plans.map((plan) => ({ id: plan.id, name: told(plan, ctx.locale), place: plan.place })), page: shownDistrict(view, ctx.locale) };
  });
}

/** 一个地区在计划里. */
export default function DistrictInCockpit({ loaderData: { plans, page } }: Route.ComponentProps) {
  const words = useWords(cockpitWords);
  const { plan, region, year } = page;
  return (
    <div className="cockpit">
      <PageHead
        crumbs={[{ label: words.title, to: `/desk/cockpit?plan=${plan.id}&year=${year}` }]} title={region.name}
        beside={<>{words.choose.yearOf(year)}{plan.isExample ? <span className="demo-figures">◇ {words.demo}</span> : null}</>}
        actions={<><PrintButton>{words.print}</PrintButton>{region.code.length <= 6 ? <Button href={`/scorecard/${region.code}?plan=${plan.id}&year=${year}`}>{words.public}</Button> : null}</>}
        lead={words.district.lead(plan.name, year)}
      />
      <ChoosePlan plans={plans} chosen={plan.id} years={page.years} year={year} />
      <Numbers items={[{ name: words.district.numbers.actions, value: page.sums.compared }, { name: words.district.numbers.behind, value: page.sums.behind, isBad: page.sums.behind > 0 }, { name: words.district.numbers.missing, value: page.sums.missing, isBad: page.sums.missing > 0 }, ...(page.ended ? [] : [{ name: words.district.numbers.alerts, value: page.sums.alerts, isBad: page.sums.alerts > 0 }])]} />
      <Pane title={words.district.figures} flush><Standings rows={page.rows} planId={plan.id} /></Pane>
      <div className="cockcols">
        <div>
          <Pane title={words.district.paths}>
            {page.paths.length === 0 ? <p className="note">{words.district.none}</p> : page.paths.map((path) => <section key={path.code} className="cockone"><h3>{path.code} {path.name}</h3><OnePath {...path} /></section>)}
          </Pane>
          <div className="no-print">
            <Pane title={words.district.others}><ul className="cockdeps">{page.others.map((each) => <li key={each.code}><Link to={`/desk/cockpit/districts/${each.code}?plan=${plan.id}&year=${year}`} {...(each.code === region.code ? { 'aria-current': 'page' as const } : {})}>{each.name}</Link></li>)}</ul></Pane>
          </div>
        </div>
        <div>
          {page.ended ? <Ended on={page.ended.on} planId={plan.id} /> : <Pane title={words.district.alerts} actions={page.sums.alerts > page.alerts.length ? <Link to={`/desk/warnings?region=${region.code}`}>{words.needs.alerts(page.sums.alerts)}</Link> : undefined} flush>{page.alerts.length === 0 ? <p className="note in-pane">{words.district.noAlerts}</p> : <AlertLines alerts={page.alerts} />}</Pane>}
          <Pane title={words.district.sheets} actions={page.waiting > 0 ? <Link to="/desk/collection">{words.needs.sheets(page.waiting)}</Link> : undefined}><Sheets rows={page.late} /></Pane>
          {page.ended ? null : <News news={page.news} />}
        </div>
      </div>
    </div>
  );
}
