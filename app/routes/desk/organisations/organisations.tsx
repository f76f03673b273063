import { Link } from 'react-router';
import { organisationKinds, verifications } from '#app/domain/base/organisations/model.ts';
import { listOrganisations } from '#app/domain/base/organisations/read.ts';
import { regionPath, regionPaths } from '#app/domain/base/regions/read.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { organisationsWords } from '#app/i18n/organisations.ts';
import { useWords } from '#app/i18n/pair.ts';
import { AskedOrganisations } from '#app/jobs/lists/people.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { openList } from '../open-list.ts';
import { Verified } from './verified.tsx';
import type { Route } from './+types/organisations.ts';

const Asked = AskedOrganisations.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const page = await listOrganisations(ctx, asked);
    const paths = await regionPaths(ctx, page.rows.map((row) => row.regionCode));
    const placeOf = (code: string) => paths.get(code)?.map((step) => step.name).join(' ') ?? code;
    return {
      asked,
      own: await openList(ctx, 'organisations', request),
      path: asked.region ? await regionPath(ctx, asked.region) : [],
      page: { ...page, rows: page.rows.map((row) => ({ ...row, place: placeOf(row.regionCode) })) },
    };
  });
}

/** 机构名册. */
export default function OrganisationsPage({ loaderData: { asked, own, page, path } }: Route.ComponentProps) {
  const words = useWords(organisationsWords);
  const desk = useWords(deskWords);
  const tabs = [undefined, ...verifications].map((state) => ({
    label: state ? words.states[state] : desk.any,
    to: state ? `/desk/organisations?verification=${state}` : '/desk/organisations',
    isHere: asked.verification === state,
  }));
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<ExportButton list="organisations" />} />
      <KeysetTable
        page={page}
        own={own}
        tabs={tabs}
        empty={{ text: words.empty }}
        filters={
          <>
            {asked.verification && <input type="hidden" name="verification" value={asked.verification} />}
            <div className="fil-item">
              {desk.region}
              <RegionFilter path={path} />
            </div>
            <PickBox name="kind" label={words.kind} value={asked.kind} options={organisationKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
            <SearchBox value={asked.q} label={words.search} placeholder={words.search} />
          </>
        }
        columns={[
          {
            name: 'name', title: words.name, place: 'main',
            show: (row) => (
              <>
                <Link to={`/desk/organisations/${row.id}`}>
                  <b>{row.name}</b>
                </Link>
                <small>{row.creditCode}</small>
              </>
            ),
          },
          { name: 'kind', title: words.kind, show: (row) => words.kinds[row.kind] },
          { name: 'region', title: words.regionCode, place: 'wide', show: (row) => row.place },
          { name: 'state', title: words.state, place: 'state', show: (row) => <Verified state={row.verification} /> },
          { name: 'registered', title: words.registered, show: (row) => <span className="num">{beijingDay(new Date(row.createdAt))}</span> },
          { name: 'ops', title: words.ops, place: 'ops', show: (row) => <Link to={`/desk/organisations/${row.id}`}>{words.look}</Link> },
        ]}
      />
    </>
  );
}
