import { redirect } from 'react-router';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useWords } from '#app/i18n/pair.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import type { Route } from './+types/receipts.ts';

export function loader({ request }: Route.LoaderArgs) {
  const code = new URL(request.url).searchParams.get('code');
  return code ? redirect(`/receipts/${encodeURIComponent(tidyCode(code))}`) : null;
}

export default function Receipts() {
  const words = useWords(applyWords);
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.verify.title} about={words.verify.lead} />
      <PageHead title={words.verify.title} lead={words.verify.lead} />
      <form method="get" className="card narrow">
        <TextField id="code" label={words.verify.code} hint={words.verify.hint} words={words.form} required input={{ autoComplete: 'off', autoCapitalize: 'characters', maxLength: 40 }} />
        <div className="row"><Button>{words.verify.go}</Button></div>
        <p className="small muted">{words.verify.private}</p>
      </form>
    </div>
  );
}
