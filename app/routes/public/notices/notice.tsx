import { regionsFor } from '#app/domain/base/accounts/access.ts';
import { levelOf } from '#app/domain/base/regions/model.ts';
import { versionsOfNotice } from '#app/domain/children/child-versions/read.ts';
import { getNotice } from '#app/domain/pilot/notices/read.ts';
import { listVersions } from '#app/domain/pilot/notices/versions.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Words } from '#app/ui/light/phrases.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { phaseTag } from './notice-line.ts';
import { NoticePeriod } from './notice-period.tsx';
import { ObjectionBox } from '../objections/objection-box.tsx';
import { Corrections } from './corrections.tsx';
import { ForChildren } from './for-children.tsx';
import { MethodOf } from './version.tsx';
import type { Route } from './+types/notice.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const notice = await getNotice(ctx, params.id);
    const versions = await listVersions(ctx, params.id);
    const writesAt = regionsFor(ctx.actor, 'child-version.write').find((code) => code !== '*' && levelOf(code) >= 4);
    return { ...notice, versions, method: versions[0]?.method, forChildren: await versionsOfNotice(ctx, params.id), writesAt };
  });
}

export default function NoticePage({ loaderData: notice }: Route.ComponentProps) {
  const words = useWords(noticesWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const isFinal = notice.phase === 'final';
  return (
    <div className="wrap body">
      <PageTitle title={notice.title} about={words.lead} />
      <Breadcrumb
        label={site.crumb}
        links={[{ href: '/', label: site.nav.home }, { href: '/notices', label: words.title }]}
        here={words.phases[notice.phase]}
      />
      <div className="withside">
        <article className="paper">
          <div className="row close small muted">
            <Tag kind={phaseTag[notice.phase]}>{words.phases[notice.phase]}</Tag>
            <span>
              {words.call} <a href={`/apply/calls/${notice.callId}`}>{(locale === 'en' && notice.callTitleEn) || notice.callTitle}</a>
            </span>
          </div>
          <h1><Words text={notice.title} /></h1>
          {(notice.body || words.bodyDefault(notice.entries.length)).split(/\n+/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <NoticePeriod days={notice.days} today={notice.today} phase={notice.phase} workingDays={notice.workingDays} />
          <DataTable
            caption={isFinal ? words.listFinal : words.list}
            rows={notice.entries}
            keyOf={(entry) => entry.applicationId}
            columns={[
              {
                head: words.columns.community,
                isName: true,
                cell: (entry) => (
                  <>
                    {isFinal && entry.state === 'standing' ? <a href={`/communities/${entry.regionCode}`}>{entry.name}</a> : entry.name}
                    {entry.state === 'removed' ? (
                      <>
                        {' '}
                        <Tag kind="bad">{words.removed}</Tag>
                      </>
                    ) : null}
                    {entry.movedUpOn ? <> <Tag kind="info">{words.movedUp(entry.movedUpOn)}</Tag></> : null}
                    {entry.correction ? <p className="small">{words.correctedTo(entry.correction)}</p> : null}
                  </>
                ),
              },
              { head: words.columns.place, cell: (entry) => entry.path.join(locale === 'en' ? ' › ' : '') },
              { head: words.columns.applicant, cell: (entry) => entry.applicant },
              {
                head: words.columns.number,
                cell: (entry) => (entry.state === 'removed' ? words.removedBecause(entry.removedReason) : entry.number),
              },
            ]}
          />
          <p className="row">
            <ButtonLink kind="quiet" small download href={`/notices/${notice.id}/list.csv`}>
              {words.download}
            </ButtonLink>
          </p>
          {notice.method ? <MethodOf method={notice.method} /> : null}
          <Corrections id={notice.id} versions={notice.versions} />
        </article>
        <aside>
          <ObjectionBox
            noticeId={notice.id}
            phase={notice.phase}
            days={notice.settings}
            all={notice.objections.all}
            open={notice.objections.open}
          />
          <ForChildren noticeId={notice.id} versions={notice.forChildren} writesAt={notice.writesAt} />
        </aside>
      </div>
    </div>
  );
}
