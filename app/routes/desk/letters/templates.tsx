import { Link } from 'react-router';
import { listTemplates } from '#app/domain/pilot/letters/templates.ts';
import { letterWords } from '#app/i18n/letters.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import type { Route } from './+types/templates.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ templates: await listTemplates(context.get(ctxKey)) }));
}

export default function LetterTemplates({ loaderData: { templates } }: Route.ComponentProps) {
  const words = useWords(letterWords);
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {templates.map(({ kind, title, version, savedByName, savedAt }) => (
        <Pane key={kind} title={words.kinds[kind]} note={[words.versionOf(version), savedByName, savedAt && beijingTime(savedAt).slice(0, 16)].filter(Boolean).join(' · ')}>
          <p><Link to={`/desk/letters/${kind}`}>{title}</Link></p>
        </Pane>
      ))}
    </>
  );
}
