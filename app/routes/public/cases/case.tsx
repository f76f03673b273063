import { z } from 'zod';
import { publicEvidenceOf } from '#app/domain/pilot/case-library/public-evidence.ts';
import { citation } from '#app/domain/pilot/case-library/model.ts';
import { rulesOfCase } from '#app/domain/pilot/case-library/rules-of-case.ts';
import { getCase, reachByProvince } from '#app/domain/pilot/case-library/read.ts';
import { mapValues } from '#app/domain/public/statistics/model.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { TileMap } from '#app/ui/light/tile-map.tsx';
import { tiles } from '#app/ui/light/tile-places.ts';
import { PageTitle } from '../page-title.tsx';
import { summaryOf, titleOf } from './case-card.tsx';
import { RulesServed } from './rules-served.tsx';
import { OutcomeBars } from './outcome-bars.tsx';
import { Versions } from './versions.tsx';
import type { Route } from './+types/case.ts';

const Asked = z.object({ version: z.coerce.number().int().min(1).optional().catch(undefined) });

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const found = await getCase(ctx, params.id, query(request, Asked).version);
    return { found, served: await rulesOfCase(ctx, found), evidence: await publicEvidenceOf(ctx, found), reach: await reachByProvince(ctx, found.id) };
  });
}

/** 一个案例. */
export default function CasePage({ loaderData: { found, served, evidence, reach } }: Route.ComponentProps) {
  const words = useWords(casesWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const { content } = found;
  const title = titleOf(content, locale);
  const comma = locale === 'en' ? ', ' : '、';
  const text = (heading: string, said: string) => (said ? <section className="case-text"><h2>{heading}</h2><p>{said}</p></section> : null);
  const values = mapValues(Object.fromEntries(reach.map((row) => [row.province, row.places])), Object.keys(tiles));
  return (
    <div className="wrap body">
      <PageTitle title={title} about={summaryOf(content, locale)} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/cases', label: words.title }]} here={found.number} />
      <PageHead title={title} lead={summaryOf(content, locale)} tags={<>{content.tags.map((tag) => <Tag key={tag}>{words.tags[tag]}</Tag>)}<span>{words.ofCommunity(found.community, found.place)}</span></>} />
      {found.isNewest ? null : <Callout kind="check">{words.isOld} <a href={`/cases/${found.id}`}>{words.toNewest}</a></Callout>}
      <div className="two">
        <div className="parts">
          {text(words.problem, content.problem)}
          {text(words.action, content.action)}
          <section><h2>{words.outcome}</h2><OutcomeBars outcomes={content.outcomes} /></section>
          {text(words.lessons, content.lessons)}
          <section>
            <h2>{words.evidence}</h2>
            {evidence.length === 0 ? <p className="note">{words.noEvidence}</p> : (
              <ul className="linklist">{evidence.map((piece) => (
                <li key={piece.id}>
                  {piece.title}{piece.isWithdrawn ? <small>{words.evidenceGone}</small> : piece.files.map((file) => <small key={file.id}><a href={`/cases/${found.id}/evidence/${file.id}`}>{file.name}</a></small>)}
                </li>
              ))}</ul>
            )}
          </section>
        </div>
        <aside className="parts">
          <section className="card">
            <h2>{words.facts}</h2>
            <Facts facts={[
              { term: words.spent, text: words.cost(content.cost) }, { term: words.took, text: words.months(content.months) }, { term: words.started, text: shortDay(content.startedOn, locale) },
              ...(content.ages.length > 0 ? [{ term: words.forAges, text: content.ages.map((age) => words.ages[age]).join(comma) }] : []),
              ...(content.funding ? [{ term: words.funding, text: content.funding }] : []),
              ...(content.partners.length > 0 ? [{ term: words.partners, text: <>{content.partners.map(({ name, role }) => <span key={name}>{name}{role ? `（${role}）` : ''}<br /></span>)}</> }] : []),
              { term: words.serves, text: <RulesServed served={served} /> },
            ]} />
            <p className="no-print"><a className="btn quiet" href={`/work/take-case/${found.id}`}>{words.take}</a></p>
            <p className="small muted no-print">{words.takeHint}</p>
          </section>
          <section className="card">
            <h2>{words.cite}</h2>
            <p className="small">{citation({ number: found.number, version: found.version, title, community: found.community, year: beijingDay(found.publishedAt).slice(0, 4) }, locale)}</p>
            <Versions found={found} />
          </section>
        </aside>
      </div>
      <section className="sec tight">
        <h2>{words.reachTitle}</h2>
        <p>{words.reach(found.reach)}</p>
        {reach.length === 0 ? null : (
          <div className="reach">
            <TileMap values={values} locale={locale} words={{ title: words.reachMap, notCounted: words.notCounted, figure: words.figure, andMore: words.andMore }} />
            <DataTable
              caption={words.reachMap} phone="table" rows={reach} keyOf={(row) => row.province}
              columns={[{ head: words.province, isName: true, cell: (row) => (locale === 'en' ? tiles[row.province]?.en : tiles[row.province]?.zh) ?? row.province }, { head: words.places, right: true, cell: (row) => row.places }]}
            />
          </div>
        )}
      </section>
    </div>
  );
}
