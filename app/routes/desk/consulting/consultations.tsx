import { Link } from 'react-router';
import { mySessions } from '#app/domain/pilot/consulting/sessions.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { sessionTones } from './tones.ts';
import type { Route } from './+types/consultations.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ rows: await mySessions(context.get(ctxKey)) }));
}

/** 我的咨询: the communities an expert was asked to advise. */
export default function Consultations({ loaderData: page }: Route.ComponentProps) {
  const all = useWords(consultingWords);
  const { mine: words, sessions } = all.desk;
  const locale = useLocale();
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <KeysetTable
        page={page}
        empty={{ text: words.empty }}
        columns={[
          { name: 'topic', title: sessions.topic, place: 'main', show: (row) => <Link to={`/desk/consulting/${row.regionCode}/${row.id}`}>{row.topic}</Link> },
          { name: 'state', title: sessions.state, place: 'state', show: (row) => <StatusTag tone={sessionTones[row.state]}>{all.sessionStates[row.state]}</StatusTag> },
          { name: 'place', title: sessions.place, show: (row) => row.regionName },
          { name: 'when', title: sessions.when, show: (row) => (row.startsAt ? shortTime(row.startsAt, locale) : all.advice.noTime) },
        ]}
      />
    </>
  );
}
