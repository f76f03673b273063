import { applyWords } from '#app/i18n/apply.ts';
import { useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import type { Loaded } from './visit.tsx';

/** 社区签字: for the content above and no other; whoever does not agree says why. */
export function SignForm({ contentHash, signer, problem }: Loaded & { problem: Problem | undefined }) {
  const { work: words } = useWords(visitsWords);
  const fieldWords = useWords(applyWords).form;
  const given = (name: string) => (typeof problem?.given?.[name] === 'string' ? problem.given[name] : undefined);
  return (
    <Section title={words.signTitle} lead={words.signLead} id="sign">
      <form method="post" className="stacked" noValidate>
        <input type="hidden" name="contentHash" value={contentHash ?? ''} />
        <TextField id="name" label={words.name} words={fieldWords} required defaultValue={given('name') ?? signer} error={problem?.fields?.name?.join(' ')} />
        <TextField id="role" label={words.role} words={fieldWords} defaultValue={given('role')} error={problem?.fields?.role?.join(' ')} />
        <div className="row"><Button name="agrees" value="yes">{words.agree}</Button></div>
        <details className="fold" open={problem?.fields?.refusal !== undefined}>
          <summary>{words.disagree}</summary>
          <LongTextField id="refusal" label={words.refusal} hint={words.refusalHint} words={fieldWords} limit={1000} defaultValue={given('refusal')} error={problem?.fields?.refusal?.join(' ')} />
          <div className="row"><Button kind="quiet" name="agrees" value="no">{words.decline}</Button></div>
        </details>
      </form>
    </Section>
  );
}
