import { Button } from 'antd';
import { Form } from 'react-router';
import { organisationsWords } from '#app/i18n/organisations.ts';
import { useWords } from '#app/i18n/pair.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { TextField } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';

type Agent = { userId: string; name: string; since: Date; until: Date | null };

/** 经办人 of one organisation: who, since when; add one, end one. */
export function Agents({ agents, mayAppoint, problem }: { agents: readonly Agent[]; mayAppoint: boolean; problem: Problem | undefined }) {
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
      {mayAppoint && (
        <Form method="post" style={{ marginTop: 16 }}>
          <input type="hidden" name="deed" value="add-agent" />
          <TextField name="login" label={words.login} maxLength={120} problem={problem} />
          <Button htmlType="submit">{words.addAgent}</Button>
        </Form>
      )}
    </Pane>
  );
}
