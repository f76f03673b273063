import { redirect } from 'react-router';
import { z } from 'zod';
import { SayInput } from '#app/domain/pilot/objections/input.ts';
import { actByCode } from '#app/domain/pilot/objections/objector-acts.ts';
import { trackObjection } from '#app/domain/pilot/objections/track.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, longDay, shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import type { SquareState } from '#app/ui/light/squares.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { Timeline } from '#app/ui/light/timeline.tsx';
import { PageTitle } from '../page-title.tsx';
import { Decision } from './decision.tsx';
import { evidenceOf } from './evidence-of.ts';
import { Exchange } from './exchange.tsx';
import { YourDeeds } from './your-deeds.tsx';
import type { Route } from './+types/objection.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  const isNew = new URL(request.url).searchParams.get('new') === 'yes';
  return show(async () => ({ objection: await trackObjection(context.get(ctxKey), params.code), isNew }));
}

const Deed = SayInput.extend({ deed: z.enum(['reply', 'withdraw', 'appeal']) });

export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async ({ deed, body }, _given, form) => {
    await actByCode(ctx, params.code, deed, { body, uploads: await evidenceOf(form) });
    const isThere = await trackObjection(ctx, params.code).then(() => true, () => false);
    return redirect(isThere ? `/objections/${params.code}` : '/objections?withdrawn=yes');
  });
}

const at = { received: 1, 'under-review': 1, answered: 3, withdrawn: 5, duplicate: 3 } as const;

export default function ObjectionPage({ loaderData: { objection, isNew }, actionData }: Route.ComponentProps) {
  const all = useWords(noticesWords);
  const words = useWords(objectionsWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  const reached = objection.noticeState === 'final' ? 5 : at[objection.state];
  const step = (index: number): SquareState => (index < reached ? 'done' : index === reached ? 'now' : 'next');
  const when = [objection.isAnonymous ? shortDay(beijingDay(objection.receivedAt), locale) : shortTime(objection.receivedAt, locale), undefined, objection.answeredAt ? shortTime(objection.answeredAt, locale) : undefined];
  const isEnded = objection.state === 'answered' || objection.state === 'duplicate' || objection.state === 'withdrawn';
  return (
    <div className="wrap body">
      <PageTitle title={words.trackTitle} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/notices', label: all.title }]} here={objection.code} />
      <PageHead title={isNew ? words.receivedTitle : words.trackTitle} tags={<Tag kind={isEnded ? 'ok' : 'open'}>{words.state[objection.state]}</Tag>} />
      {isNew ? <Callout kind="ok">{words.receivedText}</Callout> : null}
      {objection.isBoxed ? <Callout kind="info">{words.boxedText}</Callout> : objection.waiting.length > 0 ? <Callout kind="info">{words.waitingText}</Callout> : null}
      <div className="withside" style={{ marginTop: 24 }}>
        <div>
          <Facts
            facts={[
              { term: words.code, text: <strong>{objection.code}</strong> },
              { term: words.ofNotice, text: <a href={`/notices/${objection.noticeId}`}>{objection.noticeTitle}</a> },
              { term: words.about, text: objection.about ? `${objection.about} · ${words.kinds[objection.kind]}` : words.aboutAll },
              { term: words.receivedOn, text: when[0] },
              { term: words.dueOn, text: longDay(objection.answerDueOn, locale) },
              { term: words.hash, text: <code style={{ overflowWrap: 'anywhere' }}>{objection.hash}</code> },
            ]}
          />
          <p className="small muted">{words.hashHint}</p>
          {objection.firstDueOn ? <p>{words.extended(objection.firstDueOn)}{objection.extensionReason}</p> : null}
          <p className="row" style={{ marginBlock: 16 }}>
            <ButtonLink kind="quiet" small download href={`/objections/${objection.code}/receipt.pdf`}>{words.receipt}</ButtonLink>
          </p>
          <Decision decision={objection} />
          {objection.state === 'duplicate' ? (
            <section className="sec tight">
              <h2>{words.answer}</h2>
              {objection.main?.outcome ? <p>{words.mainText} <strong>{words.outcomes[objection.main.outcome]}</strong></p> : <p>{words.mainWaiting}</p>}
              {objection.main?.answer ? <p className="kept">{objection.main.answer}</p> : null}
            </section>
          ) : null}
          {objection.appeal ? (
            <section className="sec tight">
              <h2>{words.appealOf}</h2>
              <p><Tag kind={objection.appeal.state === 'answered' ? 'ok' : 'open'}>{words.state[objection.appeal.state]}</Tag></p>
              {objection.appeal.raisedBy === 'applicant' ? <p>{words.appealByApplicant}</p> : <p className="kept">{objection.appeal.content}</p>}
              <p className="small muted">{words.dueOn}{locale === 'en' ? ': ' : '：'}{longDay(objection.appeal.answerDueOn, locale)}</p>
              <Decision decision={objection.appeal} />
            </section>
          ) : null}
          <Exchange messages={objection.messages} isAnonymous={objection.isAnonymous} />
          <YourDeeds objection={objection} problem={problem} />
          <section className="sec tight">
            <h2>{words.yours}</h2>
            <p className="kept">{objection.content}</p>
            {objection.files.length > 0 ? (
              <>
                <h3>{words.yourEvidence}</h3>
                <ul>
                  {objection.files.map((file) => (
                    <li key={file.sha256}>{file.fileId && file.state === 'stored' ? <a href={`/objections/${objection.code}/evidence/${file.fileId}`}>{file.name}</a> : file.name}</li>
                  ))}
                </ul>
              </>
            ) : null}
          </section>
        </div>
        <aside className="card">
          <Timeline
            label={words.trackTitle}
            words={all.squares}
            moments={words.box.steps.map((one, index) => ({ title: one.title, ...(when[index] ? { when: when[index] } : {}), state: step(index) }))}
          />
        </aside>
      </div>
    </div>
  );
}
