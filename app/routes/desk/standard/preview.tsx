import { z } from 'zod';
import { mapValues } from '#app/domain/public/statistics/model.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { verdicts } from '#app/domain/public/time-machine/effect.ts';
import { previewEdition } from '#app/domain/public/time-machine/preview-edition.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { TileMap } from '#app/ui/light/tile-map.tsx';
import { tiles } from '#app/ui/light/tile-places.ts';
import type { Route } from './+types/preview.ts';

const kinds = [...verdicts, 'unknown'] as const;
const Asked = z.object({ verdict: z.enum(kinds).optional().catch(undefined), from: z.coerce.number().int().min(0).catch(0).default(0) });
const size = 100;
const tones = { short: 'bad', 'look-again': 'now', unaffected: 'good', unknown: 'rest' } as const;

export function loader({ context, params, request }: Route.LoaderArgs) {
  const asked = query(request, Asked);
  return show(async () => {
    const { rows, ...preview } = await previewEdition(context.get(ctxKey), params.id);
    const counts = Object.fromEntries(kinds.map((kind) => [kind, rows.filter(({ verdict }) => verdict === kind).length]));
    const byProvince: Record<string, number> = {};
    for (const { regionCode, verdict } of rows) if (verdict === 'short' || verdict === 'look-again') byProvince[regionCode.slice(0, 2)] = (byProvince[regionCode.slice(0, 2)] ?? 0) + 1;
    const chosen = asked.verdict ? rows.filter(({ verdict }) => verdict === asked.verdict) : rows;
    return { ...preview, asked, counts, all: rows.length, many: chosen.length, byProvince, rows: chosen.slice(asked.from, asked.from + size).map((row) => ({ ...row, id: row.regionCode })) };
  });
}

/** 换版预览. */
export default function PreviewEdition({ loaderData, params }: Route.ComponentProps) {
  const { preview: words, streams } = useWords(timeMachineWords);
  const levels = useWords(certificationWords).levels as Record<string, string>;
  const { desk } = useWords(standardWords);
  const locale = useLocale();
  const { edition, current, asked, counts, all, many, rows, byProvince } = loaderData;
  const here = `/desk/standard/${params.id}/preview`;
  const number = (value: number | null) => (value === null ? '—' : value.toFixed(1));
  const at = (from: number) => `${here}?${new URLSearchParams({ ...(asked.verdict ? { verdict: asked.verdict } : {}), from: String(from) }).toString()}`;
  return (
    <>
      <PageHead
        title={words.title}
        lead={edition.id === current.id ? words.sameEdition : words.lead}
        crumbs={[{ label: desk.title, to: '/desk/standard' }, { label: inLanguage(edition, locale), to: `/desk/standard/${params.id}` }]}
        actions={<a href={`${here}.csv`}>{words.csv}</a>}
      />
      <Pane title={words.map} note={words.mapNote}>
        <div className="preview-map">
          <TileMap values={mapValues(byProvince, Object.keys(tiles))} locale={locale} words={{ title: words.map, notCounted: words.notCounted, figure: words.figure, andMore: words.andMore }} />
          <table className="plain">
            <caption>{words.table}</caption>
            <thead><tr><th scope="col">{words.province}</th><th scope="col">{words.affected}</th></tr></thead>
            <tbody>{Object.entries(byProvince).map(([code, n]) => <tr key={code}><th scope="row">{locale === 'en' ? tiles[code]?.en : tiles[code]?.zh}</th><td className="num">{n}</td></tr>)}</tbody>
          </table>
        </div>
      </Pane>
      <KeysetTable
        page={{ rows }}
        empty={{ text: all === 0 ? words.noneYet : words.none }}
        tabs={[{ label: words.all, to: here, count: all, isHere: !asked.verdict }, ...kinds.map((kind) => ({ label: words.verdicts[kind], to: `${here}?verdict=${kind}`, count: counts[kind] ?? 0, isHere: asked.verdict === kind }))]}
        note={many > size ? <span className="num">{asked.from > 0 ? <a href={at(Math.max(0, asked.from - size))}>←</a> : null} {asked.from + 1}–{Math.min(many, asked.from + size)} / {many} {asked.from + size < many ? <a href={at(asked.from + size)}>→</a> : null}</span> : undefined}
        columns={[
          { name: 'unit', title: words.columns.unit, place: 'main', show: (row) => <><a href={`/past/${row.regionCode}`}><b>{row.unit}</b></a><small>{row.place}</small></> },
          { name: 'certificate', title: words.columns.certificate, show: (row) => <>{levels[row.level]} <small>{row.number}</small></> },
          { name: 'basis', title: words.columns.basis, show: (row) => (row.stream && row.year ? words.basis(streams[row.stream], row.year) : words.noBasis) },
          { name: 'score', title: words.columns.score, show: (row) => (row.effect ? <span className="num">{words.scores(number(row.effect.before), number(row.effect.after))}</span> : '—') },
          {
            name: 'verdict', title: words.columns.verdict, place: 'state',
            show: (row) => (
              <>
                <StatusTag tone={tones[row.verdict]}>{words.verdicts[row.verdict]}</StatusTag>
                {row.effect && row.effect.short.length > 0 ? <small>{words.short(row.effect.short.join(' '))}</small> : null}
                {row.effect && row.effect.again.length > 0 ? <small>{words.again(row.effect.again.length)}</small> : null}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
