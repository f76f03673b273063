import { sizeWords } from '#app/domain/base/files/model.ts';
import { sides } from '#app/domain/pilot/objections/model.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useWords } from '#app/i18n/pair.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { DeskObjection } from './answer-form.tsx';

/** 证据, each with what the scanner said. */
export function EvidenceList({ id, files }: { id: string; files: DeskObjection['files'] }) {
  const { desk } = useWords(objectionsWords);
  if (files.length === 0) return null;
  return (
    <ul>
      {files.map((file) => (
        <li key={file.fileId}>
          {file.state === 'stored' ? <a href={`/desk/objections/${id}/evidence/${file.fileId}`}>{file.name}</a> : file.name} {sizeWords(file.size)} {desk.scans[file.scan]}
        </li>
      ))}
    </ul>
  );
}

/** 往来: both sides beside each other; each of them reads only their own. */
export function ExchangePane({ objection, isOpen }: { objection: DeskObjection; isOpen: boolean }) {
  const { desk } = useWords(objectionsWords);
  const timeOf = (side: string, isFromOffice: boolean, at: Date) => (side === 'objector' && objection.isAnonymous && !isFromOffice ? beijingDay(at) : beijingTime(at));
  return (
    <Pane
      title={desk.exchange}
      actions={isOpen ? sides.filter((side) => side === 'objector' || objection.applicationId).map((side) => (
        <ConfirmButton key={side} label={desk.ask[side]} question={desk.askAsk[side]} fields={{ deed: 'ask', side }} danger={false} size="small">
          <LongField name="body" id={`ask-${side}`} label={desk.question} minLength={10} maxLength={2000} rows={4} />
        </ConfirmButton>
      )) : undefined}
    >
      {objection.messages.length === 0 ? <p>{desk.noExchange}</p> : objection.messages.map((message) => (
        <div key={message.id} style={{ marginBottom: 16 }}>
          <p>
            <b>{message.isFromOffice ? `${desk.office} → ${desk.sides[message.side]}` : desk.sides[message.side]}</b> {message.byName} {timeOf(message.side, message.isFromOffice, message.at)}
            {message.dueOn ? ` · ${desk.askedBy(message.dueOn)}` : ''}
          </p>
          <p style={{ whiteSpace: 'pre-wrap' }}>{message.body}</p>
          <EvidenceList id={objection.id} files={objection.files.filter((file) => file.messageId === message.id)} />
        </div>
      ))}
    </Pane>
  );
}
