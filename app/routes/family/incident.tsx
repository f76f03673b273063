import { noticeParts } from '#app/domain/children/incidents/model.ts';
import { noticeForGuardian } from '#app/domain/children/incidents/read.ts';
import { familyWords } from '#app/i18n/family.ts';
import { incidentWords } from '#app/i18n/incidents.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { Mixed } from '#app/ui/mixed.tsx';
import type { Route } from './+types/incident.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const { notice, toldAt, isPossible } = await noticeForGuardian(ctx, params.id);
    return { notice, isPossible, toldAt: shortTime(toldAt, ctx.locale) };
  });
}

/** 安全事件告知书, for a guardian: the six parts that the law lists, and what their child reads. */
export default function IncidentNoticePage({ loaderData: { notice, isPossible, toldAt } }: Route.ComponentProps) {
  const { family: words, notice: parts } = useWords(incidentWords);
  const { title } = useWords(familyWords);
  return (
    <div className="wrap body stacked families">
      <PageTitle title={words.title} />
      <Breadcrumb label={title} links={[{ href: '/family', label: title }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      {isPossible ? <Callout kind="check">{words.possible}</Callout> : null}
      <div className="prose">
        {noticeParts.map((part) => (
          <section key={part}>
            <h2>{parts.parts[part]}</h2>
            {notice[part].split('\n').filter(Boolean).map((line) => <p key={line}><Mixed>{line}</Mixed></p>)}
          </section>
        ))}
        <section>
          <h2>{words.child}</h2>
          <ul>{notice.child.map((line) => <li key={line}><Mixed>{line}</Mixed></li>)}</ul>
        </section>
        <p>{words.rights}</p>
        <p className="small muted">{words.told(toldAt)}</p>
      </div>
    </div>
  );
}
