import { Button, Flex } from 'antd';
import { Form } from 'react-router';
import { verdicts } from '#app/domain/city/early-warning/model.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { Route } from './+types/warnings.ts';

/** The form to which the ticks in the table belong. */
export const takers = 'several';

type Data = Route.ComponentProps['loaderData'];

/** 一起办: one owner for what is ticked; where the silence of one place is opened, one answer too. */
export function Takers({ data, isOpened, problem }: { data: Data; isOpened: boolean; problem: Problem | undefined }) {
  const words = useWords(warningWords);
  const { asked, me, people, today } = data;
  const owner = (
    <label>{words.alert.assignTo} <select className="dctl" name="ownerId" defaultValue={me.id}><option value={me.id}>{words.several.me(me.name)}</option>{people.filter(({ id }) => id !== me.id).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></label>
  );
  if (!isOpened) {
    return (
      <Form method="post" id={takers} className="fil" aria-label={words.several.title}>
        <span>{words.several.title}</span>
        {owner}
        <Button htmlType="submit" name="deed" value="assign">{words.alert.assign}</Button>
        {!asked.region && <span className="note">{words.several.others}</span>}
      </Form>
    );
  }
  return (
    <Form method="post" id={takers}>
      <Pane title={words.silence.together} note={words.silence.togetherLead}>
        <div className="fil">{owner}<Button htmlType="submit" name="deed" value="assign" formNoValidate>{words.alert.assign}</Button></div>
        <LongField name="reason" label={words.alert.reason} hint={words.silence.reasonHint} problem={problem} rows={2} minLength={4} maxLength={500} required />
        <LongField name="measure" label={words.alert.measure} hint={words.alert.measureHint} problem={problem} rows={2} minLength={4} maxLength={500} required />
        <TextField name="measureBy" type="date" label={words.alert.measureBy} problem={problem} min={today} optional />
        <Button type="primary" htmlType="submit" name="deed" value="answer">{words.silence.answer}</Button>
      </Pane>
    </Form>
  );
}

/** 一起办结: one judgement for the answers about one place's silence; what one had in hand is left to somebody else. */
export function CloseTogether({ rows }: { rows: Data['page']['rows'] }) {
  const words = useWords(warningWords);
  const mine = rows.filter(({ isHandled }) => isHandled).length;
  const others = rows.filter(({ isHandled }) => !isHandled);
  return (
    <Pane title={words.silence.close} note={words.alert.closeLead}>
      {mine > 0 && <p className="hint">{words.silence.own(mine)}</p>}
      {others.length > 0 && (
        <Flex gap={8} wrap>
          {verdicts.map((verdict) => (
            <ConfirmButton key={verdict} label={words.silence.all(words.alert.verdicts[verdict], others.length)} question={words.alert.closeAsk} fields={{ deed: 'close', verdict }} danger={false} type={verdict === 'real' ? 'primary' : 'default'}>
              {others.map(({ id }) => <input key={id} type="hidden" name="id[]" value={id} />)}
              <LongField name="words" id={`words-${verdict}`} label={words.alert.note} problem={undefined} rows={2} maxLength={500} optional />
            </ConfirmButton>
          ))}
        </Flex>
      )}
    </Pane>
  );
}
