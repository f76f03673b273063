import { countings, secondRoundGrounds, type Counting, type SecondRoundGround } from '#app/domain/pilot/panels/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { Field, LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Shown = {
  second: { ground: SecondRoundGround; reason: string; wanted: number; counting: Counting; openedByName: string; openedAt: Date } | null;
  submitted: number; isSuggested: boolean; canOpen: boolean; experts: readonly { id: string; name: string; organisationName: string }[]; dueOn: string; problem: Problem | undefined;
};

/** 二轮评审: why there is one and how it stands, or how to open it. */
export function SecondRoundPane({ second, submitted, isSuggested, canOpen, experts, dueOn, problem }: Shown) {
  const { second: words } = useWords(panelWords);
  if (!second && !canOpen) return null;
  return (
    <Pane title={words.title} note={words.lead}>
      {second ? (
        <>
          <p>{words.opened(words.grounds[second.ground], second.openedByName, beijingDay(new Date(second.openedAt)))} {words.countings[second.counting]}</p>
          <p className="prose">{second.reason}</p>
          <p className={submitted < second.wanted ? 'soon' : ''}>{words.waiting(submitted, second.wanted)}</p>
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
