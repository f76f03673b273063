import { redirect } from 'react-router';
import { addContact, listContacts, proveContact, removeContact } from '#app/domain/base/notifications/contacts.ts';
import { NotificationDeed } from '#app/domain/base/notifications/input.ts';
import type { Channel, Preferences, Topic } from '#app/domain/base/notifications/model.ts';
import { ownPreferences, savePreferences } from '#app/domain/base/notifications/preferences.ts';
import { openChannels } from '#app/domain/base/notifications/read.ts';
import { notificationWords } from '#app/i18n/notifications.ts';
import { useWords } from '#app/i18n/pair.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/notifications.ts';
import { ContactCards } from './contact-cards.tsx';
import { Trouble } from './form-parts.tsx';
import { PreferenceForm } from './preference-form.tsx';
import { signedIn } from './signed-in.ts';

const news = ['saved', 'added', 'proven', 'removed'] as const;

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  const told = new URL(request.url).searchParams.get('news');
  return show(async () => ({ contacts: await listContacts(ctx), preferences: await ownPreferences(ctx), open: openChannels(), news: news.find((each) => each === told) }));
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, NotificationDeed, async (input) => redirect(`/account/notifications?news=${await carryOut(ctx, input)}`));
}

async function carryOut(ctx: Ctx, input: NotificationDeed): Promise<(typeof news)[number]> {
  if (input.deed === 'save') {
    const { locale, digest, quietFrom, quietTo, choice } = input;
    await savePreferences(ctx, { locale, digest, quietFrom, quietTo, choices: choicesOf(choice) });
    return 'saved';
  }
  if (input.deed === 'prove') {
    await proveContact(ctx, input.id, input.code);
    return 'proven';
  }
  if (input.deed === 'remove') {
    await removeContact(ctx, input.id);
    return 'removed';
  }
  await addContact(ctx, input, openChannels());
  return 'added';
}

function choicesOf(chosen: readonly string[]): Preferences['choices'] {
  const pairs = chosen.map((each) => each.split('.') as [Topic, Channel]);
  return Object.fromEntries([...Map.groupBy(pairs, ([topic]) => topic)].map(([topic, lines]) => [topic, lines.map(([, channel]) => channel)]));
}

/** 通知设置: where letters go, which ones, when; complete without a script. */
export default function NotificationSettings({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { own: words } = useWords(notificationWords);
  const { contacts, preferences, open, news: told } = loaderData;
  return (
    <div className="wrap body stacked">
      <PageTitle title={words.title} />
      <Breadcrumb label={words.where} links={[{ href: '/account', label: words.back }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      {told && !problem && <Callout kind="ok">{words[told]}</Callout>}
      <Trouble problem={problem} />
      <div className="two">
        <PreferenceForm preferences={preferences} problem={problem?.given?.deed === 'save' ? problem : undefined} />
        <ContactCards contacts={contacts} open={open} problem={problem} />
      </div>
    </div>
  );
}
