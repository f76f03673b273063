import { Link } from 'react-router';
import { z } from 'zod';
import { kinds } from '#app/domain/city/indicators/model.ts';
import { regionsFor } from '#app/domain/base/accounts/access.ts';
import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { listIndicators } from '#app/domain/city/indicators/list-indicators.ts';
import { listDepartments, targetsSpokenTo } from '#app/domain/city/indicators/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { newIndicatorWords } from '#app/i18n/new-indicator.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query, searchInput } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import type { Route } from './+types/indicators.ts';

const number = z.coerce.number().int().positive().max(2_147_483_647).optional();
const Asked = z.object({ after: number, before: number, q: searchInput, kind: z.enum(kinds).optional(), owner: z.string().max(20).optional(), rule: z.string().max(8).optional(), outline: z.string().max(20).optional(), unicef: z.string().regex(/^[1-5]$/).optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const { rows, ...page } = await listIndicators(ctx, asked);
    const place = await placeNames(ctx, [...new Set(rows.flatMap(({ definition }) => definition.regionCode ?? []))]);
    return {
      asked, canDefine: regionsFor(ctx.actor, 'indicator.define').some((code) => code === '*' || levelOf(code) <= levels.county), targets: await targetsSpokenTo(ctx), departments: await listDepartments(ctx),
      page: { ...page, rows: rows.map(({ code, version, definition: { zh, en, kind, unit, frequency, owner, regionCode } }) => ({ id: code, version, zh, en, kind, unit, frequency, owner, place: regionCode ? place(regionCode) : '' })) },
    };
  });
}

/** 指标库. */
export default function Indicators({ loaderData: { asked, page, departments, canDefine, targets } }: Route.ComponentProps) {
  const { indicators: words } = useWords(cityDeskWords);
  const city = useWords(cityWords);
  const { exchange } = useWords(statisticsDatabaseWords);
  const fresh = useWords(newIndicatorWords);
  const option = (value: string) => ({ value, label: value });
  const en = useLocale() === 'en';
  const departmentOf = (id: string) => departments.find((each) => each.id === id)?.[en ? 'en' : 'zh'] ?? id;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<><ButtonLink to="/desk/indicators/exchange">{exchange.title}</ButtonLink>{canDefine && <ButtonLink to="/desk/indicators/new" type="primary">{fresh.start}</ButtonLink>}</>} />
      <KeysetTable
        page={page} note={words.found(page.all)} empty={{ text: words.none, action: <ButtonLink to="/desk/indicators">{city.all}</ButtonLink> }}
        filters={
          <>
            <SearchBox value={asked.q} label={words.search} placeholder={words.search} />
            <PickBox name="kind" label={words.kind} value={asked.kind} options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
            <PickBox name="owner" label={words.owner} value={asked.owner} options={departments.map((each) => ({ value: each.id, label: departmentOf(each.id) }))} />
            <PickBox name="rule" label={fresh.filter.rule} value={asked.rule} options={targets.standard.map(option)} />
            <PickBox name="outline" label={fresh.filter.outline} value={asked.outline} options={targets.outline.map(option)} />
            <PickBox name="unicef" label={fresh.filter.unicef} value={asked.unicef} options={targets.unicef.map((value) => ({ value, label: city.unicef[Number(value)] ?? value }))} />
          </>
        }
        columns={[
          { name: 'name', title: words.columns.name, place: 'main', show: (row) => <Link to={`/desk/indicators/${row.id}`}>{row.id} {en ? row.en : row.zh}</Link> },
          { name: 'kind', title: words.columns.kind, show: (row) => words.kinds[row.kind] },
          { name: 'unit', title: words.columns.unit, show: (row) => city.units[row.unit] || '—' },
          { name: 'frequency', title: words.columns.frequency, show: (row) => city.frequencies[row.frequency] },
          { name: 'owner', title: words.columns.owner, show: (row) => departmentOf(row.owner) },
          { name: 'scope', title: fresh.scope, show: (row) => row.place || fresh.ofEverybody },
          { name: 'version', title: words.columns.version, show: (row) => row.version },
        ]}
      />
    </>
  );
}
