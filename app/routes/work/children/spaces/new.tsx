import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { registerSpace } from '#app/domain/service/spaces/save-space.ts';
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
import type { Route } from './+types/new.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(() => workPlace(signedIn(context.get(ctxKey), request), params.code));
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return takeSpace(ctx, request, async (input) => redirect(`/work/${params.code}/children/spaces/${await registerSpace(ctx, params.code, input)}`));
}

/** 登记空间. */
export default function NewSpace({ loaderData: place, actionData }: Route.ComponentProps) {
  const words = useWords(spacesWords);
  return (
    <>
      <PageTitle title={`${words.work.add} · ${place.name}`} />
      <ChildrenHead place={place} here="spaces" title={words.work.add} />
      <Section title={words.work.add} hideTitle tight>
        <SpaceForm given={{}} problem={(actionData ?? {}) as Problem} />
      </Section>
    </>
  );
}
