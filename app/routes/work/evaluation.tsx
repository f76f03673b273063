import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { commentOn } from '#app/domain/pilot/evaluation/hear.ts';
import { CommentInput } from '#app/domain/pilot/evaluation/input.ts';
import { getEvaluation } from '#app/domain/pilot/evaluation/read.ts';
import { evaluationLines } from '#app/domain/pilot/evaluation/report-lines.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { EvaluationView, Lines } from '#app/routes/public/evaluations/evaluation-view.tsx';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { WorkHead } from './work-head.tsx';
import type { Route } from './+types/evaluation.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const evaluation = await getEvaluation(ctx, place.code, params.id);
    const sections = evaluation.content.edition ? (await getEdition(ctx, evaluation.content.edition.id)).sections : null;
    return { place, evaluation, sections, isSent: new URL(request.url).searchParams.has('sent') };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, CommentInput, async ({ comment }) => {
    await commentOn(ctx, params.code, params.id, comment);
    return redirect(`/work/${params.code}/evaluations/${params.id}?sent`);
  });
}

/** 一份评估 for its community: read it, comment on the draft, take the report. */
export default function EvaluationAtWork({ loaderData: { place, evaluation, sections, isSent }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(evaluationWords);
  const { work } = words;
  const { asItWas } = useWords(timeMachineWords);
  const locale = useLocale();
  const { content, state, commentUntil } = evaluation;
  const title = words.reportOf(content.community, words.kinds[content.kind], content.subject, content.year);
  return (
    <>
      <PageTitle title={title} />
      <WorkHead place={place} here="evaluations" title={title} tags={<Tag kind={state === 'concluded' ? 'ok' : 'open'}>{words.states[state]}</Tag>} />
      <div className="wrap body apply-page">
        {problem?.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
        {isSent && !problem ? <Callout kind="ok">{work.sent}</Callout> : null}
        {state === 'concluded' ? (
          <div className="row no-print">
            {(['pdf', 'docx'] as const).map((format) => <ButtonLink key={format} kind="quiet" small href={`/work/${place.code}/evaluations/${evaluation.id}/report.${format}`}>{words.download[format]}</ButtonLink>)}
            {evaluation.concludedAt ? <ButtonLink kind="plain" small href={`/past/${place.code}?day=${beijingDay(evaluation.concludedAt)}`}>{asItWas}</ButtonLink> : null}
          </div>
        ) : null}
        {state === 'commenting' && commentUntil ? <Callout kind="info">{evaluation.canComment ? work.commentLead(shortDay(commentUntil, locale)) : evaluation.commentedAt ? work.commented(evaluation.commentedByName) : work.over}</Callout> : null}
        <EvaluationView content={content} sections={sections} />
        <section className="card">
          <h2>{words.commentTitle}</h2>
          {content.comment || state === 'concluded' ? <Lines lines={evaluationLines(content, locale).comment} /> : null}
          {evaluation.canComment ? (
            <form method="post">
              <LongTextField id="comment" label={work.comment} hint={work.commentHint} words={work} required rows={5} limit={4000} error={problem?.fields?.['comment']?.[0]} defaultValue={typeof problem?.given?.comment === 'string' ? problem.given.comment : ''} input={{ maxLength: 4000 }} />
              <p className="row"><Button>{work.send}</Button></p>
            </form>
          ) : null}
        </section>
        {evaluation.hash ? <p className="small muted">{words.hash} <code style={{ overflowWrap: 'anywhere' }}>{evaluation.hash}</code></p> : null}
      </div>
    </>
  );
}
