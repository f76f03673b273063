import { countings, secondRoundGrounds, type Counting, type SecondRoundGround } from '#app/domain/pilot/panels/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { beijingDay, shortDay, shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { Field, LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Shown = {
  second: { ground: SecondRoundGround; reason: string; wanted: number; counting: Counting; openedByName: string; openedAt: Date; closing: { reason: string; closedByName: string; closedAt: Date } | null } | null;
  submitted: number; isSuggested: boolean; canOpen: boolean; canClose: boolean; experts: readonly { id: string; name: string; organisationName: string }[]; dueOn: string; problem: Problem | undefined;
};

/** 二轮评审: why there is one and how it stands, or how to open it. */
export function SecondRoundPane({ second, submitted, isSuggested, canOpen, canClose, experts, dueOn, problem }: Shown) {
  const { second: words } = useWords(panelWords);
  const locale = useLocale();
  if (!second && !canOpen) return null;
  return (
    <Pane title={words.title} note={words.lead}>
      {second ? (
        <>
          <p>{words.opened(words.grounds[second.ground], second.openedByName, shortDay(beijingDay(new Date(second.openedAt)), locale))} {words.countings[second.counting]}{locale === 'en' ? '.' : '。'}</p>
          <p className="prose">{second.reason}</p>
          {second.closing ? (
            <><p>{words.closed(second.closing.closedByName, shortTime(second.closing.closedAt, locale))}</p><p className="prose">{second.closing.reason}</p></>
          ) : (
            <p className={submitted < second.wanted ? 'soon' : ''}>{words.waiting(submitted, second.wanted)}</p>
          )}
          {canClose && (
            <ConfirmButton label={words.close} question={words.closeAsk} fields={{ deed: 'close-second-round' }}>
              <LongField name="closeReason" label={words.closeReason} minLength={4} maxLength={1000} rows={2} problem={problem} />
            </ConfirmButton>
          )}
        </>
      ) : (
        <>
          {isSuggested && <p className="soon">{words.suggested}</p>}
          <ConfirmButton label={words.open} question={words.openAsk} fields={{ deed: 'second-round' }} danger={false}>
            <SelectField name="ground" id="second-ground" label={words.ground} problem={problem} options={secondRoundGrounds.map((value) => ({ value, label: words.grounds[value] }))} />
            <LongField name="reason" id="second-reason" label={words.reason} minLength={4} maxLength={1000} rows={2} problem={problem} />
            <SelectField name="counting" label={words.counting} known="both" problem={problem} options={countings.map((value) => ({ value, label: words.countings[value] }))} />
            <TextField name="wanted" type="number" min={1} max={15} label={words.wanted} known="1" problem={problem} />
            <Field name="expertIds" label={words.experts} hint={words.expertsHint} problem={problem}>
              <select className="dctl" id="field-expertIds" name="expertIds[]" multiple size={6} required style={{ height: 'auto' }}>
                {experts.map(({ id, name, organisationName }) => <option key={id} value={id}>{`${name} ${organisationName}`}</option>)}
              </select>
            </Field>
            <TextField name="dueOn" type="date" label={words.dueOn} known={dueOn} problem={problem} optional />
          </ConfirmButton>
        </>
      )}
    </Pane>
  );
}
