import { redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { sayingOf } from '#app/domain/children/survey-results/alpha.ts';
import { PromiseInput } from '#app/domain/children/survey-results/input.ts';
import { leastForAnswers, longestPromise } from '#app/domain/children/survey-results/model.ts';
import { staffResult } from '#app/domain/children/survey-results/read.ts';
import { promisesOf, tellChildren } from '#app/domain/children/survey-results/tell-children.ts';
import { viewOf } from '#app/domain/children/survey-results/view.ts';
import { isForChildren } from '#app/domain/children/surveys/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { surveyResultsWords } from '#app/i18n/survey-results.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { picturesOf } from '#app/routes/public/surveys/pictures.ts';
import { ResultBody } from '#app/routes/public/surveys/result-body.tsx';
import { act, deed, sentBack } from '#app/routes/work/plan/act.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { SurveysHead } from './surveys-head.tsx';
import type { Route } from './+types/results.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const { reliability, ...found } = await staffResult(ctx, place.code, params.round);
    const view = viewOf(found);
    const isAboutChildren = isForChildren(view.head.audience);
    return { place, view, reliability, isAboutChildren, pictures: await picturesOf(ctx, view), promises: isAboutChildren ? await promisesOf(ctx, place.code, params.round) : [], isSaved: new URL(request.url).searchParams.has('saved'), mayExport: may(ctx.actor, 'survey.answers', { regionCode: place.code }) };
  });
}

export function action({ params: { code, round }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return act(ctx, request, {
    promise: deed(PromiseInput, async (input) => {
      await tellChildren(ctx, code, round, input);
      return redirect(`/work/${code}/children/surveys/rounds/${round}/results?saved=1`);
    }),
  });
}

type Page = Route.ComponentProps['loaderData'];

/** 一轮的结果 for those who work for the community: their own table, and what children are told. */
export default function SurveyResults({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(surveyResultsWords);
  const { place, view, pictures, isSaved, isAboutChildren, mayExport } = loaderData;
  const { head } = view;
  const here = `/work/${place.code}/children/surveys/rounds/${head.roundId}`;
  return (
    <>
      <SurveysHead
        place={place} title={words.title} lead={words.lead} refusal={actionData?.refusal} told={isSaved ? words.will.saved : undefined}
        beyond={[{ href: here, label: head.title }]} tags={head.isInvented ? <Tag>{words.invented}</Tag> : undefined}
      />
      <ResultBody view={view} pictures={pictures} reader="staff" files={[
        { href: `${here}/results.csv`, label: words.files.csv }, { href: `${here}/results.xlsx`, label: words.files.xlsx },
        { href: `/surveys/${head.roundId}`, label: words.files.public }, ...(isAboutChildren ? [{ href: `/child/survey/${head.roundId}/results`, label: words.files.child }] : []),
      ]}>
        <Together {...loaderData} />
        {mayExport ? <AnswersForm here={here} /> : null}
        {isAboutChildren ? <Promises {...loaderData} problem={actionData} /> : null}
      </ResultBody>
    </>
  );
}

function Together({ reliability, view }: Page) {
  const words = useWords(surveyResultsWords);
  const { themes } = useWords(surveysWords);
  const rows = view.themes.flatMap(({ theme }) => (reliability[theme] ? [{ theme, of: reliability[theme] }] : []));
  return (
    <Section title={words.reliability.title} lead={words.reliability.lead} mist tight>
      <DataTable caption={words.reliability.caption} rows={rows} keyOf={({ theme }) => theme} columns={[
        { head: words.themes.theme, isName: true, cell: ({ theme }) => themes[theme] },
        { head: words.reliability.alpha, right: true, cell: ({ of }) => (of.alpha === null ? '—' : of.alpha.toFixed(2)) },
        { head: words.reliability.says, cell: ({ of }) => words.reliability[sayingOf(of)] },
      ]} />
    </Section>
  );
}

/** 逐份的答案: asked for with a reason, for those who do not know the children. */
function AnswersForm({ here }: { here: string }) {
  const { answers: words } = useWords(surveyResultsWords);
  const { form } = useWords(surveysWords);
  return (
    <Section title={words.title} lead={words.lead(leastForAnswers)} tight id="answers">
      <form method="post" action={`${here}/answers.csv`} className="formpage no-print">
        <TextField id="reason" label={words.reason} hint={words.reasonHint} words={form} required input={{ required: true, minLength: 6, maxLength: 300 }} />
        <p className="row"><Button kind="quiet">{words.go}</Button></p>
      </form>
    </Section>
  );
}

function Promises({ promises, problem }: Page & { problem: Route.ComponentProps['actionData'] }) {
  const words = useWords(surveyResultsWords);
  const { form } = useWords(surveysWords);
  const was = sentBack(problem, 'promise');
  return (
    <Section title={words.will.title} lead={words.will.lead} tight id="will">
      <form method="post" className="no-print">
        <LongTextField id="lines" label={words.will.label} hint={words.will.hint(longestPromise)} words={form} required rows={5} error={was.error('lines')} defaultValue={was.text('lines', promises.join('\n'))} />
        <p className="row"><Button name="go" value="promise">{words.will.save}</Button></p>
      </form>
    </Section>
  );
}
