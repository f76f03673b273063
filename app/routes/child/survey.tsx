import { outside } from '#app/domain/children/surveys/model.ts';
import survey from '#app/enhance/survey.ts?worker&url';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { childSurveyWords } from '#app/i18n/child-survey.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { type Door, openWalk, type Walk, walk } from '#app/routes/public/surveys/walk.ts';
import { SaidSoFar } from '#app/routes/public/surveys/said-so-far.tsx';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { type Choice, ChildBox, Choices, Trouble } from '#app/ui/child/choices.tsx';
import { type ChildDrawingName, drawings } from '#app/ui/child/drawings.ts';
import { type Look, LookContext, useChildWords, useLook } from '#app/ui/child/look.ts';
import { ForGrownUps, Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/survey.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return openWalk(context.get(ctxKey), request);
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return walk(ctx, request, '/child/survey', (locale) => {
    const speaking = { ...ctx, locale };
    context.set(ctxKey, speaking);
    return speaking;
  });
}

/** 答几个问题: one question a card; what is chosen stays in the page until it is handed in. */
export default function ChildSurvey({ loaderData, actionData }: Route.ComponentProps) {
  const look = useLook();
  const here = actionData ?? loaderData;
  if (here.kind === 'door') return <Entrance door={here} />;
  return (
    <LookContext value={lookOf[here.audience] ?? look}>
      <Card walk={here} />
      <script type="module" src={survey} />
    </LookContext>
  );
}

/** Whom a survey asks, not who holds the phone, says how its pages look. */
const lookOf: Partial<Record<Walk['audience'], Look>> = { 'children-4-7': { layer: 'with-grown-up', hasPinyin: false }, 'children-13-18': { layer: 'teen', hasPinyin: false } };

function Entrance({ door: { code, refusal, isDone } }: { door: Door }) {
  const words = useChildWords(childSurveyWords);
  const locale = useLocale();
  if (isDone) {
    return (
      <ChildPage title={words.done} lead={words.doneLead}>
        <ChildCard>
          <p><ChildDrawing name="smile" size={96} /></p>
          <p className="row"><a className="btn" href="/child"><Say>{words.home}</Say></a></p>
        </ChildCard>
      </ChildPage>
    );
  }
  return (
    <ChildPage title={words.title} lead={words.lead}>
      <ChildCard title={words.codeTitle}>
        {refusal ? <Trouble id="code-trouble" text={refusalSentence(refusal, locale)} /> : null}
        <form method="post" action="/child/survey">
          <ChildBox id="code" label={words.code} rows={1} defaultValue={code} maxLength={20} isRequired />
          <div className="row"><button className="btn" name="go" value="begin"><Say>{words.begin}</Say></button></div>
        </form>
      </ChildCard>
    </ChildPage>
  );
}

const picturesOf: Record<Walk['scale'], ChildDrawingName[]> = { 'faces-3': ['smilePlain', 'level', 'sad'], 'pictures-3': ['jarFull', 'jarHalf', 'jarEmpty'], 'agree-5': [] };
const outsidePictures: Record<string, ChildDrawingName> = { 'does-not-apply': 'question', 'rather-not-say': 'hand' };

function Card({ walk: here }: { walk: Walk }) {
  const words = useChildWords(childSurveyWords);
  const kit = useChildWords(childKitWords);
  const site = useWords(siteWords);
  const { layer } = useLook();
  const { item, problem } = here;
  return (
    <ChildPage title={here.title} {...(here.at === 1 && item ? { lead: here.intro } : {})}>
      <form method="post" action="/child/survey" data-survey={words.offline}>
        <SaidSoFar walk={here} />
        {here.at === 1 && item && here.before ? <ForGrownUps word={kit.grownUp}>{here.before}</ForGrownUps> : null}
        {!item && here.after ? <ForGrownUps word={kit.grownUp}>{here.after}</ForGrownUps> : null}
        {item ? <Question walk={here} /> : (
          <ChildCard title={words.review}><p><Say>{words.reviewLead}</Say></p></ChildCard>
        )}
        <p className="trouble" role="alert" data-trouble hidden />
        <div className="row">
          {item ? <button className="btn" name="go" value={problem === 'private' ? 'hand-in' : 'next'}><Say>{problem === 'private' ? words.handIn : words.next}</Say></button> : <button className="btn" name="go" value="hand-in"><Say>{words.handIn}</Say></button>}
          {here.at > 1 || !item ? <button className="btn quiet" name="go" value="back"><Say>{words.back}</Say></button> : null}
          {here.hasBoth ? <button className="btn plain" name="go" value="language">{site.otherLanguage}</button> : null}
        </div>
        <p className="small">{layer === 'teen' ? words.teen.untilThen : <Say>{words.untilThen}</Say>}</p>
      </form>
    </ChildPage>
  );
}

function Question({ walk: { item, at, all, answers, scale, problem } }: { walk: Walk }) {
  const words = useChildWords(childSurveyWords);
  const kit = useChildWords(childKitWords);
  const { layer } = useLook();
  const chosen = answers[item!.id];
  const trouble = problem ? { problem: problem === 'pick' ? words.pick : words.privateFound } : {};
  const heading = <p className="small"><Say>{item!.isPractice ? words.practice : words.progress(at, all)}</Say></p>;
  if (item!.kind === 'text') {
    return <section className="card">{heading}<ChildBox id="value" label={item!.words} rows={4} maxLength={500} defaultValue={chosen ?? ''} {...trouble} /><p className="small"><Say>{words.words}</Say></p></section>;
  }
  const own: Choice[] = item!.kind === 'scale'
    ? words.levels[scale].map((label, level) => ({ value: String(level + 1), label, ...(picturesOf[scale][level] ? { drawing: picturesOf[scale][level] } : {}) }))
    : item!.options!.map(({ id, text }) => ({ value: id, label: text.zh }));
  const choices = [...own, ...(Object.keys(outside) as (keyof typeof outside)[]).map((value): Choice => ({ value, label: words.outside[value], ...(layer === 'teen' ? {} : { drawing: outsidePictures[value]! }) }))];
  const picture = item!.picture && layer !== 'teen' && item!.picture in drawings ? (item!.picture as ChildDrawingName) : undefined;
  return (
    <section className="card">
      {heading}
      {picture ? <p><ChildDrawing name={picture} size={88} /></p> : null}
      {item!.told ? <ForGrownUps word={kit.grownUp}>{item!.told}</ForGrownUps> : null}
      <Choices name="value" legend={item!.words} choices={choices.map((choice) => ({ ...choice, isChecked: choice.value === chosen }))} isWide {...trouble} />
    </section>
  );
}
