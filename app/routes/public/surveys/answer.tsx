import { outside } from '#app/domain/children/surveys/model.ts';
import survey from '#app/enhance/survey.ts?worker&url';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { siteWords } from '#app/i18n/site.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { SaidSoFar } from './said-so-far.tsx';
import { type Door, openWalk, type Walk, walk } from './walk.ts';
import type { Route } from './+types/answer.ts';

export function loader({ request, context, params }: Route.LoaderArgs) {
  if (params.code === undefined) return openWalk(context.get(ctxKey), request);
  return { kind: 'door', code: params.code.slice(0, 20), isDone: false } satisfies Door;
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return walk(ctx, request, '/surveys/answer', (locale) => {
    const speaking = { ...ctx, locale };
    context.set(ctxKey, speaking);
    return speaking;
  });
}

/** 填问卷: carers and staff, one question a page; what is chosen stays in the page until it is handed in. */
export default function AnswerSurvey({ loaderData, actionData }: Route.ComponentProps) {
  const { answer: words } = useWords(surveysWords);
  const here = actionData ?? loaderData;
  return (
    <div className="wrap body">
      <PageTitle title={here.kind === 'card' ? here.title : words.title} />
      {here.kind === 'card' ? <><Card walk={here} /><script type="module" src={survey} /></> : <Entrance door={here} />}
    </div>
  );
}

function Entrance({ door: { code, refusal, isDone } }: { door: Door }) {
  const all = useWords(surveysWords);
  const { answer: words } = all;
  const locale = useLocale();
  if (isDone) return <><h1>{words.done}</h1><p>{words.doneLead}</p><p><a href="/">{words.home}</a></p></>;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <form method="post" action="/surveys/answer">
        <TextField id="code" label={words.code} hint={words.codeHint} words={all.form} required defaultValue={code} error={refusal ? refusalSentence(refusal, locale) : undefined} input={{ maxLength: 20, autoComplete: 'off' }} />
        <p className="row"><Button name="go" value="begin">{words.begin}</Button></p>
      </form>
    </>
  );
}

function Card({ walk: here }: { walk: Walk }) {
  const all = useWords(surveysWords);
  const site = useWords(siteWords);
  const { answer: words } = all;
  const { item, problem } = here;
  const trouble = problem === 'pick' ? words.pick : problem === 'private' ? words.privateFound : undefined;
  const own = item?.kind === 'scale' ? all.levels[here.scale].map((label, level) => ({ value: String(level + 1), label })) : (item?.options ?? []).map(({ id, text }) => ({ value: id, label: text.zh }));
  const choices = [...own, ...(Object.keys(outside) as (keyof typeof outside)[]).map((value) => ({ value, label: all.outside[value] }))];
  return (
    <>
      <PageHead title={here.title} {...(item && here.at === 1 ? { lead: here.intro } : {})} />
      <form method="post" action="/surveys/answer" className="formpage" data-survey={words.offline}>
        <SaidSoFar walk={here} />
        {item ? <p className="small muted">{item.isPractice ? words.practice : words.progress(here.at, here.all)}</p> : <><h2>{words.review}</h2><p>{words.reviewLead(here.answered, here.all)}</p></>}
        {item?.kind === 'text' ? <LongTextField id="value" label={item.words} hint={words.words} words={all.form} rows={4} defaultValue={here.answers[item.id] ?? ''} error={trouble} input={{ maxLength: 500 }} /> : null}
        {item && item.kind !== 'text' ? <ChoiceField id="value" label={item.words} words={all.form} required asList choices={choices} defaultValue={here.answers[item.id]} error={trouble} /> : null}
        <p className="trouble" role="alert" data-trouble hidden />
        <p className="row">
          {item && problem !== 'private' ? <Button name="go" value="next">{words.next}</Button> : <Button name="go" value="hand-in">{words.handIn}</Button>}
          {here.at > 1 || !item ? <Button kind="quiet" name="go" value="back">{words.back}</Button> : null}
          {here.hasBoth ? <Button kind="plain" name="go" value="language">{site.otherLanguage}</Button> : null}
        </p>
        <p className="small muted">{words.untilThen}</p>
      </form>
    </>
  );
}
