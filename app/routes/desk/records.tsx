import { Link } from 'react-router';
import { tellingFacts } from '#app/domain/base/records/model.ts';
import { eventSentence, eventWords } from '#app/i18n/events.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { recordsWords } from '#app/i18n/records.ts';
import { AskedRecords } from '#app/jobs/lists/system.ts';
import { listRecordsForAudit } from '#app/domain/pilot/review/audit-records.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { DayRange } from '#app/ui/desk/day-range.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import type { Route } from './+types/records.ts';

const Asked = AskedRecords.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const asked = query(request, Asked);
  return show(async () => ({ asked, page: await listRecordsForAudit(context.get(ctxKey), asked) }));
}

/** 办理记录 for those who audit. */
export default function RecordsPage({ loaderData: { asked, page } }: Route.ComponentProps) {
  const words = useWords(recordsWords);
  const locale = useLocale();
  const events = Object.entries(eventWords[locale]).map(([value, label]) => ({ value, label }));
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<ExportButton list="records" />} />
      <KeysetTable
        page={page}
        empty={{ text: words.empty }}
        filters={
          <>
            <SearchBox name="person" value={asked.person} label={words.person} placeholder={words.personHint} />
            <PickBox name="event" label={words.event} value={asked.event} options={events} />
            <DayRange words={words} from={asked.from} to={asked.to} />
            <SearchBox name="subject" value={asked.subject} label={words.subject} placeholder={words.subject} />
          </>
        }
        columns={[
          { name: 'what', title: words.what, place: 'main', show: (row) => eventSentence(row.event, locale) },
          { name: 'person', title: words.person, place: 'state', show: (row) => (row.actorId === 'system' ? words.system : row.actorName || words.visitor) },
          { name: 'when', title: words.when, show: (row) => <span className="num">{beijingTime(row.at)}</span> },
          { name: 'facts', title: words.facts, place: 'wide', show: (row) => tellingFacts(row.facts).join(words.colon) },
          {
            name: 'subject', title: words.subject, place: 'wide',
            show: (row) => (
              <Link to={`/desk/records?subject=${encodeURIComponent(row.subjectId)}`} title={words.only}>
                <code>{row.subjectId.slice(0, 18)}</code>
              </Link>
            ),
          },
          { name: 'request', title: words.request, place: 'hide', show: (row) => <code>{row.requestId}</code> },
        ]}
      />
    </>
  );
}
