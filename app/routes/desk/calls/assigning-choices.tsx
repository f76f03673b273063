import { Button } from 'antd';
import { type KeyboardEvent } from 'react';
import { Form } from 'react-router';
import type { Choice } from '#app/domain/pilot/assigning/candidates.ts';
import { assigningWords } from '#app/i18n/assigning.ts';
import { conflictWords } from '#app/i18n/conflicts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Given } from './assigning-given.tsx';

type Row = { id: string; number: string; team: { expertId: string; name: string }[] };

/** 手工选专家: who could come, best matches first, and why some cannot; arrow keys go from one to the next. */
export function Choices({ choices, plan, row }: { choices: Choice[]; plan: { id: string; revision: number }; row: Row }) {
  const words = useWords(assigningWords);
  const { kinds } = useWords(conflictWords);
  return (
    <Form method="post" className="assigning-choices" aria-label={words.choices(row.number)} onKeyDown={step}>
      <Given plan={plan} deed="put" />
      <input type="hidden" name="applicationId" value={row.id} />
      <p className="note">{choices.length === 0 ? words.nobody : words.choicesLead}</p>
      <label className="how">
        {words.inPlaceOf}
        <select className="dctl" name="inPlaceOf" defaultValue="">
          <option value="">{words.besides}</option>
          {row.team.map(({ expertId, name }) => <option key={expertId} value={expertId}>{words.insteadOf(name)}</option>)}
        </select>
      </label>
      <ul>
        {choices.map((choice) => {
          const why = choice.isTaken ? words.taken : choice.kind ? kinds[choice.kind] : choice.load >= choice.room ? words.full : '';
          return (
            <li key={choice.id}>
              <b>{choice.name}</b> <span>{words.match(choice.match)}</span> <span>{words.inPlan(choice.load, choice.room)}</span>
              {why === '' ? <Button size="small" htmlType="submit" name="expertId" value={choice.id} aria-label={`${words.choose} ${choice.name}`}>{words.choose}</Button> : <span className="soon">{why}</span>}
            </li>
          );
        })}
      </ul>
    </Form>
  );
}

/** Arrow keys move between the buttons, as in a list. */
function step(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('li button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (at < 0) return;
  event.preventDefault();
  buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
