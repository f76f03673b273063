import { redirect } from 'react-router';
import { z } from 'zod';
import { needChild } from '#app/domain/children/identity/here.ts';
import { ReportInput } from '#app/domain/service/hazards/input.ts';
import { reportHazard } from '#app/domain/service/hazards/report-hazard.ts';
import { placesToChoose } from '#app/domain/service/spaces/read.ts';
import { segmentsToChoose } from '#app/domain/service/spaces/read-routes.ts';
import { childPlacesWords } from '#app/i18n/child-places.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { photosOf } from '#app/routes/public/hazards/photos-of.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { ChildBox, Choices, Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/report.ts';

const kinds = { crossing: 'crossing', light: 'lamp', equipment: 'slide', surface: 'steps', obstacle: 'bike', other: 'question' } as const;

/** As a child looks a name up: by its pinyin, and 2 before 10. */
const byReading = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { regionCode } = needChild(ctx);
    const [places, segments] = await Promise.all([placesToChoose(ctx, regionCode), segmentsToChoose(ctx, regionCode)]);
    const all = [...places.map(({ id, name }) => ({ value: `space:${id}`, name })), ...segments.map(({ id, name }) => ({ value: `segment:${id}`, name }))];
    return { places: all.toSorted((one, other) => byReading.compare(one.name, other.name)), chosen: new URL(request.url).searchParams.get('place') ?? '' };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  // A chosen picture is enough: its words then stand where a child wrote nothing; the community is the child's own, whatever the form says.
  const Chosen = z.preprocess((given) => {
    const form = given as Record<string, string | undefined>;
    const said = childPlacesWords[ctx.locale].kinds[form['kind'] as keyof typeof kinds];
    return { ...form, text: form['text'] || said, regionCode: ctx.child?.regionCode };
  }, ReportInput);
  return answer(ctx, request, Chosen, async (input, _given, form) => {
    needChild(ctx);
    return redirect(`/child/places/told/${await reportHazard(ctx, input, await photosOf(form))}?new=yes`);
  });
}

/** 告诉大人哪里危险: pictures to choose, a place to choose; writing and a photograph only for who wants to. */
export default function ReportPlace({ loaderData: { places, chosen }, actionData }: Route.ComponentProps) {
  const words = useChildWords(childPlacesWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  const given = (problem.given ?? {}) as Record<string, string | undefined>;
  const error = (name: string) => problem.fields?.[name]?.[0];
  const picked = problem.given ? given['place'] : chosen || undefined;
  const withProblem = (name: string) => (error(name) ? { problem: error(name)! } : {});
  return (
    <ChildPage title={words.report}>
      {problem.refusal ? <Trouble text={refusalSentence(problem.refusal, locale)} /> : null}
      <form method="post" encType="multipart/form-data">
        <ChildCard>
          <Choices number={1} name="kind" legend={words.what} isRequired {...withProblem('kind')}
            choices={Object.entries(kinds).map(([value, drawing]) => ({ value, label: words.kinds[value as keyof typeof kinds], drawing, isChecked: given['kind'] === value }))} />
        </ChildCard>
        <ChildCard>
          <Choices number={2} name="place" legend={words.where} choices={[{ value: '', label: words.other, isChecked: picked === '' || places.length === 0 }, ...places.map(({ value, name }) => ({ value, label: name, isChecked: picked === value }))]} />
          <ChildBox id="placeText" label={words.whereElse} rows={1} maxLength={80} {...(given['placeText'] ? { defaultValue: given['placeText'] } : {})} {...withProblem('placeText')} />
        </ChildCard>
        <ChildCard number={3} title={words.say}>
          <ChildBox id="text" label={words.sayHint} rows={3} maxLength={600} {...(given['text'] ? { defaultValue: given['text'] } : {})} {...withProblem('text')} />
          <div className="write">
            <label htmlFor="photos"><Say>{words.photo}</Say></label>
            <p><Say>{words.photoHint}</Say></p>
            <input type="file" id="photos" name="photos" accept="image/*" className="in" multiple />
          </div>
        </ChildCard>
        <p className="row"><button className="btn"><Say>{words.send}</Say></button></p>
      </form>
    </ChildPage>
  );
}
