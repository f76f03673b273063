import type { Contact } from '#app/domain/base/notifications/contacts.ts';
import type { Channel } from '#app/domain/base/notifications/model.ts';
import { notificationWords } from '#app/i18n/notifications.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, TickField } from '#app/ui/light/choice-field.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';

type CardsProps = { contacts: readonly Contact[]; open: readonly Channel[]; problem: Problem | undefined };

/** 联系方式: the proven ones, those that wait for their code, and one more. */
export function ContactCards({ contacts, open, problem }: CardsProps) {
  const { own } = useWords(notificationWords);
  return (
    <aside className="stacked">
      <section className="card stacked">
        <h2>{own.contacts}</h2>
        <p className="muted">{own.contactsLead}</p>
        {contacts.length === 0 && <p>{own.noContacts}</p>}
        {contacts.map((contact) => (
          <ContactLine key={contact.id} contact={contact} problem={problem?.given?.id === contact.id ? problem : undefined} />
        ))}
      </section>
      {open.length === 0 ? <Callout kind="info">{own.closed}</Callout> : <NewContactForm open={open} problem={problem?.given?.deed === 'add' ? problem : undefined} />}
    </aside>
  );
}

function ContactLine({ contact, problem }: { contact: Contact; problem: Problem | undefined }) {
  const { own, channels } = useWords(notificationWords);
  return (
    <div className="stacked">
      <p>
        {channels[contact.channel]} {contact.address} <Tag kind={contact.isProven ? 'ok' : 'open'}>{contact.isProven ? own.isProven : own.waits}</Tag>
      </p>
      {!contact.isProven && (
        <form method="post">
          <input type="hidden" name="deed" value="prove" />
          <input type="hidden" name="id" value={contact.id} />
          <TextField
            id={`code-${contact.id}`}
            name="code"
            label={own.code}
            hint={own.codeHint}
            words={own.field}
            required
            error={problem?.fields?.code?.join(' ')}
            short
            input={{ inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 6, required: true }}
          />
          <Button small>{own.prove}</Button>
        </form>
      )}
      <form method="post">
        <input type="hidden" name="deed" value="remove" />
        <input type="hidden" name="id" value={contact.id} />
        <Button kind="quiet" small aria-label={`${own.remove} ${contact.address}`}>
          {own.remove}
        </Button>
      </form>
    </div>
  );
}

function NewContactForm({ open, problem }: { open: readonly Channel[]; problem: Problem | undefined }) {
  const { own, channels } = useWords(notificationWords);
  const given = (name: string) => (typeof problem?.given?.[name] === 'string' ? (problem.given[name] as string) : undefined);
  const error = (name: string) => problem?.fields?.[name]?.join(' ');
  return (
    <form method="post" className="card stacked">
      <h2>{own.add}</h2>
      <input type="hidden" name="deed" value="add" />
      <ChoiceField
        id="channel"
        label={own.channel}
        words={own.field}
        required
        error={error('channel')}
        choices={open.map((channel) => ({ value: channel, label: channels[channel] }))}
        defaultValue={given('channel') ?? open[0]}
      />
      <TextField id="address" label={own.address} hint={own.addressHint} words={own.field} required error={error('address')} defaultValue={given('address')} input={{ maxLength: 120, required: true, autoCapitalize: 'none', spellCheck: false }} />
      <TickField id="isOwn" label={own.isOwn} words={own.field} required error={error('isOwn')} />
      <Button kind="quiet">{own.send}</Button>
    </form>
  );
}
