import { data } from 'react-router';
import { makeSlips } from '#app/domain/children/councils/ballot.ts';
import { SlipsInput } from '#app/domain/children/councils/input.ts';
import { councilDesk, councilPlace } from '#app/domain/children/councils/read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Section } from '#app/ui/light/section.tsx';
import { DeedForm } from './deed-form.tsx';
import { CouncilHead } from './head.tsx';
import type { Route } from './+types/slips.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => ({ place: await councilPlace(signedIn(context.get(ctxKey), request), params.code) }));
}

export function action({ params: { code }, request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, SlipsInput, async ({ many }) => {
    const desk = await councilDesk(ctx, code);
    if (!desk.council || !desk.term) throw new Refusal('council-ballot-closed');
    return data({ codes: await makeSlips(ctx, desk.term.id, many) }, { headers: { 'Cache-Control': 'no-store' } });
  });
}

/** 选票码: shown once, to be printed and cut. */
export default function Slips({ loaderData: { place }, actionData }: Route.ComponentProps) {
  const words = useWords(councilWords);
  const codes = actionData && 'codes' in actionData ? actionData.codes : [];
  const problem = actionData && !('codes' in actionData) ? actionData : undefined;
  return (
    <>
      <CouncilHead place={place} title={words.term.slips} lead={words.term.slipsLead} refusal={problem?.refusal} />
      <Section title={words.term.slips} hideTitle tight>
        {codes.length > 0 ? <><p className="note no-print">{words.term.slipsPrint}</p><ul className="plainlist grid3">{codes.map((code) => <li key={code} className="card"><code>{code}</code></li>)}</ul></> : null}
        <DeedForm go="slips" problem={problem} submit={words.term.slipsGo} asks={[{ name: 'many', kind: 'number', label: words.term.slipsMany, value: 40 }]} />
      </Section>
    </>
  );
}
