import { listNotices } from '#app/domain/pilot/notices/read.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { NoticeList } from '#app/ui/light/notice-list.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import { noticeLine } from './notice-line.ts';
import type { Route } from './+types/notices.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = new URL(request.url).searchParams;
  const cursor = { after: asked.get('after') ?? undefined, before: asked.get('before') ?? undefined };
  return show(async () => ({ ...(await listNotices(ctx, { isPublic: true, ...cursor })), today: beijingDay(ctx.now) }));
}

export default function NoticesPage({ loaderData: { rows, next, previous, today } }: Route.ComponentProps) {
  const words = useWords(noticesWords);
  const { box: objections } = useWords(objectionsWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  return (
    <div className="wrap body">
      <PageTitle title={words.title} about={words.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <p className="row">
        <ButtonLink kind="quiet" small href="/objections">
          {objections.track}
        </ButtonLink>
        <a href="/objections/statistics">{objections.statistics}</a>
      </p>
      {rows.length ? (
        <NoticeList notices={rows.map((notice) => noticeLine(notice, locale, today))} />
      ) : (
        <Empty drawing="paper" text={words.none} action={<ButtonLink href="/pilots">{words.toPilots}</ButtonLink>} />
      )}
      <Pager
        prev={previous ? `/notices?before=${previous}` : undefined}
        next={next ? `/notices?after=${next}` : undefined}
        words={{ label: words.title, prev: site.previous, next: site.next }}
      />
    </div>
  );
}
