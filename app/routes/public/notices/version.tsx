import { getVersion } from '#app/domain/pilot/notices/versions.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Words } from '#app/ui/light/phrases.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { PageTitle } from '../page-title.tsx';
import type { Route } from './+types/version.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const { version, content, hash, reason, publishedAt } = await getVersion(context.get(ctxKey), params.id, Number(params.version));
    return { id: params.id, version, content, hash, reason, publishedAt };
  });
}

/** 一版公示 as everybody was shown it. */
export default function NoticeVersionPage({ loaderData: { id, version, content, hash, reason, publishedAt } }: Route.ComponentProps) {
  const words = useWords(noticesWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  return (
    <div className="wrap body">
      <PageTitle title={content.title} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/notices', label: words.title }, { href: `/notices/${id}`, label: content.title }]} here={words.desk.version(version)} />
      <Callout kind="info">
        <p>{words.versionLine(version, shortTime(publishedAt, locale))} <a href={`/notices/${id}`}>{words.backToNotice}</a></p>
        {reason ? <p>{reason}</p> : null}
      </Callout>
      <article className="paper">
        <h1><Words text={content.title} /></h1>
        <p className="small muted">{content.call} · {words.fromTo(content.startsOn, content.endsOn)}</p>
        {(content.body || words.bodyDefault(content.entries.length)).split(/\n+/).map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
        <DataTable
          caption={words.list}
          rows={content.entries}
          keyOf={(entry) => entry.number}
          columns={[
            { head: words.columns.community, isName: true, cell: (entry) => entry.name },
            { head: words.columns.number, cell: (entry) => (entry.state === 'removed' ? words.removedBecause(entry.removedReason) : entry.correction ? `${entry.number} ${words.correctedTo(entry.correction)}` : entry.number) },
          ]}
        />
        {content.method ? <MethodOf method={content.method} /> : null}
        <p className="small muted" style={{ overflowWrap: 'anywhere' }}>
          {words.print.hash} <code>{hash}</code>
        </p>
        <p className="row small">
          {words.versionFiles} <a href={`/notices/${id}/versions/${version}/notice.json`}>JSON</a> <a href={`/notices/${id}/versions/${version}/notice.pdf`}>PDF</a> <a href={`/verify?q=${hash}`}>{words.verify}</a>
        </p>
      </article>
    </div>
  );
}

/** 计分方法说明 as it was printed with the notice. */
export function MethodOf({ method }: { method: { zh: string; en: string } }) {
  const words = useWords(noticesWords);
  const locale = useLocale();
  return (
    <details>
      <summary>{words.method}</summary>
      {(locale === 'en' ? method.en : method.zh).split(/\n+/).map((line) => <p key={line}>{line}</p>)}
    </details>
  );
}
