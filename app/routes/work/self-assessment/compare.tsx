import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition, getEdition } from '#app/domain/base/standard/read.ts';
import { type Column, compareYears } from '#app/domain/pilot/self-assessment/compare.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { assessmentWords, type AssessmentWords } from '#app/i18n/self-assessment.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { WorkHead } from '../work-head.tsx';
import { Trend } from './trend.tsx';
import type { Route } from './+types/compare.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const compared = await compareYears(ctx, params.code);
    const last = compared.columns.at(-1);
    return { place, ...compared, sections: (last ? await getEdition(ctx, last.editionId) : await currentEdition(ctx)).sections };
  });
}

const tones = { better: 'ok', worse: 'bad', same: 'plain', new: 'info', gone: 'plain' } as const;

const headOf = (column: Column, { compare: words }: AssessmentWords) => (column.kind === 'quick' ? words.quick : column.kind === 'draft' ? words.draft(column.year) : words.of(column.year));

/** 历年对比: as a chart, as a table, and rule by rule between the last two. */
export default function Compare({ loaderData: { place, columns, moves, sections } }: Route.ComponentProps) {
  const all = useWords(assessmentWords);
  const words = all.compare;
  const locale = useLocale();
  const said = (score: number | null | undefined) => (score == null ? all.noScore : score.toFixed(1));
  const names = new Map(rulesOf({ sections }).map((rule) => [rule.id, inLanguage(rule, locale)]));
  const [before, after] = columns.slice(-2);
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <WorkHead place={place} here="self-assessment" title={words.title} lead={words.lead} />
      <Section title={words.table} tight>
        {columns.length === 0 ? <Empty drawing="kite" text={all.years.none} /> : (
          <div className="two half">
            <Trend points={columns.map((column) => ({ head: headOf(column, all), score: column.score, isQuick: column.kind === 'quick' }))} label={words.chart} />
            <DataTable
              caption={words.table}
              rows={[...sections.map((section) => ({ id: section.id, name: all.form.here(section.id, inLanguage(section, locale)) })), { id: '', name: words.all }]}
              keyOf={(row) => row.id}
              columns={[
                { head: words.section, isName: true, cell: (row) => row.name },
                ...columns.map((column) => ({ head: headOf(column, all), right: true, cell: (row: { id: string }) => said(row.id === '' ? column.score : column.sections.find(({ id }) => id === row.id)?.score) })),
              ]}
            />
          </div>
        )}
      </Section>
      {columns.length > 1 ? (
        <Section title={words.moves(headOf(before!, all), headOf(after!, all))} mist>
          <DataTable
            caption={words.moves(headOf(before!, all), headOf(after!, all))}
            rows={moves}
            keyOf={(row) => row.ruleId}
            none={words.none}
            columns={[
              { head: words.rule, isName: true, cell: (row) => <a href={`/standard/${row.ruleId}`}>{row.ruleId} {names.get(row.ruleId)}</a> },
              { head: words.before, cell: (row) => (row.before ? all.levels[row.before] : words.unsaid) },
              { head: words.after, cell: (row) => (row.after ? all.levels[row.after] : words.unsaid) },
              { head: words.change, cell: (row) => <Tag kind={tones[row.move]}>{all.moves[row.move]}</Tag> },
            ]}
          />
        </Section>
      ) : columns.length === 1 ? <Section title={words.change} hideTitle tight><p className="note">{words.few}</p></Section> : null}
    </>
  );
}
