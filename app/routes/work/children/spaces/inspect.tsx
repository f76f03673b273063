import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { checklistOf, checklistVersion } from '#app/domain/service/spaces/checklist.ts';
import { InspectionInput } from '#app/domain/service/spaces/input.ts';
import { inspectSpace } from '#app/domain/service/spaces/inspect-space.ts';
import { verdicts } from '#app/domain/service/spaces/model.ts';
import { getOwnSpace } from '#app/domain/service/spaces/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { type SpacesWords, spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { takePhotos } from './take-photos.ts';
import type { Route } from './+types/inspect.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const { id, name, kind } = await getOwnSpace(ctx, place.code, params.id);
    return { place, space: { id, name }, points: checklistOf(kind).map(({ item }) => item), version: checklistVersion };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, InspectionInput, async (input, _given, form) => {
    await inspectSpace(ctx, params.id, input, await takePhotos(ctx, form));
    return redirect(`/work/${params.code}/children/spaces/${params.id}?inspected=yes`);
  });
}

/** 巡检: point by point with one thumb; what is bad says what. */
export default function InspectPage({ loaderData: { place, space, points, version }, actionData }: Route.ComponentProps) {
  const words = useWords(spacesWords);
  const locale = useLocale();
  const { inspection, form } = words.work;
  const problem = (actionData ?? {}) as Problem;
  const given = (problem.given ?? {}) as Record<string, string | undefined>;
  const frame = (id: string) => ({ id, name: id, words: { required: words.required, optional: words.optional }, error: problem.fields?.[id]?.[0] });
  return (
    <>
      <PageTitle title={`${inspection.title} · ${space.name}`} />
      <ChildrenHead place={place} here="spaces" title={inspection.title} lead={inspection.lead(version)} beyond={[{ href: `/work/${place.code}/children/spaces/${space.id}`, label: space.name }]} />
      <Section title={inspection.title} hideTitle tight>
        {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
        {problem.fields ? <Callout kind="bad">{words.errors(Object.keys(problem.fields).length)}</Callout> : null}
        <form method="post" encType="multipart/form-data" className="narrow">
          {points.map((item, index) => (
            <div key={item} className="stacked">
              <ChoiceField {...frame(`verdict-${item}`)} number={String(index + 1)} label={words.items[item as keyof SpacesWords['items']]} required defaultValue={given[`verdict-${item}`]}
                choices={verdicts.map((value) => ({ value, label: inspection[value] }))} />
              <TextField {...frame(`note-${item}`)} label={inspection.what} defaultValue={given[`note-${item}`]} input={{ maxLength: 300 }} />
            </div>
          ))}
          <LongTextField {...frame('note')} label={inspection.note} rows={2} defaultValue={given['note']} input={{ maxLength: 500 }} />
          <UploadField {...frame('photos')} label={form.photos} hint={form.photosHint} choose={form.choosePhotos} rule={form.photoRule} accept="image/*" multiple />
          <Button>{inspection.submit}</Button>
        </form>
      </Section>
    </>
  );
}
