import { data, redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { answerOfCharacter, differencesOf } from '#app/domain/children/surveys/differences.ts';
import { settleSheet } from '#app/domain/children/surveys/enter-twice.ts';
import type { Item, Outside } from '#app/domain/children/surveys/model.ts';
import { definitionOf, doubleSheet, getRound } from '#app/domain/children/surveys/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { formObject } from '#app/platform/form-object.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { SurveysHead } from './surveys-head.tsx';
import type { Route } from './+types/settle.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const round = await getRound(ctx, place.code, params.round);
    const [definition, sheet] = [await definitionOf(ctx, round), await doubleSheet(ctx, round, params.sheet)];
    const differences = differencesOf(definition, sheet.first, sheet.second).map(({ item, first, second }) => ({ item, at: definition.items.filter(({ isPractice }) => !isPractice).indexOf(item) + 1, readings: [first, second].map((character) => ({ character, answer: answerOfCharacter(definition, item, character) ?? '' })) }));
    return { place, round: { id: round.id, title: round.title }, scale: definition.scale, number: sheet.number, names: [sheet.firstByName, sheet.secondByName], differences };
  });
}

export async function action({ params: { code, round: id, sheet }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  const given = form ? formObject(form) : {};
  const chosen = Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (name.startsWith('is-') && typeof value === 'string' ? [[name.slice(3), value]] : [])));
  try {
    await settleSheet(ctx, code, id, sheet, chosen);
    return redirect(`/work/${code}/children/surveys/rounds/${id}/double?told=settled`);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

/** 核定一份: the questions two people read differently, both readings beside each other; the paper decides. */
export default function Settle({ loaderData: { place, round, scale, number, names, differences }, actionData }: Route.ComponentProps) {
  const all = useWords(surveysWords);
  const { double: words } = all;
  const locale = useLocale();
  const said = (one: { zh: string; en: string }) => (locale === 'en' && one.en) || one.zh;
  const wordOf = (item: Item, answer: string) => {
    if (answer === '') return words.empty;
    if (Object.hasOwn(all.outside, answer)) return all.outside[answer as Outside];
    if (item.kind === 'scale') return `${answer} ${all.levels[scale][Number(answer) - 1] ?? ''}`;
    const option = item.options?.find(({ id }) => id === answer);
    return option ? said(option.text) : answer;
  };
  const here = `/work/${place.code}/children/surveys/rounds/${round.id}`;
  return (
    <>
      <SurveysHead place={place} title={words.settleTitle(number)} lead={words.settleLead} refusal={actionData?.refusal} beyond={[{ href: here, label: round.title }, { href: `${here}/double`, label: words.title }]} />
      <Section title={words.differ(differences.length)} tight>
        <form method="post" className="formpage">
          {differences.map(({ item, at, readings }) => (
            <ChoiceField
              key={item.id} id={`is-${item.id}`} label={`${at}. ${said(item.text)}`} words={all.form} required asList
              choices={[...readings.map(({ character, answer }, nth) => ({ value: character, label: words.read(names[nth]!, wordOf(item, answer)) })).filter(({ value }) => value !== '.'), { value: '.', label: words.unreadable }]}
            />
          ))}
          <p className="row"><Button>{words.settleSave}</Button></p>
        </form>
      </Section>
    </>
  );
}
