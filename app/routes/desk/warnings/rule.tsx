import { Alert } from 'antd';
import { data } from 'react-router';
import { z } from 'zod';
import { AskOffInput, RuleInput, SwitchOnInput } from '#app/domain/city/early-warning/input.ts';
import { type RuleCode, ruleCodes } from '#app/domain/city/early-warning/model.ts';
import { ruleAtDesk } from '#app/domain/city/early-warning/rules-at-desk.ts';
import { askOff, keepOn } from '#app/domain/city/early-warning/ask-off.ts';
import { saveRule } from '#app/domain/city/early-warning/save-rule.ts';
import { switchOff, switchOn } from '#app/domain/city/early-warning/switch-rule.ts';
import { testRule } from '#app/domain/city/early-warning/test-rule.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { RegionAsked } from './rules.tsx';
import { NewVersion, RuleVersion } from './rule-versions.tsx';
import type { Route } from './+types/rule.ts';

export function loader({ context, params, request }: Route.LoaderArgs) {
  return show(() => ruleAtDesk(context.get(ctxKey), params.id, query(request, RegionAsked).region));
}

const version = z.coerce.number().int().min(1);
const Deed = z.discriminatedUnion('deed', [
  RuleInput.extend({ deed: z.literal('save') }), z.object({ deed: z.literal('test'), version }), SwitchOnInput.extend({ deed: z.literal('switch-on') }), z.object({ deed: z.literal('switch-off') }),
  AskOffInput.extend({ deed: z.literal('ask-off') }), z.object({ deed: z.literal('keep-on') }),
]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    const rule = ruleCodes.find((each) => each === params.id);
    if (!rule) throw new Refusal('warning-rule-not-found', 404);
    const { regionCode } = await ruleAtDesk(ctx, rule, query(request, RegionAsked).region);
    const said = { save: 'saved', test: 'testedNow', 'switch-on': 'switchedOn', 'switch-off': 'switchedOff', 'ask-off': 'offAskedNow', 'keep-on': 'keptOn' } as const;
    if (input.deed === 'save') await saveRule(ctx, regionCode, rule, input);
    else if (input.deed === 'test') await testRule(ctx, regionCode, rule, input.version);
    else if (input.deed === 'switch-on') await switchOn(ctx, regionCode, rule, input.version, input.reason);
    else if (input.deed === 'ask-off') await askOff(ctx, rule, input);
    else if (input.deed === 'keep-on') await keepOn(ctx, rule);
    else await switchOff(ctx, regionCode, rule);
    return data({ done: said[input.deed] });
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一条规则 of a region: what counts now, its versions with their back-tests, and a new one. */
export default function WarningRule({ loaderData, actionData }: Route.ComponentProps) {
  const { rule, inForce, versions, regionCode, path, mayEdit, precision } = loaderData;
  const words = useWords(warningWords);
  const { rule: page, ruleList: list } = words;
  const done = actionData && 'done' in actionData ? actionData.done : undefined;
  const problem = actionData && !('done' in actionData) ? actionData : undefined;
  const code: RuleCode = rule;
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/warnings' }, { label: list.title, to: `/desk/warnings/rules?region=${regionCode}` }]} title={`${code} ${words.rules[code].name}`} beside={path.at(-1)?.name ?? words.nation}
        lead={words.rules[code].about}
      />
      <ProblemAlert problem={problem} names={{ yellow: words.levels.yellow, orange: words.levels.orange, red: words.levels.red, reason: page.reason, reportDays: page.reportDays, level: page.level, answerYellow: page.answerOf.yellow, answerOrange: page.answerOf.orange, answerRed: page.answerOf.red }} />
      {done && <Alert type="success" showIcon role="status" title={page[done]} style={{ marginBottom: 16 }} />}
      <Pane title={page.now}>
        <Facts
          items={[
            { name: page.which, value: inForce ? <StatusTag tone="good">{list.from(inForce.place || words.nation, inForce.version)}</StatusTag> : <StatusTag tone="rest">{list.off}</StatusTag> },
            ...(inForce ? [{ name: list.columns.levels, value: words.levelLine(code, inForce.settings) }] : []), { name: list.columns.precision, value: list.judged(precision.judged, precision.real) },
          ]}
        />
        <p className="hint">{page.truth[code]}{regionCode === '*' ? ` ${page.truthNation}` : ''}</p>
        {versions.length === 0 && <p>{page.noVersions}</p>}
      </Pane>
      {versions.map((each) => <RuleVersion key={each.version} version={each} rule={code} mayEdit={mayEdit} isNation={regionCode === '*'} problem={problem} above={path.at(-2)?.name ?? words.nation} />)}
      {mayEdit && <NewVersion key={`${regionCode} ${loaderData.newest}`} data={loaderData} problem={problem} />}
    </>
  );
}
