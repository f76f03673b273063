import type { ReactNode } from 'react';
import { authorities, labels, privateKinds, reasons } from '#app/domain/children/moderation/model.ts';
import type { getItem } from '#app/domain/children/moderation/read.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { moderationWords } from '#app/i18n/moderation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, TickField } from '#app/ui/light/choice-field.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';

type Props = { item: Awaited<ReturnType<typeof getItem>>; mayApprove: boolean };

/** 下结论: the one that is needed most is a button, the others open below it; suspected harm stands apart. */
export function Deeds({ item, mayApprove }: Props) {
  const { item: words, labels: labelWords } = useWords(moderationWords);
  const form = useWords(applyWords).form;
  const tellsPrivate = item.flags.some(({ why }) => (privateKinds as readonly string[]).includes(why));
  const labelField = (of: string) => (
    <ChoiceField id={`labels-${of}`} name="labels[]" label={words.labelsAsk} words={form} multiple asList choices={labels.map((value) => ({ value, label: labelWords[value] }))} defaultValue={item.labels} />
  );
  return (
    <>
      <h2>{words.decide}</h2>
      {mayApprove ? (
        <form method="post" className="card deed">
          {tellsPrivate && !item.agreedAt ? <TickField id="looked" label={words.looked} words={form} /> : null}
          {item.kind === 'complaint' ? null : <details><summary className="small">{words.labelsAsk}</summary>{labelField('approve')}</details>}
          <Button wide name="deed" value="approve">{item.kind === 'complaint' ? words.handled : item.state === 'second' ? words.approveSecond : words.approve}</Button>
        </form>
      ) : null}
      {item.from === 'child' && item.kind !== 'complaint' ? (
        <Deed title={words.edit} lead={words.editLead}>
          {item.texts.map(({ field, text }) => <LongTextField key={field} id={`text-${field}`} name={`text.${field}`} label={words.edited} words={form} rows={4} limit={6000} defaultValue={text} />)}
          <Button kind="quiet" name="deed" value="edit">{words.editDo}</Button>
        </Deed>
      ) : null}
      <Deed title={words.hold}>
        <TextField id="note-hold" name="note" label={words.note} words={form} input={{ maxLength: 500 }} />
        <Button kind="quiet" name="deed" value="hold">{words.holdDo}</Button>
      </Deed>
      {item.kind === 'complaint' ? null : <Deed title={words.reject}>
        <ChoiceField id="reason" label={words.reasonAsk} words={form} required asList choices={reasons.map((value) => ({ value, label: words.reasons[value] }))} />
        {labelField('reject')}
        <TextField id="note-reject" name="note" label={words.note} words={form} input={{ maxLength: 500 }} />
        <Button kind="quiet" name="deed" value="reject">{words.rejectDo}</Button>
      </Deed>}
      <Deed title={words.escalate} lead={words.escalateLead}>
        <ChoiceField id="authority" label={words.authorityAsk} words={form} required asList choices={authorities.map((value) => ({ value, label: words.authorities[value] }))} />
        <TextField id="number" label={words.number} words={form} input={{ maxLength: 60 }} />
        <Button kind="stop" name="deed" value="escalate">{words.escalateDo}</Button>
      </Deed>
      <Deed title={words.harm} lead={words.harmLead} isGrave isOpen={item.severity === 'urgent'}>
        <ul className="harmcard">{words.harmCard.map((line) => <li key={line}>{line}</li>)}</ul>
        <LongTextField id="noticed" label={words.noticed} words={form} required rows={3} limit={1000} />
        <Button kind="stop" name="deed" value="harm">{words.harmDo}</Button>
      </Deed>
    </>
  );
}

function Deed({ title, lead, isGrave, isOpen, children }: { title: string; lead?: string; isGrave?: boolean; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className={isGrave ? 'box grave' : 'box'} open={isOpen}>
      <summary>{title}</summary>
      {lead ? <p className="small muted">{lead}</p> : null}
      <form method="post" noValidate>{children}</form>
    </details>
  );
}
