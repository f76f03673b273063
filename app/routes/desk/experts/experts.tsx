import { Link } from 'react-router';
import { z } from 'zod';
import { listExperts } from '#app/domain/pilot/experts/experts.ts';
import { expertFields, standings } from '#app/domain/pilot/experts/model.ts';
import { expertsWords } from '#app/i18n/experts.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query, searchInput } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { openList } from '../open-list.ts';
import { Standing } from './standing.tsx';
import type { Route } from './+types/experts.ts';

const id = z.string().max(120).optional();
const Asked = z.object({ after: id, before: id, q: searchInput, field: z.enum(expertFields).optional(), standing: z.enum(standings).optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const { q, ...asked } = query(request, Asked);
  const ctx = context.get(ctxKey);
  return show(async () => ({ page: await listExperts(ctx, { ...asked, query: q }), own: await openList(ctx, 'experts', request), q, field: asked.field, standing: asked.standing }));
}

export default function Experts({ loaderData: { page, own, q, field, standing } }: Route.ComponentProps) {
  const words = useWords(reviewWords);
  const said = useWords(expertsWords);
  const en = useLocale() === 'en';
  const add = <ButtonLink to="/desk/experts/new" type="primary">{words.addExpert}</ButtonLink>;
  return (
    <>
      <PageHead title={words.experts} lead={words.expertsLead} actions={<><ExportButton list="experts" />{add}</>} />
      <KeysetTable
        page={page}
        own={own}
        filters={
          <>
            <PickBox name="standing" label={said.standing} value={standing} options={standings.map((value) => ({ value, label: said.standings[value] }))} />
            <PickBox name="field" label={words.fieldsName} value={field} options={Object.entries(words.fields).map(([value, label]) => ({ value, label }))} />
            <SearchBox value={q} label={words.find} placeholder={words.find} />
          </>
        }
        empty={{ text: q || field || standing ? words.noCandidates : words.noExperts, action: add }}
        columns={[
          { name: 'name', title: words.expert, place: 'main', show: (row) => <Link to={`/desk/experts/${row.id}`}><b>{row.name}</b></Link> },
          { name: 'organisation', title: words.organisation, place: 'wide', show: (row) => row.organisationName },
          { name: 'fields', title: words.fieldsName, place: 'wide', show: (row) => row.fields.map((one) => words.fields[one]).join(en ? ', ' : '、') },
          { name: 'region', title: words.region, show: (row) => row.regionName ?? words.nation },
          { name: 'load', title: words.loadColumn, show: (row) => <span className="num">{row.load} / {row.maxLoad}</span> },
          { name: 'standing', title: said.standing, place: 'state', show: (row) => <><Standing standing={row.standing} />{row.standing === 'verified' && <small className="soon">{row.reasons.map((one) => words.whyNot[one]).join(en ? ', ' : '、')}</small>}</> },
        ]}
      />
    </>
  );
}
