import { redirect } from 'react-router';
import { z } from 'zod';
import { appealAsApplicant, giveStatement, objectionsToUs } from '#app/domain/pilot/objections/applicant-acts.ts';
import { SayInput } from '#app/domain/pilot/objections/input.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { longDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Decision } from '#app/routes/public/objections/decision.tsx';
import { EvidenceField } from '#app/routes/public/objections/evidence-field.tsx';
import { evidenceOf } from '#app/routes/public/objections/evidence-of.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import type { Route } from './+types/objections.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => ({ id: params.id, ...(await objectionsToUs(signedIn(context.get(ctxKey), request), params.id)) }));
}

const Deed = SayInput.extend({ deed: z.enum(['state', 'appeal']), objectionId: z.uuid() });

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async ({ deed, objectionId, body }, _given, form) => {
    const uploads = await evidenceOf(form);
    await (deed === 'state' ? giveStatement : appealAsApplicant)(ctx, params.id, objectionId, { body }, uploads);
    return redirect(`/apply/${params.id}/objections`);
  });
}

/** 涉及本单位的异议: what the office asks, and a way to answer and to appeal. */
export default function OurObjectionsPage({ loaderData: { id, number, objections }, actionData }: Route.ComponentProps) {
  const all = useWords(objectionsWords);
  const words = all.ours;
  const apply = useWords(applyWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.title} about={words.lead} />
      <Breadcrumb label={apply.form.crumbs} links={[{ href: '/', label: apply.form.home }, { href: '/apply', label: apply.home.title }, { href: `/apply/${id}/history`, label: number }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
      {objections.length === 0 ? <p>{words.none}</p> : null}
      {objections.map((objection) => {
        const given = problem.given?.['objectionId'] === objection.id ? (problem.given?.['body'] as string | undefined) : undefined;
        const deed = objection.isAsked ? 'state' : objection.mayAppeal ? 'appeal' : undefined;
        return (
          <section key={objection.id} className="card" style={{ marginBottom: 24 }}>
            <h2>
              {objection.raisedBy === 'applicant' ? words.yourAppeal : all.kinds[objection.kind]} <Tag kind={objection.state === 'answered' ? 'ok' : 'open'}>{all.state[objection.state]}</Tag>
            </h2>
            <p className="small muted">
              <a href={`/notices/${objection.noticeId}`}>{objection.noticeTitle}</a>
            </p>
            {objection.own ? <p className="kept">{objection.own}</p> : null}
            {objection.messages.map((message) => (
              <div key={message.id}>
                <p className="small muted">
                  <b>{message.isFromOffice ? words.asked : words.yourStatement}</b> {message.dueOn ? words.by(longDay(message.dueOn, locale)) : ''}
                </p>
                <p className="kept">{message.body}</p>
              </div>
            ))}
            {objection.files.length > 0 ? <p className="small">{objection.files.map(({ name }) => name).join(locale === 'en' ? ', ' : '、')}</p> : null}
            <Decision decision={objection} />
            {deed ? (
              <form method="post" encType="multipart/form-data">
                <input type="hidden" name="deed" value={deed} />
                <input type="hidden" name="objectionId" value={objection.id} />
                {deed === 'appeal' ? <p>{all.appealText(longDay(objection.appealUntil ?? '', locale))}</p> : null}
                <LongTextField
                  id={`body-${objection.id}`}
                  name="body"
                  label={deed === 'state' ? words.statement : all.appealWords}
                  hint={deed === 'state' ? words.statementHint : undefined}
                  words={{ required: all.required, optional: all.optional }}
                  required
                  rows={6}
                  limit={4000}
                  error={given === undefined ? undefined : problem.fields?.['body']?.[0]}
                  defaultValue={given}
                  input={{ maxLength: 4000 }}
                />
                <EvidenceField id={`evidence-${objection.id}`} hint={words.evidenceHint} />
                <p>
                  <Button>{deed === 'state' ? words.send : all.appealSend}</Button>
                </p>
              </form>
            ) : null}
          </section>
        );
      })}
      <p>
        <a href={`/apply/${id}/history`}>{words.back}</a>
      </p>
    </div>
  );
}
