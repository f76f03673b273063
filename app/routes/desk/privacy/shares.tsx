import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { placeNames, regionPath } from '#app/domain/base/regions/read.ts';
import { ShareFilter } from '#app/domain/children/sharing/input.ts';
import { shareBases, type Standing, standings } from '#app/domain/children/sharing/model.ts';
import { countToConfirm, listShares } from '#app/domain/children/sharing/read.ts';
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
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/shares.ts';

export const shareTones: Record<Standing, Tone> = { open: 'info', 'to-confirm': 'bad', settled: 'good' };
const Asked = ShareFilter.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const page = await listShares(ctx, asked);
    const place = await placeNames(ctx, page.rows.map(({ regionCode }) => regionCode));
    return {
      asked, path: asked.region ? await regionPath(ctx, asked.region) : [], toConfirm: await countToConfirm(ctx), mayRecord: mayAnywhere(ctx.actor, 'sharing.record'), search: new URL(request.url).search,
      page: { ...page, rows: page.rows.map(({ id, receiver, fields, childCount, basis, sharedOn, expiresOn, standing, regionCode }) => ({ id, receiver, fields, childCount, basis, sharedOn, expiresOn, standing, place: place(regionCode) })) },
    };
  });
}

/** 对外提供登记. */
export default function Shares({ loaderData: { asked, path, page, toConfirm, mayRecord, search } }: Route.ComponentProps) {
  const all = useWords(sharingWords);
  const words = all.shares;
  const { dataKinds } = useWords(impactWords);
  const locale = useLocale();
  return (
    <>
      <PageHead
        title={words.title} lead={words.lead}
        actions={<>{page.rows.length > 0 ? <Button href={`/desk/privacy/shares.csv${search}`} download>{words.export}</Button> : null}{mayRecord ? <ButtonLink type="primary" to="/desk/privacy/shares/new">{words.new}</ButtonLink> : null}</>}
      />
      {toConfirm > 0 ? <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={words.toConfirm(toConfirm)} description={<Link to="/desk/privacy/shares?standing=to-confirm">{words.showToConfirm}</Link>} /> : null}
      <KeysetTable
        page={page}
        empty={{ text: asked.q || asked.standing || asked.basis || asked.region ? words.noneFound : words.none }}
        filters={
          <>
            <SearchBox value={asked.q} label={words.find} placeholder={words.findHint} />
            <PickBox name="standing" label={words.standing} value={asked.standing} options={standings.map((value) => ({ value, label: all.standings[value] }))} />
            <PickBox name="basis" label={words.basis} value={asked.basis} options={shareBases.map((value) => ({ value, label: all.bases[value] }))} />
            <div className="fil-item">{words.region}<RegionFilter path={path} /></div>
          </>
        }
        columns={[
          { name: 'receiver', title: words.columns.receiver, place: 'main', show: (row) => <><Link to={`/desk/privacy/shares/${row.id}`}><b lang="zh">{row.receiver}</b></Link><small>{row.place}</small></> },
          { name: 'what', title: words.columns.what, place: 'wide', show: (row) => row.fields.map((field) => dataKinds[field]).join(all.and) },
          { name: 'children', title: words.columns.children, show: (row) => <span className="num">{words.count(row.childCount)}</span> },
          { name: 'basis', title: words.columns.basis, show: (row) => all.bases[row.basis] },
          { name: 'days', title: words.columns.days, show: (row) => <span className="num">{shortDay(row.sharedOn, locale)} – {shortDay(row.expiresOn, locale)}</span> },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={shareTones[row.standing]}>{all.standings[row.standing]}</StatusTag> },
        ]}
      />
    </>
  );
}
