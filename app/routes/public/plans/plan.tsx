import { useRouteLoaderData } from 'react-router';
import { z } from 'zod';
import { cityWords } from '#app/i18n/city.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Numbers } from '#app/ui/light/numbers.tsx';
import { Callout, PageHead, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { ActionTable, MarkKey } from './action-table.tsx';
import { loadPlanPage, type PlanPage } from './load.ts';
import { sourceWords } from './words.ts';
import type { Route } from './+types/plan.ts';

const Asked = z.object({ revision: z.coerce.number().int().min(1).max(100_000).optional() });

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(() => loadPlanPage(context.get(ctxKey), params.id, query(request, Asked).revision));
}

/** 一个行动计划. */
export default function Plan({ loaderData: plan }: Route.ComponentProps) {
  const words = useWords(cityWords);
  const site = useWords(siteWords);
  const place = plan.place || words.nation;
  const hasCard = /^\d{4,6}$/.test(plan.regionCode);
  return (
    <>
      <div className="wrap">
        <PageTitle title={plan.title} about={plan.goal || words.lead} />
        <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/plans', label: words.title }]} here={place} />
        <PageHead
          title={plan.title} lead={plan.goal}
          tags={<><Tag kind={plan.state === 'closed' ? 'plain' : 'ok'}>{words.states[plan.state]}</Tag>{plan.isExample ? <Tag kind="check">{words.example}</Tag> : null}<span>{place}</span><span>{words.years(String(plan.years[0]), String(plan.years.at(-1)))}</span>{plan.issuer ? <span>{words.issuer} {plan.issuer}</span> : null}</>}
        />
        {plan.isNewest ? null : <Callout kind="check">{words.old} <a href={`/plans/${plan.id}`}>{words.toNewest}</a></Callout>}
        {plan.isExample ? <Callout kind="check">{words.exampleWhy}</Callout> : null}
        {hasCard ? <p className="toscore"><a href={`/scorecard/${plan.regionCode}?plan=${plan.id}`}>{words.scorecard}</a></p> : null}
      </div>
      <Sums plan={plan} />
      {plan.hasClosing ? <Section title={words.closing} mist tight><p className="plaintext measure">{plan.closing}</p></Section> : null}
      <Section title={words.actions} lead={words.actionsLead(plan.year, hasCard)} tight>
        <MarkKey />
        <Actions plan={plan} />
      </Section>
      <Reports plan={plan} />
      <Notes plan={plan} />
    </>
  );
}

function Sums({ plan: { sums, isExample, year } }: { plan: PlanPage }) {
  const words = useWords(cityWords);
  const { isDemo = false } = (useRouteLoaderData('root') as { isDemo: boolean } | undefined) ?? {};
  const demo = isDemo && isExample;
  const of = (many: number, all: number) => [{ value: String(many), unit: words.numbers.of(all) }];
  return (
    <Section title={words.numbers.title} hideTitle tight>
      <Numbers
        demoWord={words.numbers.demo}
        items={[
          { label: words.numbers.actions, parts: [{ value: String(sums.actions), unit: words.numbers.items }] },
          { label: words.numbers.reached(year), demo, parts: [...of(sums.reached, sums.numbers), ...(sums.onPath > 0 ? [{ value: '', unit: words.onPath(sums.onPath) }] : [])] },
          { label: words.numbers.milestones, demo, parts: sums.milestones === 0 ? [{ value: '—', unit: '' }] : of(sums.done, sums.milestones) },
          { label: words.numbers.missing(year), demo, parts: [{ value: String(sums.missing), unit: words.numbers.items }, ...(year !== null && sums.due > 0 ? [{ value: '', unit: words.numbers.due(sums.due) }] : [])] },
        ]}
      />
      {sums.notShown > 0 ? <p className="note">{words.numbers.notShown(sums.notShown)}</p> : null}
    </Section>
  );
}

function Actions({ plan }: { plan: PlanPage }) {
  const words = useWords(cityWords);
  if (plan.campaigns.length === 0) return <ActionTable planId={plan.id} caption={words.actions} rows={plan.actions} />;
  return (
    <>
      {plan.campaigns.map((campaign) => {
        const rows = plan.actions.filter((action) => action.campaign === campaign.no);
        return (
          <section key={campaign.no} className="campaign">
            <h3><small>{words.campaign(campaign.no)}</small> {campaign.name}</h3>
            {rows.length > 0 ? <ActionTable planId={plan.id} caption={campaign.name} rows={rows} /> : <p className="note">{words.empty}</p>}
          </section>
        );
      })}
    </>
  );
}

function Reports({ plan: { id, reports } }: { plan: PlanPage }) {
  const words = useWords(monitoringWords);
  const locale = useLocale();
  if (reports.length === 0) return null;
  return (
    <Section title={words.title} tight>
      <ul className="linklist">
        {reports.map((each) => (
          <li key={each.id}>
            <a href={`/plans/${id}/reports/${each.kind === 'closing' ? 'closing' : each.year}`}>{words.short(each.kind, each.year)}</a>
            <small>{words.edition(each.edition)} · {shortDay(each.day, locale)}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Notes({ plan }: { plan: PlanPage }) {
  const words = useWords(cityWords);
  const locale = useLocale();
  return (
    <Section title={words.caveats} mist tight>
      <ul className="reasons">
        {plan.source ? <li>{words.source}{locale === 'en' ? ': ' : '：'}{plan.source.split(' ; ').map((each) => sourceWords(each, words)).join(locale === 'en' ? '; ' : '；')}</li> : null}
        {plan.caveats.map((caveat) => <li key={caveat}>{caveat}</li>)}
      </ul>
      <h3>{words.revisions}</h3>
      <ul className="linklist">
        {plan.revisions.map((each) => (
          <li key={each.revision}>
            <a href={`/plans/${plan.id}?revision=${each.revision}`}>{words.revision(each.revision)}</a>
            <small>{shortDay(each.day, locale)} · {each.reason} · {words.hash} <code>{each.hash.slice(0, 12)}</code></small>
          </li>
        ))}
      </ul>
      <h3>{words.openData}</h3>
      <p><a href={`/api/v1/plans/${plan.id}`}>{words.json}</a></p>
    </Section>
  );
}
