import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { addFromBank, moveItem, publishSurvey, putAwaySurvey, removeItem, saveHead, saveItem } from '#app/domain/children/surveys/edit-survey.ts';
import { BankInput, EditionInput, HeadInput, ItemDeedInput, ItemInput, MoveItemInput, RoundInput } from '#app/domain/children/surveys/input.ts';
import { bankOf, instruments } from '#app/domain/children/surveys/instruments.ts';
import { faultsOf } from '#app/domain/children/surveys/model.ts';
import { getSurvey, versionsOf } from '#app/domain/children/surveys/read.ts';
import { openRound } from '#app/domain/children/surveys/rounds.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { act, deed } from '#app/routes/work/plan/act.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { Bank } from './bank.tsx';
import { HeadForm } from './head-form.tsx';
import { ItemForm } from './item-form.tsx';
import { ItemList } from './item-list.tsx';
import { RoundForm } from './round-form.tsx';
import { SurveysHead } from './surveys-head.tsx';
import type { Route } from './+types/survey.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const survey = await getSurvey(ctx, place.code, params.id);
    const asked = new URL(request.url).searchParams;
    const known = new Set(survey.draft.items.map(({ id }) => id));
    const bank = asked.get('bank') ?? instruments.find(({ definition }) => definition.audience === survey.audience)?.id ?? instruments[0]!.id;
    return {
      place, survey, versions: await versionsOf(ctx, survey), faults: faultsOf(survey.draft), today: beijingDay(ctx.now), isSaved: asked.has('saved'),
      item: survey.draft.items.find(({ id }) => id === asked.get('item')), bank, isBankOpen: asked.has('bank'), offered: bankOf(bank).filter(({ id }) => !known.has(id)),
      banks: instruments.map(({ id, definition }) => ({ id, title: definition.title })),
    };
  });
}

export function action({ params: { code, id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const here = `/work/${code}/children/surveys/${id}`;
  const saved = (at: string) => redirect(`${here}?saved=1${at}`);
  const then = async (done: Promise<void>, at: string) => {
    await done;
    return saved(at);
  };
  return act(ctx, request, {
    head: deed(HeadInput, (input) => then(saveHead(ctx, code, id, input), '')),
    item: deed(ItemInput, (input) => then(saveItem(ctx, code, id, input), '#questions')),
    remove: deed(ItemDeedInput, (input) => then(removeItem(ctx, code, id, input), '#questions')),
    move: deed(MoveItemInput, (input) => then(moveItem(ctx, code, id, input), '#questions')),
    bank: deed(BankInput, (input) => then(addFromBank(ctx, code, id, input), '#questions')),
    publish: deed(EditionInput, async ({ edition }) => {
      await publishSurvey(ctx, code, id, edition);
      return saved('#round');
    }),
    'put-away': deed(EditionInput, async ({ edition }) => {
      await putAwaySurvey(ctx, code, id, edition);
      return redirect(`/work/${code}/children/surveys`);
    }),
    round: deed(RoundInput, async (input) => redirect(`/work/${code}/children/surveys/rounds/${await openRound(ctx, code, id, input)}`)),
  });
}

export type SurveyPage = Route.ComponentProps['loaderData'];
export type SurveyProblem = Route.ComponentProps['actionData'];

/** 编写问卷: what is wrong with it first, then its questions, its head, and a round with it. */
export default function Survey({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(surveysWords);
  const { edit: words } = all;
  const locale = useLocale();
  const { place, survey, faults, versions, isSaved, item } = loaderData;
  const title = (locale === 'en' && survey.draft.title.en) || survey.draft.title.zh;
  const here = `/work/${place.code}/children/surveys/${survey.id}`;
  return (
    <>
      <SurveysHead
        place={place} title={title} refusal={actionData?.refusal} told={isSaved ? all.saved : undefined}
        lead={<>{all.audiences[survey.audience]} · {all.scales[survey.draft.scale]} · {all.list.questions(survey.draft.items.length)}</>}
        tags={<><span>{all.states[survey.state]}</span>{survey.version > 0 ? <Tag kind="plain">{all.list.version(survey.version)}</Tag> : null}{survey.version > 0 && survey.isChanged ? <Tag kind="check">{all.list.changed}</Tag> : null}</>}
      />
      <Section title={words.publish} tight>
        {faults.length > 0 ? (
          <Callout><b>{words.faults}</b><ul>{faults.map(({ code, item: where = '' }) => <li key={code + where}>{all.faults[code](where)}</li>)}</ul></Callout>
        ) : null}
        <form method="post" className="row">
          <input type="hidden" name="edition" value={survey.edition} />
          {survey.isChanged && faults.length === 0 ? <Button name="go" value="publish">{words.publish}</Button> : null}
          <ButtonLink kind="quiet" href={`${here}/preview`}>{words.preview}</ButtonLink>
          <ButtonLink kind="quiet" href={`${here}/survey.xlsx`}>{words.exportForm}</ButtonLink>
          <ButtonLink kind="quiet" href={`${here}/survey.json`}>{words.export}</ButtonLink>
        </form>
        <p className="small muted">{survey.isChanged ? words.publishHint : words.nothingNew}</p>
      </Section>
      <Section title={words.questions} id="questions" mist><ItemList {...loaderData} /></Section>
      <Section title={item ? words.change : words.add} id="item"><ItemForm key={item?.id ?? 'new'} {...loaderData} problem={actionData} /></Section>
      <Section title={words.bank} id="bank" mist><Bank {...loaderData} problem={actionData} /></Section>
      <Section title={words.openRound} id="round">{survey.version > 0 ? <RoundForm today={loaderData.today} problem={actionData} /> : <p className="note">{words.needsPublish}</p>}</Section>
      <Section title={words.head} mist><HeadForm {...loaderData} problem={actionData} /></Section>
      {versions.length > 0 ? <Section title={words.versions}><ul>{versions.map((one) => <li key={one.version}>{words.published(one.version, shortDay(beijingDay(one.publishedAt), locale), one.publishedByName)}</li>)}</ul></Section> : null}
    </>
  );
}
