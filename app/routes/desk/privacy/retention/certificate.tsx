import { placeNames } from '#app/domain/base/regions/read.ts';
import { getCertificate } from '#app/domain/children/retention/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { retentionWords } from '#app/i18n/retention.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { PrintButton } from '#app/ui/desk/print-button.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/certificate.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const certificate = await getCertificate(ctx, Number(params.number));
    const counties = Object.keys(certificate.counties).filter((code) => code !== '0');
    const cutOffs = Object.entries(certificate.cutOffs);
    const place = await placeNames(ctx, [...counties, ...cutOffs.flatMap(([code]) => (code === '*' ? [] : code))]);
    return { certificate, counties: Object.entries(certificate.counties).map(([code, many]) => ({ place: code === '0' ? '' : place(code), many })), cutOffs: cutOffs.map(([code, day]) => ({ place: code === '*' ? '' : place(code), day })) };
  });
}

/** 一份删除证明, to print. */
export default function DeletionCertificate({ loaderData: { certificate, counties, cutOffs } }: Route.ComponentProps) {
  const all = useWords(retentionWords);
  const words = all.certificate;
  const locale = useLocale();
  return (
    <>
      <PageHead
        title={words.title(certificate.number!)} lead={words.lead} crumbs={[{ label: all.title, to: '/desk/privacy/retention' }, { label: all.runs, to: '/desk/privacy/retention/runs' }]}
        beside={<StatusTag tone={certificate.isChainWhole ? 'good' : 'bad'}>{certificate.isChainWhole ? all.runPage.whole : all.runPage.altered}</StatusTag>} actions={<PrintButton>{words.print}</PrintButton>}
      />
      <Pane>
        <Facts
          items={[
            { name: words.what, value: all.classes[certificate.recordClass].name },
            { name: words.deed, value: all.deeds[certificate.deed] },
            { name: words.many, value: certificate.own },
            ...(counties.length > 0 ? [{ name: words.files, value: certificate.files }, { name: words.held, value: certificate.held }] : []),
            { name: words.cutOff, value: cutOffs.map(({ place, day }) => <div key={place}>{words.cutOffs(place || all.nation, shortDay(day, locale))}</div>) },
            { name: words.version, value: all.version(certificate.scheduleVersion) },
            { name: words.day, value: shortDay(certificate.day, locale) },
            { name: words.closed, value: certificate.closedAt ? shortTime(certificate.closedAt, locale) : '—' },
            ...(counties.length > 0 ? [{ name: words.counties, value: counties.map(({ place, many }) => <div key={place}>{place || all.nation} {many}</div>) }] : []),
            { name: words.hash, value: <code>{certificate.hash}</code> },
            { name: words.previous, value: certificate.previousHash ? <code>{certificate.previousHash}</code> : words.first },
          ]}
        />
      </Pane>
    </>
  );
}
