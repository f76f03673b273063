import { Link } from 'react-router';
import { z } from 'zod';
import { listAlerts } from '#app/domain/city/early-warning/at-desk.ts';
import { alertLevels, alertStates, ruleCodes } from '#app/domain/city/early-warning/model.ts';
import type { Definition } from '#app/domain/city/indicators/model.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable, PickBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { GroundSaid, LevelTag } from './level-tag.tsx';
import type { Route } from './+types/warnings.ts';

const Asked = z.object({ ...cursorInput, state: z.enum([...alertStates, 'all']).default('open'), level: z.enum(alertLevels).optional(), rule: z.enum(ruleCodes).optional(), region: z.string().regex(/^\d{2,12}$/).optional() });
export const tones = { open: 'now', answered: 'info', closed: 'good', ended: 'rest' } as const;

export function loader({ context, request }: Route.LoaderArgs) {
  const asked = query(request, Asked);
  return show(async () => ({ asked, ...(await listAlerts(context.get(ctxKey), { ...asked, state: asked.state === 'all' ? undefined : asked.state })) }));
}

/** 监测预警: what waits, what is late, how often the rules were right, and the alerts. */
export default function Warnings({ loaderData: { asked, page, sums, judged, departments, path, today } }: Route.ComponentProps) {
  const words = useWords(warningWords);
  const locale = useLocale();
  const en = locale === 'en';
  const department = (id: string) => departments.find((each) => each.id === id)?.[en ? 'en' : 'zh'] ?? id;
  const day = (said: string) => shortDay(said, locale);
  const kept = Object.entries({ level: asked.level, rule: asked.rule, region: asked.region }).flatMap(([name, value]) => (value ? [`&${name}=${value}`] : [])).join('');
  const tab = (state: typeof asked.state, count?: number) => ({ label: state === 'all' ? words.all : words.states[state], to: `/desk/warnings?state=${state}${kept}`, isHere: asked.state === state, ...(count === undefined ? {} : { count }) });
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<ButtonLink to="/desk/warnings/rules">{words.allRules}</ButtonLink>} />
      <dl className="kpis">
        <Sum name={words.sums.waiting} figure={sums.open} note={words.sums.soon(sums.soon)} />
        <Sum name={words.sums.late} figure={sums.late} note={words.sums.lateWhy} isBad={sums.late > 0} />
        <Sum name={words.sums.red} figure={sums.red} note={words.sums.redWhy} />
        <div className="pane"><dt>{words.sums.precision}</dt><dd>{judged.judged === 0 ? '—' : `${Math.round((100 * judged.real) / judged.judged)}%`}</dd><dd className="s">{judged.judged === 0 ? words.sums.unjudged : words.sums.share(judged.real, judged.judged)}</dd></div>
      </dl>
      <KeysetTable
        page={page} empty={{ text: words.none }} tabs={[tab('open', sums.open), tab('answered', sums.answered), tab('closed'), tab('ended'), tab('all')]}
        filters={
          <>
            <input type="hidden" name="state" value={asked.state} />
            <RegionFilter path={path} deepest={3} none={words.filters.region} />
            <PickBox name="level" label={words.filters.level} value={asked.level} options={alertLevels.map((level) => ({ value: level, label: words.levels[level] }))} />
            <PickBox name="rule" label={words.filters.rule} value={asked.rule} options={ruleCodes.map((rule) => ({ value: rule, label: words.rules[rule].name }))} />
          </>
        }
        columns={[
          { name: 'level', title: words.columns.level, place: 'state', show: (row) => <LevelTag level={row.level} /> },
          { name: 'what', title: words.columns.what, place: 'main', show: (row) => <><Link to={`/desk/warnings/${row.id}`}>{row.place || words.nation} · {en ? row.en : row.zh}</Link><small>{words.rules[row.rule].name}{en ? ': ' : '：'}<GroundSaid rule={row.rule} ground={row.ground} unit={row.unit as Definition['unit']} /></small></> },
          { name: 'owner', title: words.columns.owner, place: 'wide', show: (row) => words.owner(department(row.department), row.ownerName) },
          { name: 'due', title: words.columns.due, place: 'wide', show: (row) => (row.state === 'open' ? (row.dueOn < today ? <span className="late">{words.late(day(row.dueOn))}</span> : words.due(day(row.dueOn))) : row.endedOn ? words.over(day(row.endedOn)) : '—') },
          { name: 'state', title: words.columns.state, show: (row) => <><StatusTag tone={tones[row.state]}>{words.states[row.state]}</StatusTag>{row.verdict && <small>{words.alert.verdicts[row.verdict]}</small>}</> },
        ]}
      />
    </>
  );
}

function Sum({ name, figure, note, isBad }: { name: string; figure: number; note: string; isBad?: boolean }) {
  const { items } = useWords(warningWords);
  return <div className="pane"><dt>{name}</dt><dd>{figure} <small>{items}</small></dd><dd className="s">{isBad ? <span className="late">{note}</span> : note}</dd></div>;
}
