import { isRouteErrorResponse, useRouteLoaderData } from 'react-router';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Failure } from '#app/ui/light/failure.tsx';
import { PageTitle } from './page-title.tsx';

/** 打不开: what happened and what to do, inside the ordinary frame of the page. */
export function LightFailure({ error }: { error: unknown }) {
  const { failure } = useWords(siteWords);
  const locale = useLocale();
  const root = useRouteLoaderData('root') as { requestId: string } | undefined;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const code = isRouteErrorResponse(error) ? (error.data as { refusal?: string } | null)?.refusal : undefined;
  const plain = status === 404 ? failure.notFound : status === 403 ? failure.notAllowed : failure.broken;
  return (
    <div className="wrap body">
      <PageTitle title={failure.title} />
      <Failure
        title={failure.title}
        text={code ? refusalSentence(code, locale) : plain}
        {...(root && status >= 500 ? { number: { label: failure.number, id: root.requestId } } : {})}
        actions={
          <ButtonLink href="/" kind="quiet">
            {failure.home}
          </ButtonLink>
        }
      />
    </div>
  );
}
