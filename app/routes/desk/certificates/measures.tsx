import { mayDecide, measureOutcomes } from '#app/domain/pilot/certification/model.ts';
import type { Measure } from '#app/domain/pilot/certification/read.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { longDay, shortTime } from '#app/platform/dates.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField } from '#app/ui/desk/field.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';

type Shown = { measures: readonly Measure[]; applicationId: string; today: string; me: string };

/** 处置, the newest first: grounds, reply, decision; what can be decided now has its button. */
export function Measures({ measures, ...shown }: Shown) {
  const { desk } = useWords(certificationWords);
  if (measures.length === 0) return <p>{desk.noMeasures}</p>;
  return measures.map((measure) => <OneMeasure key={measure.id} measure={measure} {...shown} />);
}

function OneMeasure({ measure, applicationId, today, me }: Omit<Shown, 'measures'> & { measure: Measure }) {
  const words = useWords(certificationWords);
  const { desk, mine } = words;
  const locale = useLocale();
  const colon = locale === 'en' ? ': ' : '：';
  const isDecided = measure.state === 'decided';
  return (
    <article className="measure-taken">
      <h3>
        {desk.kinds[measure.kind]}{measure.toLevel ? ` → ${words.levels[measure.toLevel]}${measure.toGrade ? ` · ${measure.toGrade}` : ''}` : ''}{' '}
        <StatusTag tone={isDecided ? (measure.outcome === 'taken' ? 'bad' : 'good') : 'now'}>{measure.outcome ? desk.outcomes[measure.outcome] : desk.state[measure.state]}</StatusTag>
      </h3>
      <p>{desk.openedBy(measure.openedByName, shortTime(measure.openedAt, locale))}{measure.isInterim ? ` · ${desk.interim}` : ''}</p>
      <p>{desk.grounds}{colon}{measure.grounds}</p>
      <p>{measure.repliedAt ? `${mine.replied(measure.repliedByName, shortTime(measure.repliedAt, locale))} ${measure.reply}` : isDecided ? mine.noReply : desk.replyDue(longDay(measure.replyDueOn, locale))}</p>
      {measure.papers.map((paper) => <p key={paper.fileId}><a href={`/apply/${applicationId}/certificate/${measure.id}/${paper.fileId}`}>{paper.name}</a></p>)}
      {measure.decidedAt && <p>{desk.decidedBy(measure.decidedByName, shortTime(measure.decidedAt, locale))}{colon}{measure.reason}</p>}
      {!isDecided && <Decide measure={measure} today={today} me={me} />}
    </article>
  );
}

function Decide({ measure, today, me }: { measure: Measure; today: string; me: string }) {
  const { desk } = useWords(certificationWords);
  const locale = useLocale();
  if (!mayDecide(measure, today)) return <p className="hint">{desk.waitsReply(longDay(measure.replyDueOn, locale))}</p>;
  if (measure.openedBy === me) return <p className="hint">{desk.waitsOther}</p>;
  return (
    <ConfirmButton label={desk.decide} question={desk.decideAsk} fields={{ deed: 'decide', measureId: measure.id }} danger={false} type="primary">
      <SelectField name="outcome" label={desk.outcome} options={measureOutcomes.map((value) => ({ value, label: desk.outcomes[value] }))} />
      <LongField name="reason" label={desk.reason} minLength={10} maxLength={2000} />
    </ConfirmButton>
  );
}
