import { Link } from 'react-router';
import { z } from 'zod';
import { rulesAtDesk } from '#app/domain/city/early-warning/rules-at-desk.ts';
import { saysNothing } from '#app/domain/city/early-warning/model.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/rules.ts';

export const RegionAsked = z.object({ region: z.union([z.literal('*'), z.string().regex(/^\d{2,12}$/)]).optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  return show(() => rulesAtDesk(context.get(ctxKey), query(request, RegionAsked).region));
}

/** 预警规则 of a region: what counts, what it would have said, how often it was right. */
export default function WarningRules({ loaderData: { rules, regionCode, path } }: Route.ComponentProps) {
  const words = useWords(warningWords);
  const { ruleList: list } = words;
  return (
    <>
      <PageHead crumbs={[{ label: words.title, to: '/desk/warnings' }]} title={list.title} beside={path.at(-1)?.name ?? words.nation} lead={list.lead} />
      <KeysetTable
        page={{ rows: rules.map((rule) => ({ ...rule, id: rule.rule })) }} empty={{ text: words.none }} filters={<RegionFilter path={path} deepest={3} none={words.nation} />}
        columns={[
          { name: 'rule', title: list.columns.rule, place: 'main', show: (row) => <><Link to={`/desk/warnings/rules/${row.rule}?region=${regionCode}`}>{row.rule} {words.rules[row.rule].name}</Link><small>{words.rules[row.rule].about}</small></> },
          { name: 'inForce', title: list.columns.inForce, place: 'state', show: (row) => <>{row.inForce ? <StatusTag tone="good">{list.from(row.inForce.place || words.nation, row.inForce.version)}</StatusTag> : <StatusTag tone="rest">{list.off}</StatusTag>}{row.newest > (row.inForce?.regionCode === regionCode ? row.inForce.version : 0) && <small>{list.draft(row.newest)}</small>}</> },
          { name: 'levels', title: list.columns.levels, show: (row) => (row.inForce ? words.levelLine(row.rule, row.inForce.settings) : list.noTest) },
          { name: 'test', title: list.columns.test, show: (row) => (!row.backTest ? list.noTest : saysNothing(row.backTest) ? list.untried : list.tested(row.backTest.alerts, row.backTest.real, row.backTest.real + row.backTest.false)) },
          { name: 'precision', title: list.columns.precision, show: (row) => list.judged(row.precision.judged, row.precision.real) },
        ]}
      />
    </>
  );
}
