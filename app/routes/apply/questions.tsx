import { data, redirect } from 'react-router';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { getForm } from '#app/domain/pilot/applications/read.ts';
import { answerQuestion } from '#app/domain/pilot/questions/answer.ts';
import { AnswerInput } from '#app/domain/pilot/questions/input.ts';
import { mostAnswerPapers } from '#app/domain/pilot/questions/model.ts';
import { listForApplicant } from '#app/domain/pilot/questions/read.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { askingWords } from '#app/i18n/asking.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { beijingTime, longDay } from '#app/platform/dates.ts';
import { fieldProblems, type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';
import { FormHead } from './form/form-head.tsx';
import type { Route } from './+types/questions.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    return { form: await getForm(ctx, params.id), questions: await listForApplicant(ctx, params.id), today: ctx.now.toISOString() };
  });
}

/** The words and the files of one answer come in one plain form, so that it works without a script. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  if (ctx.actor.id === '') throw data<Problem>({ refusal: 'sign-in-again' }, 401);
  const form = await readForm(request);
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  const given = { questionId: String(form.get('questionId') ?? ''), text: String(form.get('text') ?? '') };
  const input = AnswerInput.safeParse(given);
  if (!input.success) return data<Problem>({ fields: fieldProblems(input.error, ctx.locale), given }, 400);
  try {
    await answerQuestion(ctx, params.id, { ...input.data, fileIds: await keep(ctx, form) });
    return redirect(`/apply/${params.id}/questions`);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

async function keep(ctx: Ctx, form: FormData): Promise<string[]> {
  const files = form.getAll('papers').filter((file) => typeof file !== 'string').filter((file) => file.size > 0);
  if (files.length > mostAnswerPapers) throw new Refusal('papers-full');
  const ids: string[] = [];
  for (const file of files) ids.push((await storeFile(ctx, { name: file.name, content: Buffer.from(await file.arrayBuffer()) })).id);
  return ids;
}

export default function QuestionsPage({ loaderData: { form, questions, today }, actionData }: Route.ComponentProps) {
  const { applicant: words } = useWords(askingWords);
  const locale = useLocale();
  return (
    <div className="wrap apply-page">
      <PageTitle title={`${words.title} · ${form.application.unit}`} />
      <FormHead form={form} today={today} here={words.title} />
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
      {questions.length === 0 ? <p className="muted">{words.none}</p> : null}
      {questions.map((question, at) => <OneQuestion key={question.id} question={question} at={at} problem={actionData?.given?.questionId === question.id ? actionData : undefined} />)}
    </div>
  );
}

type Asked = Route.ComponentProps['loaderData']['questions'][number];

function OneQuestion({ question, at, problem }: { question: Asked; at: number; problem: Problem | undefined }) {
  const all = useWords(askingWords);
  const words = useWords(applyWords).form;
  const locale = useLocale();
  const { applicant } = all;
  return (
    <section className="card" aria-labelledby={`question-${at}`}>
      <h3 id={`question-${at}`} style={{ whiteSpace: 'pre-line' }}>{question.forwarded}</h3>
      {question.state === 'forwarded' && question.dueOn ? <p className="small">{question.isLate ? all.late : all.until(longDay(question.dueOn, locale))}</p> : null}
      {question.answeredAt ? (
        <>
          <p style={{ whiteSpace: 'pre-line' }}>{question.answer}</p>
          {question.papers.length > 0 ? <ul>{question.papers.map((paper) => <li key={paper.fileId}><a href={`/questions/${question.id}/papers/${paper.fileId}`}>{paper.name}</a></li>)}</ul> : null}
          <p className="small muted">{all.answeredBy(question.answeredByName, beijingTime(question.answeredAt))}</p>
        </>
      ) : null}
      {question.mayAnswer ? (
        <form method="post" encType="multipart/form-data">
          <input type="hidden" name="questionId" value={question.id} />
          <LongTextField id={`text-${at}`} name="text" label={applicant.text} words={words} required error={problem?.fields?.text?.[0]} defaultValue={typeof problem?.given?.text === 'string' ? problem.given.text : ''} />
          <UploadField id={`papers-${at}`} name="papers" label={applicant.files} hint={applicant.filesHint} words={words} accept=".pdf,.jpg,.jpeg,.png,.webp,.heic,.heif" choose={applicant.file} rule={words.fileRule} multiple />
          <p className="row"><Button>{applicant.send}</Button></p>
        </form>
      ) : question.state === 'forwarded' && !question.isLate ? <p className="small muted">{applicant.only}</p> : null}
    </section>
  );
}
