import { Link } from 'react-router';
import { listQuestionsWaiting } from '#app/domain/pilot/questions/read.ts';
import { askingWords } from '#app/i18n/asking.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import type { Route } from './+types/questions.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ rows: await listQuestionsWaiting(context.get(ctxKey)) }));
}

/** 待转交的询问: what reviewers ask and the office has not passed on yet. */
export default function Questions({ loaderData: page }: Route.ComponentProps) {
  const { office: words, waiting } = useWords(askingWords);
  return (
    <>
      <PageHead title={words.waiting} lead={words.lead} />
      <KeysetTable
        page={page}
        empty={{ text: waiting.none }}
        columns={[
          { name: 'number', title: waiting.number, show: (row) => <span className="num">{row.number}</span> },
          { name: 'unit', title: waiting.unit, place: 'main', show: (row) => <b>{row.unitName}</b> },
          { name: 'asked', title: waiting.asked, place: 'wide', show: (row) => row.asked },
          { name: 'when', title: waiting.when, show: (row) => <span className="num">{beijingTime(row.askedAt)}</span> },
          { name: 'ops', title: waiting.ops, place: 'ops', show: (row) => <Link to={`/desk/applications/${row.applicationId}/questions`}>{waiting.open}</Link> },
        ]}
      />
    </>
  );
}
