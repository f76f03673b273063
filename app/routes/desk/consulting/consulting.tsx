import { Link } from 'react-router';
import { z } from 'zod';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { listPlans } from '#app/domain/pilot/consulting/list-plans.ts';
import { sessionStates } from '#app/domain/pilot/consulting/model.ts';
import { listSessions } from '#app/domain/pilot/consulting/sessions.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { AskedPlans } from '#app/jobs/lists/consulting.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { planTones, sessionTones } from './tones.ts';
import type { Route } from './+types/consulting.ts';

const Asked = AskedPlans.extend({ ...cursorInput, tab: z.enum(['plans', 'sessions']).optional().catch(undefined), state: z.enum(sessionStates).optional().catch(undefined) });

export function loader({ context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const { tab = 'plans', late, state, ...asked } = query(request, Asked);
    const about = { tab, late, state, q: asked.q, path: asked.region ? await regionPath(ctx, asked.region) : [] };
    return tab === 'plans'
      ? { ...about, page: await listPlans(ctx, { ...asked, late: late === 'yes' }), sessions: [] }
      : { ...about, page: { rows: [] }, sessions: await listSessions(ctx, state) };
  });
}

/** 咨询辅导 at the desk: every community's plan, and every wish for advice. */
export default function Consulting({ loaderData }: Route.ComponentProps) {
  const { desk: words } = useWords(consultingWords);
  const { tab } = loaderData;
  const tabs = (['plans', 'sessions'] as const).map((one) => ({ label: words.tabs[one], to: `/desk/consulting?tab=${one}`, isHere: one === tab }));
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={tab === 'plans' ? <ExportButton list="construction-plans" /> : undefined} />
      {tab === 'plans' ? <Plans {...loaderData} tabs={tabs} /> : <Sessions {...loaderData} tabs={tabs} />}
    </>
  );
}

type Props = Route.ComponentProps['loaderData'] & { tabs: { label: string; to: string; isHere: boolean }[] };

function Plans({ page, late, q, path, tabs }: Props) {
  const all = useWords(consultingWords);
  const { plans: words } = all.desk;
  const locale = useLocale();
  return (
    <KeysetTable
      page={page}
      tabs={tabs}
      empty={{ text: words.empty }}
      filters={<><input type="hidden" name="tab" value="plans" /><div className="fil-item">{words.region}<RegionFilter path={path} /></div><SearchBox value={q} label={words.find} placeholder={words.findHint} /><label><input type="checkbox" name="late" value="yes" defaultChecked={late === 'yes'} /> {words.lateOnly}</label></>}
      columns={[
        { name: 'place', title: words.place, place: 'main', show: (row) => <><Link to={`/desk/consulting/${row.regionCode}`}>{row.regionName}</Link><br /><small className="mut">{row.place}</small></> },
        { name: 'state', title: words.state, place: 'state', show: (row) => <StatusTag tone={planTones[row.state]}>{all.states[row.state]}</StatusTag> },
        { name: 'progress', title: words.progress, show: (row) => <span className="num">{all.plan.numbers.of(row.done, row.total)}</span> },
        { name: 'late', title: words.late, show: (row) => (row.late > 0 ? <StatusTag tone="bad">{row.late}</StatusTag> : '0') },
        { name: 'findings', title: words.findings, show: (row) => <span className="num">{row.findings}</span> },
        { name: 'ends', title: words.ends, show: (row) => shortDay(row.endsOn, locale) },
      ]}
    />
  );
}

function Sessions({ sessions, state, tabs }: Props) {
  const all = useWords(consultingWords);
  const { sessions: words } = all.desk;
  const locale = useLocale();
  return (
    <KeysetTable
      page={{ rows: sessions }}
      tabs={tabs}
      empty={{ text: words.empty }}
      filters={<><input type="hidden" name="tab" value="sessions" /><PickBox name="state" label={words.state} value={state} options={sessionStates.map((one) => ({ value: one, label: all.sessionStates[one] }))} /></>}
      columns={[
        { name: 'topic', title: words.topic, place: 'main', show: (row) => <Link to={`/desk/consulting/${row.regionCode}/${row.id}`}>{row.topic}</Link> },
        { name: 'state', title: words.state, place: 'state', show: (row) => <StatusTag tone={sessionTones[row.state]}>{all.sessionStates[row.state]}</StatusTag> },
        { name: 'place', title: words.place, show: (row) => row.regionName },
        { name: 'when', title: words.when, show: (row) => (row.startsAt ? shortTime(row.startsAt, locale) : all.advice.noTime) },
        { name: 'asked', title: words.asked, show: (row) => shortTime(row.askedAt, locale) },
      ]}
    />
  );
}
