import { Empty } from 'antd';
import { type RecordLine, tellingFacts } from '#app/domain/base/records/model.ts';
import { eventSentence } from '#app/i18n/events.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { recordsWords } from '#app/i18n/records.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Timeline } from './timeline.tsx';

/** 办理历程: the records of one subject, in sentences. */
export function History({ lines, label }: { lines: readonly RecordLine[]; label?: string }) {
  const locale = useLocale();
  const words = useWords(recordsWords);
  if (lines.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />;
  return (
    <Timeline
      label={label ?? words.history}
      moments={lines.map((line) => ({
        id: line.id,
        when: shortTime(line.at, locale),
        who: line.actorId === 'system' ? words.system : line.actorName || words.visitor,
        text: [eventSentence(line.event, locale), ...tellingFacts(line.facts)].join(words.colon),
      }))}
    />
  );
}
