import { listSunk } from '#app/domain/base/notifications/read.ts';
import { notificationWords } from '#app/i18n/notifications.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { partsFor, useParts } from './tabs.ts';
import type { Route } from './+types/sink.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ letters: await listSunk(ctx), parts: partsFor(ctx) }));
}

/** 演示投递箱: what would have gone out. */
export default function Sink({ loaderData: { letters, parts } }: Route.ComponentProps) {
  const words = useWords(notificationWords);
  return (
    <>
      <PageHead title={words.sink.title} lead={words.sink.lead} />
      <KeysetTable
        page={{ rows: letters.map((letter) => ({ ...letter, id: letter.key })) }}
        tabs={useParts(parts, 'sink')}
        empty={{ text: words.sink.empty }}
        columns={[
          { name: 'subject', title: words.sink.subject, place: 'main', show: (row) => row.subject },
          { name: 'channel', title: words.log.channel, place: 'state', show: (row) => (words.channels as Record<string, string>)[row.channel] ?? row.channel },
          { name: 'to', title: words.sink.to, show: (row) => row.to },
          { name: 'text', title: words.sink.text, place: 'wide', show: (row) => <pre className="letter">{row.text}</pre> },
        ]}
      />
    </>
  );
}
