import { Link } from 'react-router';
import { z } from 'zod';
import { compareVersions, type Column } from '#app/domain/city/indicators/compare-versions.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { Mixed } from '#app/ui/mixed.tsx';
import { sourceWords } from '../../public/plans/words.ts';
import { goalName } from './goal-name.ts';
import type { Route } from './+types/version.ts';

const Version = z.coerce.number().int().min(1).max(100_000);

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const version = Version.safeParse(params.version);
    if (!version.success) throw new Refusal('indicator-version-not-found', 404);
    const [compared, departments] = [await compareVersions(ctx, params.code, version.data), await listDepartments(ctx)];
    return { ...compared, departments };
  });
}

/** The heads say what was and what is: a line through Chinese makes it hard to read, one below it looks like a link. */
const plain = { textDecoration: 'none' };

/** 两版定义的不同: column by column, who changed it and why, and what that means for the figures. */
export default function VersionPage({ loaderData: { code, version, inForce, name, madeAt, madeByName, reason, effect, changed, isBreak, departments } }: Route.ComponentProps) {
  const desk = useWords(cityDeskWords);
  const { indicator, indicator: { diff: words } } = desk;
  const city = useWords(cityWords);
  const locale = useLocale();
  const title = `${code} ${locale === 'en' ? name.en : name.zh}`;
  const said = (column: Column, text: string) => {
    if (text === '') return words.empty;
    if (column === 'unicef') return text.split(' ').map((goal) => goalName(city.unicef, goal)).join(locale === 'en' ? '; ' : '；');
    if (column === 'standard' || column === 'outline') return text.replaceAll(' ', locale === 'en' ? ', ' : '、');
    const inWords: Partial<Record<Column, string | undefined>> = {
      kind: desk.indicators.kinds[text as 'numeric'], unit: city.units[text as 'count'], accumulation: city.accumulations[text as 'point'], direction: desk.directions[text as 'up'], frequency: city.frequencies[text as 'annual'], level: desk.levels[text as 'city'],
      owner: departments.find(({ id }) => id === text)?.[locale === 'en' ? 'en' : 'zh'], provenance: city.provenances[text as 'seed'], source: sourceWords(text, city), dimensions: text.split(' ').map((each) => indicator.groups[each as 'age'] ?? each).join(locale === 'en' ? ', ' : '、'),
    };
    return inWords[column] || text;
  };
  return (
    <>
      <PageHead crumbs={[{ label: desk.indicators.title, to: '/desk/indicators' }, { label: title, to: `/desk/indicators/${code}` }]} title={changed ? words.title(version - 1, version) : indicator.version(version)} lead={title} />
      <Pane>
        <Facts items={[{ name: words.when, value: shortTime(madeAt, locale) }, { name: words.who, value: madeByName || indicator.system }, { name: indicator.reason, value: /^data\/.*\.json$/.test(reason) ? indicator.fromFile : reason }]} />
      </Pane>
      <Pane title={words.changed} flush={changed !== null && changed.length > 0}>
        {changed === null ? words.first : changed.length === 0 ? words.same : (
          <FigureTable
            label={words.changed} rows={changed} keyOf={({ column }) => column}
            columns={[
              { name: 'column', title: words.column, place: 'main', show: ({ column }) => <b>{{ ...desk.fields, ...words.columns, ...indicator.frames }[column]}</b> },
              { name: 'before', title: words.before, place: 'wide', show: ({ column, before }) => <del style={plain}><Mixed>{said(column, before)}</Mixed></del> },
              { name: 'after', title: words.after, place: 'wide', show: ({ column, after }) => <ins style={plain}><Mixed>{said(column, after)}</Mixed></ins> },
            ]}
          />
        )}
      </Pane>
      {changed && (
        <Pane title={words.effect}>
          <p>{!isBreak ? words.noBreak : effect.before > 0 && effect.after > 0 ? words.breaks : words.breaksOnce}</p>
          <p>{effect.before > 0 ? words.recorded(effect.before, effect.regions, effect.first!, effect.last!) : words.noneBefore} {words.since(effect.after)}</p>
          {isBreak && effect.before > 0 && effect.after > 0 ? <p><a href={`/statistics-database?i=${code}`}>{words.see}</a></p> : null}
        </Pane>
      )}
      <p>{version > 1 && <Link to={`/desk/indicators/${code}/versions/${version - 1}`}>{words.earlier}</Link>} {version < inForce && <Link to={`/desk/indicators/${code}/versions/${version + 1}`}>{words.later}</Link>}</p>
    </>
  );
}
