import { Link } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { PartnerFilter } from '#app/domain/children/sharing/input.ts';
import { partnerKinds, type PartnerState, partnerStates } from '#app/domain/children/sharing/model.ts';
import { listPartners } from '#app/domain/children/sharing/read.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { sharingWords } from '#app/i18n/sharing.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/partners.ts';

export const partnerTones: Record<PartnerState, Tone> = { prepared: 'now', enabled: 'good', ended: 'rest' };
const Asked = PartnerFilter.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const page = await listPartners(ctx, asked);
    const place = await placeNames(ctx, page.rows.map(({ regionCode }) => regionCode));
    return { asked, page: { ...page, rows: page.rows.map(({ id, name, kind, contract, fields, validTo, state, regionCode }) => ({ id, name, kind, contract, fields, validTo, state, place: place(regionCode) })) }, mayKeep: mayAnywhere(ctx.actor, 'sharing.partner') };
  });
}

/** 数据合作方. */
export default function SharePartners({ loaderData: { asked, page, mayKeep } }: Route.ComponentProps) {
  const all = useWords(sharingWords);
  const words = all.partners;
  const { dataKinds } = useWords(impactWords);
  const locale = useLocale();
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={mayKeep ? <ButtonLink type="primary" to="/desk/privacy/partners/new">{words.new}</ButtonLink> : undefined} />
      <KeysetTable
        page={page}
        empty={{ text: asked.q || asked.state || asked.kind ? words.noneFound : words.none }}
        filters={
          <>
            <SearchBox value={asked.q} label={words.find} placeholder={words.findHint} />
            <PickBox name="kind" label={words.kind} value={asked.kind} options={partnerKinds.map((value) => ({ value, label: all.kinds[value] }))} />
            <PickBox name="state" label={words.state} value={asked.state} options={partnerStates.map((value) => ({ value, label: all.partnerStates[value] }))} />
          </>
        }
        columns={[
          { name: 'name', title: words.columns.name, place: 'main', show: (row) => <><Link to={`/desk/privacy/partners/${row.id}`}><b>{row.name}</b></Link><small>{all.kinds[row.kind]} · {row.place || all.nation}</small></> },
          { name: 'contract', title: words.columns.contract, show: (row) => row.contract },
          { name: 'fields', title: words.columns.fields, place: 'wide', show: (row) => row.fields.map((field) => dataKinds[field]).join(all.and) },
          { name: 'until', title: words.columns.until, show: (row) => <span className="num">{shortDay(row.validTo, locale)}</span> },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={partnerTones[row.state]}>{all.partnerStates[row.state]}</StatusTag> },
        ]}
      />
    </>
  );
}
