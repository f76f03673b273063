import { type RecordLine, tellingFacts } from '#app/domain/base/records/model.ts';
import { eventSentence } from '#app/i18n/events.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { recordsWords } from '#app/i18n/records.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Timeline } from './timeline.tsx';

/** 办理历程 on a light page: the records of one subject, in sentences. */
export function History({ lines }: { lines: readonly RecordLine[] }) {
  const locale = useLocale();
  const words = useWords(recordsWords);
  if (lines.length === 0) return <p>{words.none}</p>;
  return (
    <Timeline
      label={words.history}
      words={words.squares}
      moments={lines.map((line) => ({
        state: 'done',
        when: shortTime(line.at, locale),
        dateTime: new Date(line.at).toISOString(),
        title: eventSentence(line.event, locale),
        text: [line.actorId === 'system' ? words.system : line.actorName || words.visitor, ...tellingFacts(line.facts)].join(words.colon),
      }))}
    />
  );
}
