import { isChecked } from '#app/domain/children/councils/model.ts';
import type { SessionDesk } from '#app/domain/children/councils/read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';

/** 签到: ticks for members and supporters, as one form; whose check has run out cannot be ticked. */
export function Attendance({ desk, today }: { desk: SessionDesk; today: string }) {
  const words = useWords(councilWords);
  const { members, supporters, there, quorum, session } = desk;
  const isThere = (id: string) => there.some(({ personId }) => personId === id);
  const present = there.filter(({ isSupporter }) => !isSupporter).length;
  const isOver = session.state === 'held';
  return (
    <>
      <p><b>{words.session.present(present, quorum)}</b></p>
      {isOver ? null : (
        <form method="post" className="no-print">
          <input type="hidden" name="go" value="here" />
          <ChoiceField id="members" name="members[]" label={words.term.members} words={words.form} multiple choices={members.map(({ id, nickname, letterNumber, isChair }) => ({ value: id, label: `${letterNumber} ${nickname}${isChair ? ` · ${words.term.chair}` : ''}` }))} defaultValue={members.map(({ id }) => id).filter(isThere)} />
          <ChoiceField id="supporters" name="supporters[]" label={words.supporters.title} words={words.form} multiple choices={supporters.map((one) => ({ value: one.id, label: `${one.name} · ${one.duty}`, disabled: !isChecked(one, today), ...(isChecked(one, today) ? {} : { hint: words.supporters.expired }) }))} defaultValue={supporters.map(({ id }) => id).filter(isThere)} />
          <p className="row"><Button kind="quiet">{words.session.saveHere}</Button></p>
        </form>
      )}
    </>
  );
}
