import { Link } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { listCalls } from '#app/domain/pilot/calls/read.ts';
import { callStates } from '#app/domain/pilot/calls/model.ts';
import { callsWords } from '#app/i18n/calls.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { AskedCalls } from '#app/jobs/lists/cycle.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { phaseOf, phaseTones } from './phase.ts';
import { openList } from '../open-list.ts';
import type { Route } from './+types/calls.ts';

const Asked = AskedCalls.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { q, ...asked } = query(request, Asked);
  return show(async () => ({
    page: await listCalls(ctx, { ...asked, query: q }), own: await openList(ctx, 'calls', request), asked: { q, state: asked.state }, today: beijingDay(ctx.now), canOpen: mayAnywhere(ctx.actor, 'call.edit'),
  }));
}

export default function Calls({ loaderData: { page, own, asked, today, canOpen } }: Route.ComponentProps) {
  const words = useWords(callsWords);
  const locale = useLocale();
  const open = canOpen ? <ButtonLink to="/desk/calls/new" type="primary">{words.open}</ButtonLink> : undefined;
  const tabs = [undefined, ...callStates].map((state) => ({
    label: state ? words.states[state] : words.all, to: `/desk/calls${state ? `?state=${state}` : ''}`, isHere: asked.state === state,
  }));
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<><ExportButton list="calls" />{open}</>} />
      <KeysetTable
        page={page}
        own={own}
        tabs={tabs}
        filters={
          <>
            {asked.state && <input type="hidden" name="state" value={asked.state} />}
            <SearchBox value={asked.q} label={words.find} placeholder={words.find} />
          </>
        }
        empty={{ text: asked.q || asked.state ? words.emptyFound : words.empty, action: open }}
        columns={[
          { name: 'title', title: words.columns.title, place: 'main', show: (call) => <Link to={`/desk/calls/${call.id}`}><b>{locale === 'en' && call.titleEn ? call.titleEn : call.title}</b></Link> },
          { name: 'state', title: words.columns.state, place: 'state', show: (call) => <StatusTag tone={phaseTones[phaseOf(call, today)]}>{words.phases[phaseOf(call, today)]}</StatusTag> },
          { name: 'region', title: words.columns.region, show: (call) => call.regionName ?? words.nation },
          { name: 'places', title: words.columns.places, show: (call) => <span className="num">{call.places}</span> },
          { name: 'days', title: words.columns.days, place: 'wide', show: (call) => <span className="num">{words.from(call.opensOn, call.closesOn)}</span> },
          { name: 'ops', title: words.columns.ops, place: 'ops', show: (call) => (
            <>
              <Link to={`/desk/calls/${call.id}`}>{words.look}</Link>
              {canOpen && call.state === 'draft' && <Link to={`/desk/calls/${call.id}/edit`}>{words.edit}</Link>}
            </>
          ) },
        ]}
      />
    </>
  );
}
