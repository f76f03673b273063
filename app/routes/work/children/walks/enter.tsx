import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { enterSheet } from '#app/domain/service/walks/enter-sheet.ts';
import { findWalk } from '#app/domain/service/walks/hold-walk.ts';
import { SheetInput } from '#app/domain/service/walks/input.ts';
import { answers, pointsOf } from '#app/domain/service/walks/model.ts';
import { spotIds } from '#app/domain/service/walks/sync-walk.ts';
import { childWalksWords } from '#app/i18n/child-walks.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { useNames } from './names.ts';
import type { Route } from './+types/enter.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const walk = await findWalk(ctx, place.code, params.id);
    const asked = new URL(request.url).searchParams;
    return { place, walk: { id: walk.id, where: walk.place, parts: walk.parts }, points: pointsOf(walk.setting, walk.checklistVersion).map(({ id }) => id), spots: spotIds(walk), sheetId: randomUUID(), isSaved: asked.has('saved') };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, SheetInput, async (input) => {
    await enterSheet(ctx, params.code, params.id, input);
    return redirect(`/work/${params.code}/children/walks/${params.id}/enter?saved=yes`);
  });
}

/** 录入一张纸: how many strokes stand in each box. */
export default function EnterSheet({ loaderData: { place, walk, points, spots, sheetId, isSaved }, actionData }: Route.ComponentProps) {
  const words = useWords(walksWords);
  const child = useWords(childWalksWords);
  const locale = useLocale();
  const { enter, one } = words;
  const { ofSpot } = useNames(Object.fromEntries(walk.parts.map(({ id, name }) => [id, name])));
  const problem = (actionData ?? {}) as Problem;
  const given = (problem.given ?? {}) as Record<string, string | undefined>;
  return (
    <>
      <PageTitle title={`${enter.title} · ${walk.where}`} />
      <ChildrenHead place={place} here="walks" title={enter.title} lead={enter.lead} beyond={[{ href: `/work/${place.code}/children/walks/${walk.id}`, label: walk.where }]} />
      <Section title={enter.title} hideTitle tight>
        {isSaved && !problem.refusal && !problem.fields ? <Callout kind="ok">{enter.saved}</Callout> : null}
        {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
        <Errors title={enter.title} items={Object.entries(problem.fields ?? {}).map(([name, [text]]) => ({ href: `#${name}`, text: text! }))} />
        <form method="post" noValidate>
          <input type="hidden" name="sheetId" value={given['sheetId'] ?? sheetId} />
          <SelectField id="spot" label={enter.spot} words={{ required: words.required, optional: words.optional }} blank={one.noSpot} defaultValue={given['spot']} choices={spots.map((spot) => ({ value: spot, label: ofSpot(spot) }))} />
          <div className="strokes"><DataTable caption={enter.table} rows={points.map((id) => ({ id }))} keyOf={({ id }) => id} columns={[
            { head: one.what, isName: true, cell: ({ id }) => child.points[id] },
            ...answers.map((said) => ({ head: child.answers[said], cell: ({ id }: { id: (typeof points)[number] }) => (
              <input id={`${id}.${said}`} name={`${id}.${said}`} className="in" inputMode="numeric" autoComplete="off" maxLength={2} size={3} aria-label={`${child.points[id]}${words.colon}${child.answers[said]}`} aria-invalid={problem.fields?.[`${id}.${said}`] ? true : undefined} defaultValue={given[`${id}.${said}`]} />
            ) })),
          ]} /></div>
          <p className="row"><Button>{enter.save}</Button></p>
        </form>
      </Section>
    </>
  );
}
