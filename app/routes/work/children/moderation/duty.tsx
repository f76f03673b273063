import { moderationWords } from '#app/i18n/moderation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Section } from '#app/ui/light/section.tsx';

type Props = { limit: number; duties: readonly { userId: string; name: string }[]; maySet: boolean; mayName: boolean };

/** 期限和值守: how long reading may take here, and who is told of suspected harm. */
export function Duty({ limit, duties, maySet, mayName }: Props) {
  const { limit: words } = useWords(moderationWords);
  return (
    <Section title={words.title} lead={words.lead(limit)} tight>
      {maySet ? (
        <form method="post" className="row">
          <input type="hidden" name="deed" value="limit" />
          <label>{words.days} <input className="in slim" type="number" name="workdays" min={1} max={10} defaultValue={limit} required /></label>
          <Button kind="quiet" small>{words.set}</Button>
        </form>
      ) : null}
      <h3 className="apart">{words.duty}</h3>
      <p className="small muted">{words.dutyLead}</p>
      {duties.length === 0 ? <p className="note">{words.nobody}</p> : (
        <ul className="plainlist">
          {duties.map(({ userId, name }) => (
            <li key={userId} className="row">
              <span>{name}</span>
              {mayName ? <form method="post"><input type="hidden" name="deed" value="end-duty" /><input type="hidden" name="userId" value={userId} /><Button kind="plain" small aria-label={`${words.end} ${name}`}>{words.end}</Button></form> : null}
            </li>
          ))}
        </ul>
      )}
      {mayName ? (
        <form method="post" className="row">
          <input type="hidden" name="deed" value="name-duty" />
          <label>{words.name} <input className="in slim" name="login" autoComplete="off" required maxLength={60} /></label>
          <Button kind="quiet" small>{words.add}</Button>
        </form>
      ) : null}
    </Section>
  );
}
