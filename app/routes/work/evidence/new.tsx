import { redirect } from 'react-router';
import { allow } from '#app/domain/base/accounts/access.ts';
import { addEvidence } from '#app/domain/base/evidence/add-evidence.ts';
import { EvidenceInput } from '#app/domain/base/evidence/input.ts';
import { kinds } from '#app/domain/base/evidence/model.ts';
import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { EvidenceForm, type Given } from './evidence-form.tsx';
import { EvidenceHead } from './evidence-head.tsx';
import { evidencePlace } from './place.ts';
import { takeEvidence } from './sent-form.ts';
import type { Route } from './+types/new.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await evidencePlace(ctx, params.code);
    allow(ctx, 'evidence.add', { regionCode: place.code });
    const wanted = new URL(request.url).searchParams.get('kind');
    return { place, kind: kinds.find((kind) => kind === wanted), recent: await evidenceFor(ctx, place.code), today: beijingDay(ctx.now) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return takeEvidence(ctx, request, EvidenceInput, async (input) => {
    const { id, isKnown } = await addEvidence(ctx, params.code, input);
    return redirect(`/work/${params.code}/evidence/${id}?${isKnown ? 'known' : 'added'}`);
  });
}

export default function NewEvidence({ loaderData: { place, kind, recent, today }, actionData }: Route.ComponentProps) {
  const { form: words } = useWords(evidenceWords);
  const given: Given = { validFrom: today, ...(kind ? { kind } : {}), ...(actionData?.given as Given | undefined) };
  return (
    <>
      <PageTitle title={`${words.newTitle} · ${place.name}`} />
      <EvidenceHead place={place} title={words.newTitle} lead={words.newLead} />
      <div className="wrap body">
        <EvidenceForm code={place.code} given={given} files={actionData?.files ?? []} problem={actionData} recent={recent} />
      </div>
    </>
  );
}
