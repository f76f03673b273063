import { Button } from 'antd';
import { Link } from 'react-router';
import { AskedVisits } from '#app/jobs/lists/visits.ts';
import { may, mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { listVisits, type VisitTab } from '#app/domain/pilot/visits/at-desk.ts';
import { visitNotices } from '#app/domain/pilot/visits/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { visitTones } from './tones.ts';
import type { Route } from './+types/visits.ts';

const tabs = ['planned', 'open', 'waiting', 'over'] as const satisfies VisitTab[];
const Asked = AskedVisits.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({
    page: await listVisits(ctx, asked), asked, path: asked.region ? await regionPath(ctx, asked.region) : [],
    canPlan: mayAnywhere(ctx.actor, 'visit.plan'), isExpert: mayAnywhere(ctx.actor, 'visit.carry-out'), seesDevices: mayAnywhere(ctx.actor, 'visit.carry-out') || may(ctx.actor, 'visit.plan', { regionCode: '*' }),
  }));
}

export default function Visits({ loaderData: { page, asked, path, canPlan, isExpert, seesDevices } }: Route.ComponentProps) {
  const words = useWords(visitsWords);
  const comma = useLocale() === 'en' ? ', ' : '、';
  const { desk } = words;
  const isAsked = Boolean(asked.q || asked.notice || asked.region || asked.tab);
  const plan = canPlan ? <ButtonLink to="/desk/visits/new" type="primary">{desk.toNew}</ButtonLink> : undefined;
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={<>{canPlan && <ExportButton list="visits" />}{seesDevices && <ButtonLink to="/desk/visits/devices">{desk.toDevices}</ButtonLink>}{isExpert && <Button href="/visit">{desk.toPhone}</Button>}{plan}</>}
      />
      <KeysetTable
        page={page}
        tabs={[
          { label: desk.tabs.all, to: '/desk/visits', isHere: !asked.tab },
          ...tabs.map((tab) => ({ label: desk.tabs[tab], to: `/desk/visits?tab=${tab}`, isHere: asked.tab === tab })),
        ]}
        filters={
          <>
            {asked.tab && <input type="hidden" name="tab" value={asked.tab} />}
            <RegionFilter path={path} />
            <PickBox name="notice" label={desk.columns.notice} value={asked.notice} options={visitNotices.map((value) => ({ value, label: words.notices[value] }))} />
            <SearchBox value={asked.q} label={desk.find} placeholder={desk.find} />
          </>
        }
        empty={{ text: isAsked ? desk.none : canPlan ? desk.empty : desk.emptyMine, action: isAsked ? undefined : plan }}
        columns={[
          { name: 'community', title: desk.columns.community, place: 'main', show: (row) => <Link to={`/desk/visits/${row.id}`}><b>{row.community}</b></Link> },
          { name: 'state', title: desk.columns.state, place: 'state', show: (row) => <StatusTag tone={visitTones[row.state]}>{words.states[row.state]}</StatusTag> },
          { name: 'place', title: desk.columns.place, place: 'wide', show: (row) => row.place },
          { name: 'days', title: desk.columns.days, show: (row) => desk.days(row.fromOn, row.toOn) },
          { name: 'notice', title: desk.columns.notice, show: (row) => words.notices[row.notice] },
          { name: 'reason', title: desk.columns.reason, show: (row) => words.reasons[row.reason] },
          { name: 'experts', title: desk.columns.experts, place: 'wide', show: (row) => row.experts.join(comma) },
          { name: 'score', title: desk.columns.score, show: (row) => <span className="num">{row.score ?? '—'}</span> },
          { name: 'number', title: desk.columns.number, place: 'hide', show: (row) => <span className="mono">{row.number}</span> },
        ]}
      />
    </>
  );
}

