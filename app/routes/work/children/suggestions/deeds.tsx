import type { ReactNode } from 'react';
import { outcomes, reasons, rungs } from '#app/domain/children/suggestions/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField } from '#app/ui/light/choice-field.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { DateField, LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import type { Back, Loaded } from './matter.tsx';

type Props = Loaded & { back: Back | undefined };

/** 接下来: the one thing that comes next stands open; nothing else is asked. */
export function Deeds(props: Props) {
  const words = useWords(suggestionsWords);
  const { matter, mayHandle, steps, ratings } = props;
  if (!mayHandle) return null;
  const { state } = matter;
  const isAgain = steps.at(-1)?.kind === 'reopened';
  const isUnclear = (state === 'adopted' || state === 'under-way') && ratings.some(({ understanding }) => understanding === 'not-understood' || understanding === 'more-to-say');
  if (state !== 'received' && state !== 'seen' && state !== 'adopted' && state !== 'under-way') return null;
  return (
    <Section title={words.matter.mine}>
      <div className="saidlist">
        {isAgain ? <Callout kind="info">{words.matter.answerAgain}</Callout> : null}
        {isUnclear ? <Callout kind="info">{words.matter.unclear}</Callout> : null}
        {state === 'received' ? <See {...props} /> : null}
        {state === 'received' || state === 'seen' ? <Answer {...props} /> : null}
        {state === 'adopted' ? <Start {...props} /> : null}
        {state === 'adopted' || state === 'under-way' ? <Finish {...props} /> : null}
      </div>
    </Section>
  );
}

function See({ called }: Props) {
  const { matter: words } = useWords(suggestionsWords);
  return (
    <form method="post" className="card row">
      <input type="hidden" name="deed" value="see" />
      <input type="hidden" name="called" value={called} />
      <Button>{words.see}</Button>
      <span className="small">{words.seeText}</span>
    </form>
  );
}

/** What a form of telling needs: the words that came back, what is too hard in them, who speaks. */
function Telling({ deed, label, back, children, isOpen, hasFiles, isFirst }: { deed: string; label: string; back: Back | undefined; children: ReactNode; isOpen?: boolean; hasFiles?: boolean; isFirst?: boolean }) {
  const { matter: words } = useWords(suggestionsWords);
  const isBack = back?.given?.deed === deed;
  const hard = isBack ? (back?.hard ?? []) : [];
  return (
    <details className="card" {...(isOpen || isBack ? { open: true } : {})}>
      <summary><h3>{label}</h3></summary>
      <form method="post" {...(hasFiles ? { encType: 'multipart/form-data' as const } : {})} noValidate>
        <input type="hidden" name="deed" value={deed} />
        {isBack ? <Errors title={words.problems} items={Object.entries(back?.fields ?? {}).map(([name, [text]]) => ({ href: `#${name}`, text: text! }))} /> : null}
        {hard.length > 0 ? (
          <Callout>
            <p>{words.hard}</p>
            <ul>{hard.map(({ sentence, why }) => <li key={sentence}>{`${sentence} — ${why.map((one) => words.why[one] ?? one).join('、')}`}</li>)}</ul>
            <input type="hidden" name="sure" value="yes" />
          </Callout>
        ) : null}
        {children}
        <Button {...(isFirst ? {} : { kind: 'quiet' as const })}>{hard.length > 0 ? words.sendAnyway : words.send}</Button>
      </form>
    </details>
  );
}

const givenTo = (back: Back | undefined, deed: string) => (back?.given?.deed === deed ? (back.given as Record<string, string>) : {});

function Answer({ matter, back, called, today }: Props) {
  const words = useWords(suggestionsWords);
  const { matter: w } = words;
  const given = givenTo(back, 'answer');
  const texts = { required: w.required, optional: w.optional };
  const error = (name: string) => (given.deed ? back?.fields?.[name]?.[0] : undefined);
  return (
    <Telling deed="answer" label={w.answer} back={back} isOpen={matter.state === 'seen'} isFirst={matter.state === 'seen'}>
      <ChoiceField id="outcome" label={w.outcome} words={texts} required defaultValue={given.outcome ?? ''} error={error('outcome')} choices={outcomes.map((value) => ({ value, label: words.outcomes[value] }))} />
      <SelectField id="reason" label={w.reason} words={texts} required blank="" defaultValue={given.reason ?? ''} error={error('reason')} choices={reasons.map((value) => ({ value, label: words.reasons[value] }))} />
      <LongTextField id="text" label={w.text} hint={w.textHint} words={texts} required rows={4} limit={600} defaultValue={given.text} error={error('text')} />
      <details className="small"><summary>{w.reason}</summary><ul>{reasons.map((value) => <li key={value}><b>{words.reasons[value]}</b> {words.templates[value]}</li>)}</ul></details>
      <div className="pairfields">
        <TextField id="owner" label={w.owner} hint={w.ownerHint} words={texts} defaultValue={given.owner} error={error('owner')} input={{ maxLength: 60 }} />
        <DateField id="dueOn" label={w.dueOn} words={texts} min={today} defaultValue={given.dueOn} error={error('dueOn')} />
      </div>
      <TextField id="called" label={w.called} hint={w.calledHint} words={texts} short defaultValue={given.called ?? called} input={{ maxLength: 20 }} />
    </Telling>
  );
}

function Start({ back, called, today }: Props) {
  const { matter: w } = useWords(suggestionsWords);
  const given = givenTo(back, 'start');
  const texts = { required: w.required, optional: w.optional };
  const error = (name: string) => (given.deed ? back?.fields?.[name]?.[0] : undefined);
  return (
    <Telling deed="start" label={w.start} back={back} isOpen isFirst>
      <input type="hidden" name="called" value={called} />
      <LongTextField id="start-text" name="text" label={w.startText} hint={w.textHint} words={texts} required rows={3} limit={400} defaultValue={given.text} error={error('text')} />
      <DateField id="start-dueOn" name="dueOn" label={w.newDay} words={texts} min={today} defaultValue={given.dueOn} error={error('dueOn')} />
    </Telling>
  );
}

function Finish({ matter, back, called }: Props) {
  const words = useWords(suggestionsWords);
  const { matter: w } = words;
  const given = givenTo(back, 'finish');
  const texts = { required: w.required, optional: w.optional };
  return (
    <Telling deed="finish" label={w.finish} back={back} isOpen={matter.state === 'under-way'} isFirst={matter.state === 'under-way'} hasFiles>
      <input type="hidden" name="called" value={called} />
      <LongTextField id="finish-text" name="text" label={w.finishText} hint={w.textHint} words={texts} required rows={3} limit={400} defaultValue={given.text} error={given.deed ? back?.fields?.text?.[0] : undefined} />
      <div className="field">
        <label htmlFor="photo">{w.photos}</label>
        <input id="photo" className="in" type="file" name="photo" accept="image/*" multiple />
      </div>
      <SelectField id="rung" label={w.rung} hint={words.rungNote} words={texts} blank={w.rungNone} defaultValue={given.rung} choices={rungs.map((rung) => ({ value: String(rung), label: words.rungs[rung - 1]! }))} />
    </Telling>
  );
}
