import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { fieldsOf } from '#app/domain/service/spaces/as-fields.ts';
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
import { SpaceForm } from './space-form.tsx';
import { takeSpace } from './take-space.ts';
import type { Route } from './+types/edit.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const space = await getOwnSpace(ctx, place.code, params.id);
    return { place, space, given: fieldsOf(space) };
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
export default function EditSpace({ loaderData: { place, space, given }, actionData }: Route.ComponentProps) {
  const words = useWords(spacesWords);
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
