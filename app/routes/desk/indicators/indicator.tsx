import { data, Link, redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { checkDefinition } from '#app/domain/city/indicators/check-definition.ts';
import { defineIndicator } from '#app/domain/city/indicators/define-indicator.ts';
import { codesOfFormula } from '#app/domain/city/indicators/formula.ts';
import { DefinitionInput } from '#app/domain/city/indicators/input.ts';
import { derivedAtDesk } from '#app/domain/city/indicators/derived.ts';
import { frames } from '#app/domain/city/indicators/model.ts';
import { indicatorAtDesk, indicatorsByCode, listBreakdowns, listDepartments } from '#app/domain/city/indicators/read.ts';
import { rollUpRule } from '#app/domain/city/indicators/roll-up-rule.ts';
import { crossingOf } from '#app/domain/city/operations/crosswalk.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { newIndicatorWords } from '#app/i18n/new-indicator.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { formulaWords } from '../../public/plans/formula-words.ts';
import { sourceWords } from '../../public/plans/words.ts';
import { DefinitionForm } from './definition-form.tsx';
import { goalName } from './goal-name.ts';
import { saysWrong } from './new-indicator-faults.ts';
import { Derived, WhereFrom } from './where-from.tsx';
import type { Route } from './+types/indicator.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const indicator = await indicatorAtDesk(ctx, params.code);
    const [departments, rows, breakdowns, parts] = await Promise.all([listDepartments(ctx), derivedAtDesk(ctx, indicator.id), listBreakdowns(ctx), indicatorsByCode(ctx, codesOfFormula(indicator.definition.formula))]);
    const groups = indicator.definition.dimensions.map((dimension) => ({ dimension, groups: breakdowns.filter((each) => each.dimension === dimension).map(({ zh, en }) => ({ zh, en })) }));
    const dimensions = [...Map.groupBy(breakdowns.filter(({ id }) => id !== 0), ({ dimension }) => dimension)].map(([dimension, of]) => ({ dimension, groups: of.map(({ zh, en }) => ({ zh, en })) }));
    return { indicator, departments, dimensions, rows, groups, parts: [...parts.values()].map(({ code, definition: { zh, en } }) => ({ code, zh, en })), rule: rollUpRule(indicator), crossing: crossingOf(indicator.code), canDefine: may(ctx.actor, 'indicator.define', { regionCode: indicator.definition.regionCode ?? '*' }) };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, DefinitionInput, async (input, given) => {
    const faults = await checkDefinition(ctx, params.code, input);
    if (faults.length > 0) return data<Problem>({ fields: saysWrong(faults, ctx.locale), given }, 422);
    await defineIndicator(ctx, params.code, input);
    return redirect(`/desk/indicators/${params.code}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一个指标: what it means now, what it meant before, what it speaks to. */
export default function IndicatorPage({ loaderData: { indicator, departments, dimensions, rows, groups, parts, rule, crossing, canDefine }, actionData: problem }: Route.ComponentProps) {
  const desk = useWords(cityDeskWords);
  const words = desk.indicator;
  const added = useWords(newIndicatorWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const en = locale === 'en';
  const { definition, links } = indicator;
  const told = (said: { zh: string; en: string } | null) => (said ? (en ? said.en : said.zh) : words.none);
  const owner = departments.find(({ id }) => id === definition.owner);
  const linked = frames.map((frame) => ({ frame, targets: links.filter((link) => link.frame === frame).map(({ target }) => target) })).filter(({ targets }) => targets.length > 0);
  return (
    <>
      <PageHead crumbs={[{ label: desk.indicators.title, to: '/desk/indicators' }]} title={`${indicator.code} ${told(definition)}`} lead={definition.note[en ? 'en' : 'zh']} />
      <ProblemAlert problem={problem} names={{ ...desk.fields, least: added.least, most: added.most, dimensions: added.dimensions, unicef: added.unicef, kind: desk.indicators.kind, standard: added.standard, outline: added.outline, reason: words.reason }} />
      <Pane title={words.definition}>
        <Facts
          items={[
            { name: desk.indicators.kind, value: desk.indicators.kinds[definition.kind] }, ...(definition.kind === 'numeric' ? [{ name: words.unit, value: city.units[definition.unit] || words.none }] : []), { name: words.accumulation, value: city.accumulations[definition.accumulation] },
            { name: desk.fields.direction, value: desk.directions[definition.direction] }, { name: desk.fields.frequency, value: city.frequencies[definition.frequency] }, { name: desk.fields.level, value: desk.levels[definition.level] },
            { name: desk.fields.owner, value: owner ? told(owner) : definition.owner }, ...(definition.numerator && definition.denominator ? [{ name: desk.fields.numerator, value: told(definition.numerator) }, { name: desk.fields.denominator, value: told(definition.denominator) }] : []),
            ...(definition.kind === 'numeric' ? [{ name: words.bounds, value: words.within(definition.least, definition.most) }] : []),
            { name: desk.fields.formula, value: definition.formula ? <>{formulaWords(definition.formula, locale, (code) => parts.find((part) => part.code === code))}<div><code>{definition.formula}</code></div>{parts.map((part) => <div key={part.code}><Link to={`/desk/indicators/${part.code}`}>{part.code} {told(part)}</Link></div>)}</> : words.noFormula },
            { name: words.dimensions, value: groups.length > 0 ? groups.map((each) => <div key={each.dimension}>{words.groups[each.dimension as keyof typeof words.groups] ?? each.dimension}{en ? ': ' : '：'}{each.groups.map(told).join(en ? ', ' : '、')}</div>) : words.none },
            { name: words.provenance, value: city.provenances[definition.provenance] }, { name: desk.fields.source, value: sourceWords(definition.source, city) || words.none },
          ]}
        />
      </Pane>
      {linked.length > 0 && (
        <Pane title={words.links}>
          <Facts items={linked.map(({ frame, targets }) => ({ name: words.frames[frame], value: frame === 'standard' ? <>{targets.map((target) => <span key={target}><a href={`/standard/${target}`}>{target}</a> </span>)}</> : frame === 'unicef' ? targets.map((target) => goalName(city.unicef, target)).join(en ? '; ' : '；') : targets.join(en ? ', ' : '、') }))} />
        </Pane>
      )}
      <WhereFrom definition={definition} crossing={crossing} rule={rule} />
      <Derived definition={definition} crossing={crossing} rows={rows} />
      <Pane title={words.versions}>
        <ul>{indicator.versions.map((each) => <li key={each.version}><Link to={`/desk/indicators/${indicator.code}/versions/${each.version}`}>{words.version(each.version)}</Link> · {shortTime(each.madeAt, locale)} · {each.madeByName || words.system} · {/^data\/.*\.json$/.test(each.reason) ? words.fromFile : each.reason} · {told(each.definition)}</li>)}</ul>
      </Pane>
      {canDefine && <DefinitionForm key={indicator.version} indicator={indicator} departments={departments} dimensions={dimensions} problem={problem} />}
    </>
  );
}
