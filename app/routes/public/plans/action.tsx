import { cityWords } from '#app/i18n/city.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Callout, Facts, PageHead, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { Districts } from './districts.tsx';
import { IndicatorBlock } from './indicator-block.tsx';
import { type ActionPage, loadActionPage } from './load-action.ts';
import { Milestones, Tasks } from './tasks.tsx';
import type { Route } from './+types/action.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(() => loadActionPage(context.get(ctxKey), params.id, params.action));
}

/** 一项行动 with every figure. */
export default function ActionOfPlan({ loaderData: action }: Route.ComponentProps) {
  const words = useWords(cityWords);
  const site = useWords(siteWords);
  return (
    <>
      <div className="wrap">
        <PageTitle title={`${action.title} · ${action.plan}`} about={action.about || action.plan} />
        <Breadcrumb label={site.crumb} links={[{ href: '/plans', label: words.title }, { href: `/plans/${action.id}`, label: action.plan }]} here={action.code} />
        <PageHead title={action.title} lead={action.about} tags={<><span>{action.code}</span>{action.campaign ? <span>{action.campaign}</span> : null}<span>{action.place || words.nation}</span>{action.isExample ? <Tag kind="check">{words.example}</Tag> : null}</>} />
        {action.isExample ? <Callout kind="check">{words.exampleWhy}</Callout> : null}
      </div>
      <Section title={words.who} tight><Who action={action} /></Section>
      {action.milestones.length > 0 ? <Section title={words.milestones} mist tight><Milestones rows={action.milestones} /></Section> : null}
      {action.tasks.length > 0 ? <Section title={words.tasks} tight><Tasks rows={action.tasks} /></Section> : null}
      {action.indicators.length > 0 ? <Section title={words.indicators} mist tight>{action.indicators.map((indicator) => <IndicatorBlock key={indicator.code} indicator={indicator} />)}</Section> : null}
      {action.districts ? <Districts table={action.districts} /> : null}
      <nav className="wrap row between planends" aria-label={words.actions}>
        {action.before ? <a href={`/plans/${action.id}/actions/${action.before.code}`} rel="prev">{words.previous}{' '}{action.before.code} {action.before.name}</a> : <span />}
        <a href={`/plans/${action.id}`}>{words.back}</a>
        {action.after ? <a href={`/plans/${action.id}/actions/${action.after.code}`} rel="next">{words.next}{' '}{action.after.code} {action.after.name}</a> : <span />}
      </nav>
    </>
  );
}

function Who({ action }: { action: ActionPage }) {
  const words = useWords(cityWords);
  const locale = useLocale();
  const named = (role: 'lead' | 'co') => {
    const of = action.leads.filter((lead) => lead.role === role);
    return of.length === 0 ? words.noLead : (
      <>{of.map((lead) => <span key={lead.department}>{lead.name} <small className="muted">{words.since(shortDay(lead.from, locale), lead.until && shortDay(lead.until, locale))}{lead.isInferred ? ` · ${words.inferred}` : ''}</small><br /></span>)}</>
    );
  };
  return (
    <Facts
      facts={[
        { term: words.leading, text: named('lead') },
        ...(action.leads.some(({ role }) => role === 'co') ? [{ term: words.co, text: named('co') }] : []),
        { term: words.budget, text: action.budgets.length === 0 ? words.noBudget : <>{action.budgets.map((budget) => <span key={budget.year}>{words.budgetLine(budget.year, budget.amount, budget.source)}<br /></span>)}</> },
      ]}
    />
  );
}
