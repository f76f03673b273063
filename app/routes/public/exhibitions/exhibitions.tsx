import { z } from 'zod';
import { listExhibitions } from '#app/domain/children/solicitations/exhibition.ts';
import { featuredWorks } from '#app/domain/children/solicitations/featured.ts';
import { kinds } from '#app/domain/children/solicitations/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { WorkCard } from './work-card.tsx';
import type { Route } from './+types/exhibitions.ts';

const Asked = z.object({ ...cursorInput, kind: z.enum(kinds).optional().catch(undefined) });

export function loader({ request, context }: Route.LoaderArgs) {
  const asked = query(request, Asked);
  const ctx = context.get(ctxKey);
  return show(async () => ({ asked, page: await listExhibitions(ctx, asked), first: asked.after || asked.before ? [] : await featuredWorks(ctx, asked.kind) }));
}

/** 孩子们的作品: works that received something, then all exhibitions, the newest first. */
export default function Exhibitions({ loaderData: { page, asked, first } }: Route.ComponentProps) {
  const words = useWords(solicitationsWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const Head = first.length > 0 ? 'h3' : 'h2';
  const address = (kind?: string) => (kind ? `/exhibitions?kind=${kind}` : '/exhibitions');
  return (
    <div className="wrap body">
      <PageTitle title={words.public.title} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={words.public.title} />
      <PageHead title={words.public.title} lead={words.public.lead} />
      <FilterBar label={words.columns.kind} filters={[{ href: address(), label: words.public.all, current: !asked.kind }, ...kinds.map((kind) => ({ href: address(kind), label: words.kinds[kind], current: asked.kind === kind }))]} />
      {first.length > 0 && (
        <>
          <h2>{words.public.first}</h2>
          <ul className="gallery">{first.map((work) => <li key={work.id}><WorkCard work={work} head="h3" from={{ href: `/exhibitions/${work.exhibition}`, title: `${work.exhibitionTitle} · ${work.place}` }} /></li>)}</ul>
          <h2>{words.public.every}</h2>
        </>
      )}
      {page.rows.length === 0 ? <Empty drawing="pencil" text={words.public.none} /> : (
        <ul className="cards">
          {page.rows.map((row) => (
            <li key={row.id} className="card">
              <p className="row close"><Tag kind="plain">{words.kinds[row.kind]}</Tag> <span className="small muted">{row.decidedAt ? shortDay(beijingDay(row.decidedAt), locale) : ''}</span></p>
              <Head><a href={`/exhibitions/${row.id}`}>{row.title}</a></Head>
              <p className="muted">{words.public.of(row.place, row.works)}</p>
            </li>
          ))}
        </ul>
      )}
      <Pager
        prev={page.previous ? `${address(asked.kind)}${asked.kind ? '&' : '?'}before=${page.previous}` : undefined}
        next={page.next ? `${address(asked.kind)}${asked.kind ? '&' : '?'}after=${page.next}` : undefined}
        words={{ label: words.public.title, prev: site.previous, next: site.next }}
      />
    </div>
  );
}
