import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { spansText } from '#app/domain/service/spaces/hours.ts';
import { getOwnSpace } from '#app/domain/service/spaces/read.ts';
import { editSpace } from '#app/domain/service/spaces/save-space.ts';
import { useWords } from '#app/i18n/pair.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { SpaceForm, type SpaceFields } from './space-form.tsx';
import { takeSpace } from './take-space.ts';
import type { Route } from './+types/edit.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const space = await getOwnSpace(ctx, place.code, params.id);
    return { place, space };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return takeSpace(ctx, request, async (input, revision) => {
    await editSpace(ctx, params.id, input, revision);
    return redirect(`/work/${params.code}/children/spaces/${params.id}`);
  });
}

/** 更正空间. */
export default function EditSpace({ loaderData: { place, space }, actionData }: Route.ComponentProps) {
  const words = useWords(spacesWords);
  const conditions = { good: '完好', worn: '磨损', broken: '损坏' };
  const given: SpaceFields = {
    name: space.name, kind: space.kind, bands: space.bands, address: space.address, lng: space.lng === null ? '' : String(space.lng), lat: space.lat === null ? '' : String(space.lat), datum: 'wgs84',
    isCoarse: space.isCoarse ? 'yes' : '', area: space.area === null ? '' : String(space.area), fittings: space.fittings.map(({ name, band, count, condition }) => `${name} ${band} ${count} ${conditions[condition]}`).join('\n'),
    workdays: spansText(space.hours.workdays), daysOff: spansText(space.hours.daysOff), holidays: spansText(space.hours.holidays), hoursNote: space.hours.note, access: space.access, norms: space.norms,
    responsibleName: space.responsibleName, responsibleContact: space.responsibleContact, inspectEvery: String(space.inspectEvery), photoIds: space.photoIds,
  };
  return (
    <>
      <PageTitle title={`${words.work.edit} · ${space.name}`} />
      <ChildrenHead place={place} here="spaces" title={words.work.edit} beyond={[{ href: `/work/${place.code}/children/spaces/${space.id}`, label: space.name }]} />
      <Section title={words.work.edit} hideTitle tight>
        <SpaceForm given={given} problem={(actionData ?? {}) as Problem} revision={space.revision} />
      </Section>
    </>
  );
}
