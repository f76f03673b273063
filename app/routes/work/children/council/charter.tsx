import { redirect } from 'react-router';
import { readingProblems } from '#app/domain/children/child-versions/reading-level.ts';
import { amendCharter, foundCouncil } from '#app/domain/children/councils/found-council.ts';
import { AmendInput, CharterInput, FoundInput } from '#app/domain/children/councils/input.ts';
import { chairWays, charterBounds, majorities } from '#app/domain/children/councils/model.ts';
import { charterDesk, councilPlace } from '#app/domain/children/councils/read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { act, deed } from '#app/routes/work/plan/act.ts';
import { Section } from '#app/ui/light/section.tsx';
import { type Asked, DeedForm } from './deed-form.tsx';
import { CouncilHead } from './head.tsx';
import type { Route } from './+types/charter.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await councilPlace(ctx, params.code);
    const { council, charter, versions } = await charterDesk(ctx, place.code);
    return { place, council, charter, versions, hard: charter.childRules.filter((line) => readingProblems(line, 'primary').length > 0) };
  });
}

export function action({ params: { code }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return act(ctx, request, {
    found: deed(FoundInput.and(CharterInput), async ({ name, ...charter }) => {
      await foundCouncil(ctx, code, { name, charter });
      return redirect(`/work/${code}/children/council`);
    }),
    amend: deed(AmendInput.and(CharterInput), async ({ reason, ...charter }) => {
      const { council } = await charterDesk(ctx, code);
      if (!council) throw new Refusal('council-not-found', 404);
      await amendCharter(ctx, council.id, charter, reason);
      return redirect(`/work/${code}/children/council/charter`);
    }),
  });
}

/** 章程: to found a council with, or to amend; every version stays. */
export default function CharterPage({ loaderData: { place, council, charter, versions, hard }, actionData }: Route.ComponentProps) {
  const words = useWords(councilWords);
  const locale = useLocale();
  const all = words.charter;
  const span = (name: keyof typeof charterBounds) => `${charterBounds[name][0]}–${charterBounds[name][1]}`;
  const number = (name: keyof typeof charterBounds, label: string): Asked => ({ name, kind: 'number', label, hint: span(name), value: charter[name] });
  const seats = (name: string, label: string, value: number): Asked => ({ name, kind: 'number', label, value });
  const asks: Asked[] = [
    council ? { name: 'reason', label: all.why } : { name: 'name', label: words.found.name, value: `${place.name}${words.title}` },
    { name: 'aim', kind: 'long', rows: 2, label: all.aim, value: charter.aim }, number('termYears', all.termYears), number('seats', all.seats),
    seats('quotaSchool', `${all.quotas} · ${words.kinds.school}`, charter.quotas.school), seats('quotaCommunity', words.kinds.community, charter.quotas.community), seats('quotaSelf', words.kinds.self, charter.quotas.self),
    seats('layerLittle', `${all.layers} · ${words.layers['with-grown-up']}`, charter.layerSeats?.['with-grown-up'] ?? 0), seats('layerPrimary', words.layers.primary, charter.layerSeats?.primary ?? 0), seats('layerTeen', words.layers.teen, charter.layerSeats?.teen ?? 0),
    { name: 'chairBy', kind: 'select', label: all.chairBy, value: charter.chairBy, choices: chairWays.map((value) => ({ value, label: words.chairWays[value] })) },
    number('quorumPercent', all.quorum), { name: 'majority', kind: 'select', label: all.majority, value: charter.majority, choices: majorities.map((value) => ({ value, label: words.majorities[value] })) },
    number('secondsNeeded', all.seconds), number('sessionsPerYear', all.perYear), number('answerDays', all.answerDays),
    { name: 'rules', kind: 'long', rows: 8, label: all.rules, value: charter.rules }, { name: 'childRules', kind: 'long', rows: 5, label: all.childRules, value: charter.childRules.join('\n') },
  ];
  return (
    <>
      <CouncilHead place={place} title={council ? all.amend : words.found.title} lead={words.found.lead} refusal={actionData?.refusal} />
      <Section title={all.title} hideTitle tight>
        {hard.map((line) => <p key={line} className="note">{all.hard(line)}</p>)}
        <DeedForm go={council ? 'amend' : 'found'} asks={asks} problem={actionData} submit={council ? words.save : words.found.go} />
        {versions.length > 0 ? <ul className="plainlist small">{versions.map((one) => <li key={one.version}>{all.version(one.version)} · {shortTime(one.adoptedAt, locale)} · {one.adoptedByName}{one.reason ? ` · ${one.reason}` : ''}</li>)}</ul> : null}
      </Section>
    </>
  );
}
