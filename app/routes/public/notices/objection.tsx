import { trackObjection } from '#app/domain/pilot/notices/objections.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime, longDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import type { SquareState } from '#app/ui/light/squares.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { Timeline } from '#app/ui/light/timeline.tsx';
import { PageTitle } from '../page-title.tsx';
import type { Route } from './+types/objection.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  const isNew = new URL(request.url).searchParams.get('new') === 'yes';
  return show(async () => ({ objection: await trackObjection(context.get(ctxKey), params.code), isNew }));
}

export default function ObjectionPage({ loaderData: { objection, isNew } }: Route.ComponentProps) {
  const all = useWords(noticesWords);
  const words = all.objection;
  const site = useWords(siteWords);
  const locale = useLocale();
  const at = objection.noticeState === 'final' ? 4 : ({ received: 1, 'under-review': 1, answered: 3 } as const)[objection.state];
  const step = (index: number): SquareState => (index < at ? 'done' : index === at && at < 4 ? 'now' : 'next');
  const when = [shortTime(objection.receivedAt, locale), undefined, objection.answeredAt ? shortTime(objection.answeredAt, locale) : undefined, undefined];
  return (
    <div className="wrap body">
      <PageTitle title={words.trackTitle} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/notices', label: all.title }]} here={objection.code} />
      <PageHead
        title={isNew ? words.receivedTitle : words.trackTitle}
        tags={<Tag kind={objection.state === 'answered' ? 'ok' : 'open'}>{words.state[objection.state]}</Tag>}
      />
      {isNew ? <Callout kind="ok">{words.receivedText}</Callout> : null}
      <div className="withside">
        <div>
          <Facts
            facts={[
              { term: words.code, text: <strong>{objection.code}</strong> },
              { term: words.ofNotice, text: <a href={`/notices/${objection.noticeId}`}>{objection.noticeTitle}</a> },
              { term: words.about, text: objection.about ?? words.aboutAll },
              { term: words.receivedOn, text: shortTime(objection.receivedAt, locale) },
              { term: words.dueOn, text: longDay(objection.answerDueOn, locale) },
            ]}
          />
          {objection.state === 'answered' ? (
            <section className="sec tight">
              <h2>{words.answer}</h2>
              <p>
                <strong>{objection.outcome ? words.outcomes[objection.outcome] : null}</strong>
              </p>
              <p className="kept">{objection.answer}</p>
            </section>
          ) : null}
          <section className="sec tight">
            <h2>{words.yours}</h2>
            <p className="kept">{objection.content}</p>
          </section>
        </div>
        <aside className="card">
          <Timeline
            label={words.trackTitle}
            words={all.squares}
            moments={words.steps.map((one, index) => ({ title: one.title, ...(when[index] ? { when: when[index] } : {}), state: step(index) }))}
          />
        </aside>
      </div>
    </div>
  );
}
