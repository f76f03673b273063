import type { Way } from '#app/domain/children/incidents/model.ts';
import { incidentWords } from '#app/i18n/incidents.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';

type Line = { id: string; number: string | null; place: string; way: Way | null; toldAt: Date | null; guardians: number; toldByName: string };
const mostShown = 200;

/** 告知记录: by the number of a child, how and when the family was told. */
export function SentLog({ lines }: { lines: readonly Line[] }) {
  const { log } = useWords(incidentWords);
  const locale = useLocale();
  return (
    <Pane title={log.title} note={lines.length > mostShown ? log.most(mostShown) : undefined}>
      {lines.length === 0 ? <p>{log.none}</p> : (
        <ul className="sent-log">
          {lines.slice(0, mostShown).map((line) => (
            <li key={line.id}>
              <code>{line.number ?? log.erased}</code> {line.place}{' '}
              {line.way && line.toldAt ? <StatusTag tone="good">{log.ways[line.way]}</StatusTag> : <StatusTag tone="bad">{log.untold}</StatusTag>}
              {line.toldAt ? <small> {shortTime(line.toldAt, locale)} · {line.toldByName}{line.guardians > 0 ? ` · ${log.guardians(line.guardians)}` : ''}</small> : null}
            </li>
          ))}
        </ul>
      )}
    </Pane>
  );
}
