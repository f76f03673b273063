import { channels, digests, mustReach, type Preferences, topics } from '#app/domain/base/notifications/model.ts';
import { notificationWords } from '#app/i18n/notifications.ts';
import { useWords } from '#app/i18n/pair.ts';
import { locales } from '#app/platform/ctx.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';

type FormProps = { preferences: Preferences; problem: Problem | undefined };

/** 通知什么: a line for each topic, a tick for each way; language, summary and quiet hours below. */
export function PreferenceForm({ preferences, problem }: FormProps) {
  const words = useWords(notificationWords);
  const { own } = words;
  const first = (name: 'locale' | 'digest' | 'quietFrom' | 'quietTo') => {
    const given = problem?.given?.[name];
    return { id: name, words: own.field, required: true, error: problem?.fields?.[name]?.join(' '), defaultValue: typeof given === 'string' ? given : preferences[name] };
  };
  return (
    <form method="post" className="card mark stacked">
      <input type="hidden" name="deed" value="save" />
      <h2>{own.choices}</h2>
      <p className="muted">{own.choicesLead}</p>
      <DataTable
        caption={own.choices}
        rows={topics}
        keyOf={(topic) => topic}
        columns={[
          {
            head: own.choices,
            isName: true,
            cell: (topic) => (
              <>
                {words.topics[topic]}
                <p className="small muted">{words.topicLeads[topic]}</p>
                {mustReach[topic] && <p className="small muted">{words.reasons[mustReach[topic]]}</p>}
              </>
            ),
          },
          ...channels.map((channel) => ({
            head: words.channels[channel],
            cell: (topic: (typeof topics)[number]) => (
              <label className="choice">
                <input type="checkbox" name="choice[]" value={`${topic}.${channel}`} defaultChecked={isChosen(preferences, problem, topic, channel)} />
                <span className="vh">{`${words.topics[topic]} ${words.channels[channel]}`}</span>
              </label>
            ),
          })),
        ]}
      />
      <SelectField {...first('locale')} label={own.language} choices={locales.map((value) => ({ value, label: own.languages[value] }))} />
      <SelectField {...first('digest')} label={own.digest} hint={own.digestHint} choices={digests.map((value) => ({ value, label: own.digests[value] }))} />
      <fieldset className="field">
        <legend>{own.quiet}</legend>
        <p className="hint">{own.quietHint}</p>
        <TextField {...first('quietFrom')} label={own.quietFrom} short input={{ type: 'time', required: true }} />
        <TextField {...first('quietTo')} label={own.quietTo} short input={{ type: 'time', required: true }} />
      </fieldset>
      <div className="field">
        <Button>{own.save}</Button>
      </div>
    </form>
  );
}

function isChosen(preferences: Preferences, problem: Problem | undefined, topic: (typeof topics)[number], channel: (typeof channels)[number]): boolean {
  const given = problem?.given ? (problem.given.choice ?? []) : undefined;
  if (Array.isArray(given)) return given.includes(`${topic}.${channel}`);
  return preferences.choices[topic]?.includes(channel) ?? false;
}
