import { redirect } from 'react-router';
import { allow } from '#app/domain/base/accounts/access.ts';
import { correctEvidence } from '#app/domain/base/evidence/correct-evidence.ts';
import { CorrectInput } from '#app/domain/base/evidence/input.ts';
import { getEvidence } from '#app/domain/base/evidence/read.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { EvidenceForm, type Given } from './evidence-form.tsx';
import { EvidenceHead } from './evidence-head.tsx';
import { evidencePlace } from './place.ts';
import { takeEvidence } from './sent-form.ts';
import type { Route } from './+types/correct.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await evidencePlace(ctx, params.code);
    const piece = await getEvidence(ctx, place.code, params.id);
    allow(ctx, 'evidence.add', piece);
    if (piece.isHidden) throw new Refusal('not-allowed', 403);
    if (piece.standing === 'withdrawn') throw new Refusal('evidence-withdrawn', 409);
    return { place, piece };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return takeEvidence(ctx, request, CorrectInput, async (input) => {
    await correctEvidence(ctx, params.code, params.id, input);
    return redirect(`/work/${params.code}/evidence/${params.id}?corrected`);
  });
}

export default function CorrectEvidence({ loaderData: { place, piece }, actionData }: Route.ComponentProps) {
  const { form: words } = useWords(evidenceWords);
  const { kind, title, text, unit, factKey, validFrom, source, ageBand, confidentiality, revision } = piece;
  const given: Given = {
    kind, title, text, unit, factKey, validFrom, source, ageBand, confidentiality, place: piece.place, number: piece.number === null ? '' : String(piece.number), validTo: piece.validTo ?? '',
    ...(actionData?.given as Given | undefined),
  };
  const arrived = (actionData?.files ?? []).filter((file) => !piece.files.some(({ id }) => id === file.id));
  return (
    <>
      <PageTitle title={`${words.correctTitle} · ${piece.title}`} />
      <EvidenceHead place={place} title={words.correctTitle} lead={piece.title} />
      <div className="wrap body">
        <EvidenceForm code={place.code} given={given} files={[...piece.files, ...arrived]} problem={actionData} correcting={{ id: piece.id, revision }} />
      </div>
    </>
  );
}
