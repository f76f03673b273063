import { isRouteErrorResponse, useRouteLoaderData } from 'react-router';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { ChildCard } from '#app/ui/child/child-page.tsx';
import { Say } from '#app/ui/child/say.tsx';

/** 这一页打不开: what happened in a child's words, and ways on that stay among the children's pages. */
export function ChildFailure({ error, isHere }: { error: unknown; isHere: boolean }) {
  const { failure: words } = useWords(childKitWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const root = useRouteLoaderData('root') as { requestId?: string } | undefined;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const code = isRouteErrorResponse(error) ? (error.data as { refusal?: string } | null)?.refusal : undefined;
  const next = status === 410 ? { href: '/child/said', label: words.plate } : status === 403 && !isHere ? { href: '/child/enter', label: words.enter } : undefined;
  return (
    <>
      <title>{`${words.title} · ${site.name}`}</title>
      <h1><Say>{words.title}</Say></h1>
      <ChildCard>
        <ChildDrawing name="question" size={96} />
        <p><Say>{code ? refusalSentence(code, locale) : status === 404 ? words.notFound : words.broken}</Say></p>
        <p className="row">
          {next ? <a className="btn" href={next.href}><Say>{next.label}</Say></a> : null}
          <a className="btn quiet" href="/child"><Say>{words.home}</Say></a>
        </p>
        {root?.requestId && status >= 500 ? <p className="d">{`${site.failure.number} ${root.requestId}`}</p> : null}
      </ChildCard>
    </>
  );
}
