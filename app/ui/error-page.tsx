import { isRouteErrorResponse, useRouteLoaderData } from 'react-router';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { siteWords } from '#app/i18n/site.ts';

/** 出错页: what happened, that nothing is lost, what to do, and a number to quote; alone, or within a frame that is the main part already. */
export function ErrorPage({ error, isFramed = false }: { error: unknown; isFramed?: boolean }) {
  const Place = isFramed ? 'section' : 'main';
  const { failure } = useWords(siteWords);
  const locale = useLocale();
  const root = useRouteLoaderData('root') as { requestId: string } | undefined;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const code = isRouteErrorResponse(error) ? (error.data as { refusal?: string } | null)?.refusal : undefined;
  const isOffline = error instanceof TypeError && typeof navigator === 'object' && navigator.onLine === false; // in a browser alone
  const sentence = () => {
    if (isOffline) return failure.offline;
    if (code) return refusalSentence(code, locale);
    if (status === 404) return failure.notFound;
    return status === 403 ? failure.notAllowed : failure.broken;
  };
  return (
    <Place {...(isFramed ? {} : { id: 'main' })} className="wrap failure">
      <title>{failure.title}</title>
      <h1>{failure.title}</h1>
      <p>{sentence()}</p>
      {root && status >= 500 && !isOffline && (
        <p>
          {failure.number} <code>{root.requestId}</code>
        </p>
      )}
      <p>
        <a className="btn" href="/">
          {failure.home}
        </a>
      </p>
    </Place>
  );
}
