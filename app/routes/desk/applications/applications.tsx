import { Link } from 'react-router';
import { listQueue } from '#app/domain/pilot/applications/queue.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { AskedApplications } from '#app/jobs/lists/applications.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { type Column, KeysetTable, PickBox, SearchBox, type Tab } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { Squares } from '#app/ui/desk/squares.tsx';
import { openList } from '../open-list.ts';
import { deeds } from './deeds.ts';
import { Limit } from './limit.tsx';
import { ApplicationStatus } from './status.tsx';
import type { Route } from './+types/applications.ts';

const Asked = AskedApplications.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { q, call, ...asked } = query(request, Asked);
  const filter = { ...asked, query: q, callId: call };
  return show(async () => {
    allowAnywhere(ctx, 'application.queue');
    const [queue, own] = await Promise.all([listQueue(ctx, filter), openList(ctx, 'applications', request)]);
    return { ...queue, own, today: beijingDay(ctx.now), asked: { q, call, tab: asked.tab ?? ('all' as const), region: asked.region, due: asked.due } };
  });
}

type Loaded = Route.ComponentProps['loaderData'];
type Row = Loaded['page']['rows'][number];

export default function Applications({ loaderData }: Route.ComponentProps) {
  const { page, next, today, own } = loaderData;
  const words = useWords(checkWords);
  const together = { action: '/desk/applications/together', deeds: deeds.map((value) => ({ value, label: words.together.title[value] })), nameOf: (row: Row) => row.number };
  return (
    <>
      <PageHead
        crumbs={[{ label: words.section }]}
        title={words.title}
        actions={<><ExportButton list="applications" />{next && <ButtonLink to={`/desk/applications/${next}/check`} type="primary">{words.next}</ButtonLink>}</>}
      />
      <KeysetTable page={page} columns={useColumns(today)} tabs={useTabs(loaderData)} filters={<Asking {...loaderData} />} own={own} together={together} empty={{ text: words.empty }} />
    </>
  );
}

function useTabs({ counts, asked }: Loaded): Tab[] {
  const words = useWords(checkWords);
  const kept = Object.entries({ q: asked.q, call: asked.call, region: asked.region, due: asked.due }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return (Object.keys(words.tabs) as (keyof typeof words.tabs)[]).map((tab) => ({
    label: `${words.tabs[tab]} ${counts[tab] > 99 ? words.more(99) : counts[tab]}`,
    to: `/desk/applications?${new URLSearchParams([...kept, ['tab', tab]] as string[][])}`,
    isHere: asked.tab === tab,
  }));
}

function Asking({ asked, calls, path }: Loaded) {
  const words = useWords(checkWords);
  const en = useLocale() === 'en';
  return (
    <>
      <input type="hidden" name="tab" value={asked.tab} />
      <span className="fil-item">{words.columns.region} <RegionFilter path={path} deepest={4} /></span>
      <PickBox name="call" label={words.call} value={asked.call} options={calls.map((call) => ({ value: call.id, label: en && call.titleEn ? call.titleEn : call.title }))} />
      <PickBox name="due" label={words.due} value={asked.due} options={Object.entries(words.dueOptions).map(([value, label]) => ({ value, label }))} />
      <SearchBox value={asked.q} label={words.find} placeholder={words.find} />
    </>
  );
}

/** This year's to the minute, an earlier year's to the day. */
function submittedOn(time: string, today: string): string {
  return time.startsWith(today.slice(0, 4)) ? time.slice(5, 16) : time.slice(0, 10);
}

const partStates = ({ parts, returnedParts }: Row) => Array.from({ length: parts }, (_, i) => (returnedParts.includes(i) ? 'missing' as const : 'done' as const));

function useColumns(today: string): Column<Row>[] {
  const words = useWords(checkWords);
  const { columns } = words;
  return [
    { name: 'number', title: columns.number, show: (row) => <span className="num">{row.number}</span> },
    { name: 'unit', title: columns.unit, place: 'main', show: (row) => <><b>{row.unitName}</b><small>{row.callTitle}</small></> },
    { name: 'region', title: columns.region, place: 'wide', show: (row) => row.place },
    { name: 'submitted', title: columns.submitted, place: 'hide', show: (row) => <span className="num">{row.submittedAt ? submittedOn(beijingTime(row.submittedAt), today) : ''}</span> },
    { name: 'parts', title: columns.parts, show: (row) => <Squares states={partStates(row)} label={words.partsLabel(row.parts - row.returnedParts.length, row.parts)} /> },
    { name: 'status', title: columns.status, place: 'state', show: (row) => <ApplicationStatus {...row} /> },
    { name: 'limit', title: columns.limit, place: 'wide', show: (row) => <Limit application={row} today={today} /> },
    { name: 'ops', title: columns.ops, place: 'ops', show: (row) => (
      <>
        {row.status === 'submitted' && <Link to={`/desk/applications/${row.id}/check`}>{words.check}</Link>}
        <Link to={`/desk/applications/${row.id}`}>{words.look}</Link>
      </>
    ) },
  ];
}
