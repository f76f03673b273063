import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { evaluationsOf } from '#app/domain/pilot/evaluation/read.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { dueOf } from './told.ts';
import { WorkHead } from './work-head.tsx';
import type { Route } from './+types/evaluations.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    return { place, evaluations: await evaluationsOf(ctx, place.code), due: await dueOf(ctx, [place.code]) };
  });
}

/** 社区的评估: drafts to comment on, concluded ones to read. */
export default function EvaluationsAtWork({ loaderData: { place, evaluations, due } }: Route.ComponentProps) {
  const words = useWords(evaluationWords);
  const locale = useLocale();
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <WorkHead place={place} here="evaluations" due={due} lead={words.work.lead} />
      <Section title={words.title} hideTitle tight>
        {evaluations.length === 0 ? <Empty drawing="star" text={words.work.none} /> : (
          <DataTable
            caption={words.title}
            rows={evaluations}
            keyOf={({ id }) => id}
            columns={[
              { head: words.kind, isName: true, cell: (row) => <a href={`/work/${place.code}/evaluations/${row.id}`}>{words.kinds[row.kind]}{row.subject ? ` · ${row.subject}` : ''}</a> },
              { head: words.year, cell: (row) => row.year },
              { head: words.work.state, cell: (row) => <Status state={row.state === 'concluded' ? 'done' : 'now'}>{row.state === 'commenting' && row.commentUntil && !row.commentedAt ? words.work.until(shortDay(row.commentUntil, locale)) : words.states[row.state]}</Status> },
              { head: words.work.result, right: true, cell: (row) => (row.score === null ? words.none : row.score.toFixed(1)) },
            ]}
          />
        )}
      </Section>
    </>
  );
}
