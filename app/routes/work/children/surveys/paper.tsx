import { data, redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { enterSheets } from '#app/domain/children/surveys/enter-sheets.ts';
import { definitionOf, getRound } from '#app/domain/children/surveys/read.ts';
import paper from '#app/enhance/survey-paper.ts?worker&url';
import { useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { formObject } from '#app/platform/form-object.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { PaperFields } from './paper-fields.tsx';
import { readKeys } from './read-keys.ts';
import { SurveysHead } from './surveys-head.tsx';
import type { Route } from './+types/paper.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const round = await getRound(ctx, place.code, params.round);
    return { place, round, definition: await definitionOf(ctx, round), isSaved: new URL(request.url).searchParams.has('saved') };
  });
}

export async function action({ params: { code, round: id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  const given = form ? formObject(form) : {};
  try {
    const definition = await definitionOf(ctx, await getRound(ctx, code, id));
    const { answers, fields } = readKeys(definition, given, surveysWords[ctx.locale].paper.unreadable);
    if (Object.keys(fields).length > 0) return data<Problem>({ fields, given }, 400);
    await enterSheets(ctx, code, id, [answers]);
    return redirect(`/work/${code}/children/surveys/rounds/${id}/paper?saved=1`);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

/** 录入纸质问卷: one key a question, Enter goes on, the last Enter saves. */
export default function PaperEntry({ loaderData: { place, round, definition, isSaved }, actionData }: Route.ComponentProps) {
  const all = useWords(surveysWords);
  const { paper: words } = all;
  return (
    <>
      <SurveysHead place={place} title={words.title} lead={words.lead} refusal={actionData?.refusal} told={isSaved ? words.saved(round.sheets) : undefined} beyond={[{ href: `/work/${place.code}/children/surveys/rounds/${round.id}`, label: round.title }]} />
      <Section title={round.title} tight>
        <form method="post" className="formpage" data-paper>
          <PaperFields definition={definition} problem={actionData} />
          <p className="row"><Button>{words.save}</Button></p>
        </form>
        <script type="module" src={paper} />
      </Section>
    </>
  );
}
