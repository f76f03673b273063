import { z } from 'zod';
import { standings } from '#app/domain/pilot/certification/model.ts';
import { publicCertificates } from '#app/domain/pilot/certification/read.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query, searchInput } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { PageTitle } from '../page-title.tsx';
import { squareOf } from './square-of.ts';
import type { Route } from './+types/certificates.ts';

const shown = standings.filter((standing) => standing !== 'replaced');
const Asked = z.object({ ...cursorInput, q: searchInput, standing: z.enum(shown).optional() });

export function loader({ request, context }: Route.LoaderArgs) {
  const asked = query(request, Asked);
  return show(async () => ({ page: await publicCertificates(context.get(ctxKey), asked), q: asked.q ?? '', standing: asked.standing }));
}

/** 持证社区: the public register. */
export default function Certificates({ loaderData: { page, q, standing } }: Route.ComponentProps) {
  const words = useWords(certificationWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const address = (wanted: Record<string, string | undefined>) => {
    const asked = new URLSearchParams(Object.entries(wanted).filter((pair): pair is [string, string] => Boolean(pair[1])));
    return asked.size ? `/certificates?${asked}` : '/certificates';
  };
  const say = (pair: { zh: string; en: string }) => (locale === 'en' ? pair.en : pair.zh);
  return (
    <div className="wrap body">
      <PageTitle title={words.list.title} about={words.list.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/pilots', label: site.nav.pilots }]} here={words.list.title} />
      <PageHead title={words.list.title} lead={words.list.lead} />
      <div className="stacked">
        <form className="row" role="search">
          {standing ? <input type="hidden" name="standing" value={standing} /> : null}
          <input className="in grow" type="search" name="q" defaultValue={q} maxLength={40} aria-label={words.list.search} placeholder={words.list.search} />
          <Button kind="quiet">{words.list.go}</Button>
          <ButtonLink kind="plain" href="/verify-certificate">{words.list.verify}</ButtonLink>
        </form>
        <FilterBar
          label={words.list.standing}
          filters={[
            { href: address({ q }), label: words.list.all, current: !standing },
            ...shown.map((one) => ({ href: address({ q, standing: one }), label: words.standings[one], current: one === standing })),
          ]}
        />
      </div>
      {page.rows.length ? (
        <DataTable
          caption={words.list.caption}
          rows={page.rows}
          keyOf={(row) => row.id}
          columns={[
            { head: words.list.community, isName: true, cell: (row) => <a href={`/certificates/${row.number}`}>{row.content.unit}</a> },
            { head: words.list.place, cell: (row) => row.content.place.join(locale === 'en' ? ' › ' : '') },
            { head: words.list.level, cell: (row) => (row.content.grade ? words.gradeOf(say(row.content.level), say(row.content.grade)) : say(row.content.level)) },
            { head: words.list.number, cell: (row) => row.number },
            { head: words.list.until, cell: (row) => shortDay(row.validUntil, locale) },
            { head: words.list.standing, cell: (row) => <Status state={squareOf[row.standing]}>{words.standings[row.standing]}</Status> },
          ]}
        />
      ) : (
        <Empty drawing="house" text={q || standing ? words.list.none : words.list.noneYet} action={q || standing ? <ButtonLink kind="quiet" href="/certificates">{words.list.seeAll}</ButtonLink> : <ButtonLink kind="quiet" href="/notices">{site.nav.notices}</ButtonLink>} />
      )}
      <Pager
        prev={page.previous ? address({ q, standing, before: page.previous }) : undefined}
        next={page.next ? address({ q, standing, after: page.next }) : undefined}
        words={{ label: words.list.caption, prev: site.previous, next: site.next }}
      />
    </div>
  );
}
