import { data, redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { ReasonInput } from '#app/domain/base/evidence/input.ts';
import { getEvidence } from '#app/domain/base/evidence/read.ts';
import { withdrawEvidence } from '#app/domain/base/evidence/withdraw-evidence.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { EvidenceHead } from './evidence-head.tsx';
import { AboutPiece, Citations, PieceFiles, Revisions } from './piece-parts.tsx';
import { evidencePlace } from './place.ts';
import { StandingStatus } from './standing-status.tsx';
import type { Route } from './+types/piece.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await evidencePlace(ctx, params.code);
    const piece = await getEvidence(ctx, place.code, params.id);
    const asked = new URL(request.url).searchParams;
    return { place, piece, mayChange: may(ctx.actor, 'evidence.add', piece) && !piece.isHidden, told: (['known', 'added', 'corrected'] as const).find((one) => asked.has(one)) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  if (ctx.actor.id === '') throw data<Problem>({ refusal: 'sign-in-again' }, 401);
  return answer(ctx, request, ReasonInput, async (input) => {
    await withdrawEvidence(ctx, params.code, params.id, input);
    return redirect(`/work/${params.code}/evidence/${params.id}`);
  });
}

export default function Piece({ loaderData: { place, piece, mayChange, told }, actionData }: Route.ComponentProps) {
  const all = useWords(evidenceWords);
  const { piece: words } = all;
  const locale = useLocale();
  const at = `/work/${place.code}/evidence/${piece.id}`;
  const isWithdrawn = piece.standing === 'withdrawn';
  return (
    <>
      <PageTitle title={`${piece.title} · ${all.title}`} />
      <EvidenceHead place={place} title={piece.title} lead={piece.regionName}
        tags={<><StandingStatus standing={piece.standing} /><Tag kind="plain">{all.kinds[piece.kind]}</Tag><Tag kind={piece.confidentiality === 'sealed' ? 'check' : 'plain'}>{all.confidentialities[piece.confidentiality]}</Tag></>} />
      <div className="wrap body">
        {told ? <Callout kind={told === 'known' ? 'info' : 'ok'}>{words[told]}</Callout> : null}
        {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
        {isWithdrawn ? <Callout kind="info">{words.withdrawnFor(shortTime(piece.withdrawnAt!, locale), piece.withdrawnFor)}</Callout> : null}
        {piece.standing === 'expired' ? <Callout kind="bad">{words.expired(shortDay(piece.validTo!, locale))}</Callout> : null}
        {piece.standing === 'soon' ? <Callout>{words.soon(shortDay(piece.validTo!, locale))}</Callout> : null}
        {piece.standing === 'not-yet' ? <Callout kind="info">{words.notYet(shortDay(piece.validFrom, locale))}</Callout> : null}
        {piece.isHidden ? <Callout kind="info">{words.sealed}</Callout> : piece.confidentiality === 'sealed' ? <Callout>{words.sealedOwn}</Callout> : null}
        <div className="row no-print">
          {mayChange && !isWithdrawn ? <ButtonLink href={`${at}/correct`}>{words.correct}</ButtonLink> : null}
          {!mayChange && place.isWorker && !piece.isHidden ? <span className="small muted">{words.readOnly}</span> : null}
        </div>
        <div className="two">
          <AboutPiece piece={piece} />
          <PieceFiles piece={piece} at={at} />
        </div>
      </div>
      <Section title={words.citations} lead={words.citationsLead} mist id="citations"><Citations piece={piece} /></Section>
      {piece.revisions.length > 0 ? <Section title={words.history}><Revisions piece={piece} /></Section> : null}
      {mayChange && !isWithdrawn ? (
        <div className="wrap body no-print">
          <details className="card" open={Boolean(actionData)}>
            <summary>{words.withdraw}</summary>
            <form method="post">
              <p>{words.withdrawLead}</p>
              <LongTextField id="reason" label={words.withdrawReason} words={all.form} required rows={2} error={actionData?.fields?.reason?.[0]} defaultValue={typeof actionData?.given?.reason === 'string' ? actionData.given.reason : ''} />
              <p className="row"><Button kind="stop">{words.withdrawGo}</Button></p>
            </form>
          </details>
        </div>
      ) : null}
    </>
  );
}
