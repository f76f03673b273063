import { Button } from 'antd';
import { Form } from 'react-router';
import { organisationsWords } from '#app/i18n/organisations.ts';
import { useWords } from '#app/i18n/pair.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { Field } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';

type Person = { id: string; name: string; username: string | null };
type Agent = { userId: string; name: string; since: Date; until: Date | null };

/** 经办人 of one organisation: who, since when; add one, end one. */
export function Agents({ agents, mayAppoint, who, people }: { agents: readonly Agent[]; mayAppoint: boolean; who: string; people: readonly Person[] }) {
  const words = useWords(organisationsWords);
  return (
    <Pane title={words.agents} note={words.agentsNote}>
      <Facts
        items={agents.map((agent) => ({
          name: agent.name,
          value: (
            <>
              {words.agentSince(beijingDay(new Date(agent.since)))} {agent.until && words.agentUntil(beijingDay(new Date(agent.until)))}{' '}
              {mayAppoint && !agent.until && (
                <ConfirmButton label={words.end} question={words.endAsk(agent.name)} fields={{ deed: 'end-agent', userId: agent.userId }} size="small" />
              )}
            </>
          ),
        }))}
      />
      {mayAppoint && <NewAgent agents={agents} who={who} people={people} />}
    </Pane>
  );
}

/** 增加经办人: search first, then choose the person. */
function NewAgent({ agents, who, people }: { agents: readonly Agent[]; who: string; people: readonly Person[] }) {
  const words = useWords(organisationsWords);
  const isIn = (person: Person) => agents.some((agent) => agent.userId === person.id && !agent.until);
  return (
    <div className="new-agent">
      <Form method="get" preventScrollReset>
        <Field name="who" label={words.find} hint={words.findHint}>
          <span className="ask">
            <input className="dctl" type="search" id="field-who" name="who" defaultValue={who} minLength={2} maxLength={60} required />
            <Button htmlType="submit">{words.findSubmit}</Button>
          </span>
        </Field>
      </Form>
      {who && people.length === 0 && <p>{words.nobody}</p>}
      <ul className="rows">
        {people.map((person) => (
          <li key={person.id}>
            <b>{person.name}</b> <small>{person.username}</small>{' '}
            {isIn(person) ? (
              <small>{words.isAgent}</small>
            ) : (
              <ConfirmButton label={words.addAgent} question={words.addAsk(person.name)} fields={{ deed: 'add-agent', login: person.username ?? '' }} danger={false} size="small" />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
