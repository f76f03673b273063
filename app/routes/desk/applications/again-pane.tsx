import { reconsiderationGrounds, type ReconsiderationGround } from '#app/domain/pilot/panels/model.ts';
import { type Outcome, outcomes } from '#app/domain/pilot/review/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Line = { id: string; ground: ReconsiderationGround; reason: string; oldOutcome: Outcome; openedByName: string; openedAt: Date; newOutcome: Outcome | null; newReason: string; concludedByName: string | null; concludedAt: Date | null };

/** 复议: what was looked at again and what came of it; opening one, concluding the open one. */
export function AgainPane({ lines, problem }: { lines: readonly Line[]; problem: Problem | undefined }) {
  const { again: words, explanation } = useWords(panelWords);
  const locale = useLocale();
  const isOpen = lines.some(({ concludedAt }) => concludedAt === null);
  return (
    <Pane title={words.title} note={words.lead}>
      {lines.map((line) => (
        <div key={line.id} style={{ marginBottom: 12 }}>
          <p><b>{words.opened(shortTime(line.openedAt, locale), words.grounds[line.ground])}</b> <small>{words.by(line.openedByName)}</small></p>
          <p className="prose">{line.reason}</p>
          {line.newOutcome && line.concludedAt ? (
            <>
              <p><b>{words.concluded(shortTime(line.concludedAt, locale), explanation.outcomes[line.oldOutcome], explanation.outcomes[line.newOutcome])}</b> <small>{words.by(line.concludedByName ?? '')}</small></p>
              <p className="prose">{line.newReason}</p>
            </>
          ) : <p className="soon">{words.pending}</p>}
        </div>
      ))}
      {isOpen ? (
        <ConfirmButton label={words.conclude} question={words.concludeAsk} fields={{ deed: 'conclude' }} danger={false} type="primary">
          <SelectField name="outcome" id="new-outcome" label={explanation.decision} problem={problem} options={outcomes.map((value) => ({ value, label: explanation.outcomes[value] }))} />
          <LongField name="reason" id="new-reason" label={words.newReason} hint={words.newReasonHint} minLength={10} maxLength={4000} problem={problem} />
        </ConfirmButton>
      ) : (
        <ConfirmButton label={words.open} question={words.openAsk} fields={{ deed: 'reconsider' }} danger={false}>
          <SelectField name="ground" label={words.ground} problem={problem} options={reconsiderationGrounds.map((value) => ({ value, label: words.grounds[value] }))} />
          <LongField name="reason" id="why-again" label={words.why} hint={words.whyHint} minLength={10} maxLength={4000} problem={problem} />
        </ConfirmButton>
      )}
    </Pane>
  );
}
