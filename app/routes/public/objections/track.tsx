import { redirect } from 'react-router';
import { TrackInput } from '#app/domain/pilot/objections/input.ts';
import { trackObjection } from '#app/domain/pilot/objections/track.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import { PageTitle } from '../page-title.tsx';
import type { Route } from './+types/track.ts';

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, TrackInput, async ({ code }) => redirect(`/objections/${(await trackObjection(ctx, code)).code}`));
}

export function loader({ request }: Route.LoaderArgs) {
  return { isWithdrawn: new URL(request.url).searchParams.get('withdrawn') === 'yes' };
}

export default function TrackPage({ loaderData: { isWithdrawn }, actionData }: Route.ComponentProps) {
  const all = useWords(noticesWords);
  const words = useWords(objectionsWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  const error = problem.refusal ? refusalSentence(problem.refusal, locale) : problem.fields?.['code']?.[0];
  return (
    <div className="wrap body">
      <PageTitle title={words.trackTitle} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/notices', label: all.title }]} here={words.trackTitle} />
      <PageHead title={words.trackTitle} />
      {isWithdrawn ? <Callout kind="ok">{words.withdrawnText}</Callout> : null}
      <form method="post">
        <TextField
          id="code"
          label={words.code}
          hint={words.trackHint}
          words={{ required: words.required, optional: words.optional }}
          required
          error={error}
          defaultValue={problem.given?.['code'] as string | undefined}
          input={{ maxLength: 40, autoComplete: 'off', spellCheck: false }}
          short
        />
        <p>
          <Button>{words.trackGo}</Button>
        </p>
      </form>
      <p>
        <a href="/objections/statistics">{words.box.statistics}</a>
      </p>
    </div>
  );
}
