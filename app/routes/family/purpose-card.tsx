import type { Band } from '#app/domain/children/identity/model.ts';
import type { PurposeState } from '#app/domain/children/identity/family.ts';
import type { NoticeText } from '#app/domain/children/identity/notice.ts';
import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';

type State = Omit<PurposeState, 'at'> & { at: string | null };

/** 一个用途: what was said, and the one button that takes it back or the questions that were never asked; after a refusal nothing asks again. */
export function PurposeCard({ state, band, text }: { state: State; band: Band; text: NoticeText }) {
  const { child: words, register } = useWords(familyWords);
  const { purpose, decision, isCurrent } = state;
  const { name, why, refusing } = text.purposes[purpose];
  const isGiven = decision === 'given' && isCurrent;
  const isAsked = decision === 'given' && !isCurrent;
  const questions = <Questions purpose={purpose} band={band} text={text} />;
  return (
    <div className="card">
      <h3>{name}</h3>
      <p className="small">{register.whyAndRefusing(why, refusing)}</p>
      <p><strong>{words.state[decision ?? 'never']}</strong>{state.at && state.noticeVersion ? ` · ${words.asOf(state.noticeVersion, state.at)}` : ''}{decision === 'given' && !isCurrent ? ` · ${words.renew}` : ''}</p>
      {isGiven ? (
        <form method="post">
          <input type="hidden" name="deed" value="withdraw" />
          <input type="hidden" name="purpose" value={purpose} />
          <Button kind="quiet" small>{words.withdraw}<span className="vh"> {name}</span></Button>
        </form>
      ) : null}
      {isAsked ? questions : null}
      {!isGiven && !isAsked ? (
        <details className="box">
          <summary>{decision === null ? words.answerNow : words.changeMind}<span className="vh"> {name}</span></summary>
          {decision === 'refused' ? <p className="note">{words.refusedNote}</p> : null}
          {questions}
        </details>
      ) : null}
    </div>
  );
}

function Questions({ purpose, band, text }: { purpose: State['purpose']; band: Band; text: NoticeText }) {
  const { child: words, register, field } = useWords(familyWords);
  const choices = [{ value: 'yes', label: register.yes }, { value: 'no', label: register.no }];
  const { name, child } = text.purposes[purpose];
  return (
    <form method="post">
      <input type="hidden" name="deed" value="consent" />
      <input type="hidden" name="purpose" value={purpose} />
      {band === 'own' ? null : <ChoiceField id={`guardian-${purpose}`} name="guardian" label={register.guardianSays(name)} words={field} required choices={choices} />}
      {band === 'guardian' ? null : <ChoiceField id={`child-${purpose}`} name="child" label={register.childSays(child)} words={field} required choices={choices} />}
      <Button kind="quiet" small>{words.answer}<span className="vh"> {name}</span></Button>
    </form>
  );
}
