import { redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { findPlan, partsOf } from '#app/domain/pilot/consulting/read.ts';
import { suggestNext } from '#app/domain/pilot/consulting/suggest.ts';
import { takeCase } from '#app/domain/pilot/consulting/take-case.ts';
import { takeSuggestion } from '#app/domain/pilot/consulting/take-suggestion.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { act, deed } from './act.ts';
import { PlanHead } from './head.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import type { Route } from './+types/next.ts';

const shown = 10;

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const plan = await findPlan(ctx, place.code);
    const tasks = plan ? (await partsOf(ctx, plan)).tasks.filter(({ state }) => state !== 'dropped') : [];
    const { gaps, suggestions, circle, learnedAt } = await suggestNext(ctx, place.code);
    const planned = new Set(tasks.flatMap(({ ruleIds }) => ruleIds));
    return {
      place, circle, learnedAt, hasPlan: plan !== undefined, basis: gaps.sheet && { stream: gaps.sheet.stream, year: gaps.sheet.year },
      takenCases: tasks.filter(({ source }) => source === 'case').map(({ sourceId }) => sourceId),
      suggestions: suggestions.slice(0, shown).map(({ rule: { id, zh, en }, ...one }) => ({ ...one, rule: { id, zh, en }, isPlanned: planned.has(one.ruleId) })),
      others: suggestions.slice(shown).map(({ rule: { id, zh, en }, kind }) => ({ id, zh, en, kind, isPlanned: planned.has(id) })),
      isAdded: new URL(request.url).searchParams.has('added'),
    };
  });
}

export function action({ params: { code }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return act(ctx, request, {
    take: deed(z.object({ rule: z.string().max(20) }), async ({ rule }) => {
      await takeSuggestion(ctx, code, rule);
      return redirect(`/work/${code}/plan/next?added=1`);
    }),
    case: deed(z.object({ id: z.uuid() }), async ({ id }) => {
      await takeCase(ctx, code, id);
      return redirect(`/work/${code}/plan/next?added=1`);
    }),
  });
}

/** 下一步建议: the cheapest next rules with their reasons, figures, examples and cases; below, how they were found. */
export default function NextNorms({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(consultingWords);
  const { next: words } = all;
  const locale = useLocale();
  const { place, basis, suggestions, others, circle, learnedAt, hasPlan, isAdded } = loaderData;
  const knowsSize = circle.features.logChildren !== null;
  return (
    <>
      <PlanHead place={place} title={words.title} lead={words.lead} refusal={actionData?.refusal} told={isAdded ? words.added : undefined} />
      <Section title={words.title} hideTitle tight>
        {basis ? (
          <div className="note lines">
            <p>{all.basis(basis.stream, basis.year)}</p>
            <p>{words.circle(circle.alike, circle.nation)}{learnedAt ? words.learned(shortTime(learnedAt, locale)) : words.notLearned}</p>
            <p>{words.method.known}{all.colon}{words.method.setting[circle.features.setting]} · {words.method.part[circle.features.part]}</p>
            {knowsSize ? null : <p>{words.unknown.size}{words.fill}</p>}
            {knowsSize && circle.features.infants === null ? <p>{words.unknown.ages}{words.fill}</p> : null}
            {hasPlan ? null : <p>{words.noPlan} <a href={`/work/${place.code}/plan`}>{all.start.title}</a></p>}
          </div>
        ) : null}
        {!basis ? <Empty text={words.noResult} action={<ButtonLink href={`/work/${place.code}/self-assessment`}>{all.start.toAssessment}</ButtonLink>} /> : suggestions.length === 0 ? <Empty text={words.none} /> : null}
        <ol className="suggestions">
          {suggestions.map((one, at) => <SuggestionCard key={one.ruleId} one={one} nth={at + 1} hasPlan={hasPlan} takenCases={loaderData.takenCases} />)}
        </ol>
        {others.length > 0 ? (
          <details className="card">
            <summary>{words.rest(others.length)}</summary>
            <ul>{others.map((rule) => <li key={rule.id}><a href={`/standard/${rule.id}`}>{rule.id}</a> {inLanguage(rule, locale)} <small className="muted">{all.kinds[rule.kind]}{rule.isPlanned ? ` · ${words.taken}` : ''}</small></li>)}</ul>
          </details>
        ) : null}
        <p className="no-print"><a href={`/work/${place.code}/plan`}>{all.back}</a></p>
      </Section>
      <Section title={words.method.title} mist id="method">
        <div className="prose">{words.method.lines.map((line) => <p key={line}>{line}</p>)}</div>
      </Section>
    </>
  );
}

export type NextPage = Route.ComponentProps['loaderData'];
