import { useRouteLoaderData } from 'react-router';
import { publicReport } from '#app/domain/city/monitoring-reports/read.ts';
import { chapters, missingOf, placeIn, saidOf, sumsOf } from '#app/domain/city/monitoring-reports/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay, shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Numbers } from '#app/ui/light/numbers.tsx';
import { Callout, PageHead, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../../page-title.tsx';
import { told } from '../words.ts';
import { ReportActions } from './report-actions.tsx';
import { ReportAlerts } from './report-alerts.tsx';
import { ReportDistricts } from './report-districts.tsx';
import { AskedReport, whichOf } from './which.ts';
import type { Route } from './+types/report.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { kind, year } = whichOf(params.year);
    const { report, editions } = await publicReport(ctx, params.id, kind, year, query(request, AskedReport).edition);
    const { content, narrative, hash, edition, why, publishedAt, publishedByName } = report;
    return { content, narrative, hash, edition, why, publishedAt, publishedByName, editions: editions.map(({ edition: number, publishedAt: on, why: because }) => ({ edition: number, publishedAt: on, why: because })), path: `/plans/${params.id}/reports/${params.year}` };
  });
}

/** 公布的监测报告: the frozen content as a page, without a script. */
export default function MonitoringReport({ loaderData }: Route.ComponentProps) {
  const { content, narrative, edition, editions, path, why } = loaderData;
  const words = useWords(monitoringWords);
  const city = useWords(cityWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const { plan } = content;
  const title = words.of(told(plan, locale), content.kind, content.year);
  const sums = sumsOf(content);
  const { isDemo = false } = (useRouteLoaderData('root') as { isDemo: boolean } | undefined) ?? {};
  const demo = isDemo && plan.isExample;
  return (
    <>
      <div className="wrap">
        <PageTitle title={title} about={told(narrative.summary, locale) || title} />
        <Breadcrumb label={site.crumb} links={[{ href: '/plans', label: city.title }, { href: `/plans/${plan.id}`, label: told(plan, locale) }]} here={words.short(content.kind, content.year)} />
        <PageHead title={title} lead={words.asOf(shortTime(content.asOf, locale))} tags={<><span>{placeIn(content, locale === 'en') || words.nation}</span>{plan.issuer ? <span>{plan.issuer}</span> : null}<span>{words.edition(edition)}</span>{plan.isExample ? <Tag kind="check">{city.example}</Tag> : null}</>} />
        <div className="row no-print">{(['pdf', 'docx'] as const).map((format) => <ButtonLink key={format} kind="quiet" href={`${path}/report.${format}?edition=${edition}`}>{words.download(format === 'pdf' ? words.pdf : words.word)}</ButtonLink>)}</div>
        {edition === editions[0]!.edition ? null : <Callout kind="check">{words.old} <a href={path}>{words.toNewest}</a></Callout>}
        {why ? <Callout kind="info">{words.why(why)}</Callout> : null}
        {plan.isExample ? <Callout kind="check">{words.example}</Callout> : null}
      </div>
      <Section title={words.chapters.summary} tight>
        <Numbers
          demoWord={city.numbers.demo}
          items={[
            ...saidOf(sums).map(([name, many]) => ({ label: words.sums[name], demo, parts: [{ value: String(many), unit: `/ ${sums.asked}` }] })),
            { label: words.sums.milestones, demo, parts: [{ value: String(sums.done), unit: `/ ${sums.milestones}` }] },
            ...(sums.undone > 0 ? [{ label: words.sums.undone, demo, parts: [{ value: String(sums.undone), unit: `/ ${sums.milestones}` }] }] : []),
          ]}
        />
        <Words said={narrative.summary} />
      </Section>
      {plan.closing.zh ? <Section title={words.closing} tight><Words said={plan.closing} /></Section> : null}
      {chapters.filter((chapter) => chapter === 'work' && narrative[chapter].zh).map((chapter) => <Section key={chapter} title={words.chapters[chapter]} mist tight><Words said={narrative[chapter]} /></Section>)}
      <Section title={words.actions} tight><ReportActions actions={content.actions} /></Section>
      <ReportDistricts content={content} />
      <Section title={words.alerts} lead={words.alertsLead} tight><ReportAlerts alerts={content.alerts} districts={content.districts} /></Section>
      {chapters.filter((chapter) => (chapter === 'problems' || chapter === 'next') && narrative[chapter].zh).map((chapter) => <Section key={chapter} title={words.chapters[chapter]} mist tight><Words said={narrative[chapter]} /></Section>)}
      <About data={loaderData} />
    </>
  );
}

function Words({ said }: { said: { zh: string; en: string } }) {
  const locale = useLocale();
  return <p className="plaintext measure" {...(locale === 'en' && !said.en ? { lang: 'zh-CN' } : {})}>{locale === 'en' && said.en ? said.en : said.zh}</p>;
}

function About({ data: { content, editions, path, hash, publishedAt, publishedByName } }: { data: Route.ComponentProps['loaderData'] }) {
  const words = useWords(monitoringWords);
  const locale = useLocale();
  const missing = missingOf(content);
  return (
    <>
      <Section title={words.missing} lead={missing.length > 0 ? words.missingLead : undefined} mist tight>
        {missing.length === 0 ? <p className="note">{words.noMissing}</p> : <ul className="reasons">{missing.map(({ action, indicator }) => <li key={indicator.code}><a href={`#${indicator.code}`}>{indicator.code} {told(indicator, locale)}</a> <small className="muted">{action.code} {told(action, locale)}</small></li>)}</ul>}
      </Section>
      <Section title={words.about} tight>
        <p className="small">{words.planRevision(content.plan.revision, content.plan.hash.slice(0, 12))}<br />{words.fingerprint} <code style={{ overflowWrap: 'anywhere' }}>{hash}</code><br />{words.fingerprintWhy}{publishedAt ? <><br />{words.publishedBy(publishedByName, shortDay(beijingDay(new Date(publishedAt)), locale))}</> : null}</p>
        {editions.length > 1 ? <><h3>{words.editions}</h3><ul className="linklist">{editions.map((each) => <li key={each.edition}><a href={`${path}?edition=${each.edition}`}>{words.edition(each.edition)}</a>{each.why ? <small>{each.why}</small> : null}</li>)}</ul></> : null}
      </Section>
    </>
  );
}
