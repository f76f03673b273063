import { Link } from 'react-router';
import { letterKinds } from '#app/domain/base/notifications/model.ts';
import { editedTemplates } from '#app/domain/base/notifications/templates.ts';
import { notificationWords } from '#app/i18n/notifications.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { partsFor, useParts } from './tabs.ts';
import type { Route } from './+types/templates.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const edited = await editedTemplates(ctx);
    const rows = letterKinds.map((kind) => ({ id: kind, zh: edited.get(`${kind} zh-CN`), en: edited.get(`${kind} en`) }));
    return { rows, parts: partsFor(ctx) };
  });
}

/** 通知模板: every kind, and whose words it uses. */
export default function Templates({ loaderData: { rows, parts } }: Route.ComponentProps) {
  const words = useWords(notificationWords);
  const { templates } = words;
  const standing = (version: number | undefined) => (version ? templates.version(version) : templates.builtIn);
  return (
    <>
      <PageHead title={templates.title} lead={templates.lead} />
      <KeysetTable
        page={{ rows }}
        tabs={useParts(parts, 'templates')}
        empty={{ text: words.log.none }}
        columns={[
          { name: 'kind', title: templates.kind, place: 'main', show: (row) => <Link to={`/desk/notification-templates/${row.id}`}><b>{words.kinds[row.id]}</b></Link> },
          { name: 'zh', title: templates.zh, show: (row) => standing(row.zh) },
          { name: 'en', title: templates.en, show: (row) => standing(row.en) },
          { name: 'ops', title: words.log.ops, place: 'ops', show: (row) => <Link to={`/desk/notification-templates/${row.id}`}>{templates.edit}</Link> },
        ]}
      />
    </>
  );
}
