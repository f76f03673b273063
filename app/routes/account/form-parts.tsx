import { accountsWords } from '#app/i18n/accounts.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Problem } from '#app/platform/http.ts';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';

export type Asked = {
  name: string;
  label: string;
  hint?: string;
  problem?: Problem | undefined;
  known?: string | undefined;
  type?: 'text' | 'password';
  complete?: string;
  numeric?: boolean;
};

/** 一项: one field of the account pages; a password is never filled in again. */
export function Asking({ name, label, hint, problem, known, type = 'text', complete, numeric }: Asked) {
  const words = useWords(accountsWords);
  const given = problem?.given?.[name];
  const first = type === 'password' ? undefined : typeof given === 'string' ? given : known;
  return (
    <TextField
      id={name}
      label={label}
      words={words.field}
      required
      {...(hint ? { hint } : {})}
      error={problem?.fields?.[name]?.join(' ')}
      defaultValue={first}
      input={{
        type,
        required: true,
        maxLength: 128,
        autoComplete: complete ?? 'off',
        autoCapitalize: 'none',
        spellCheck: false,
        ...(numeric ? { inputMode: 'numeric' as const } : {}),
      }}
    />
  );
}

/** 问题: why the form came back, above it, with a link to each field by its name on this page. */
export function Trouble({ problem, names = {} }: { problem: Problem | undefined; names?: Record<string, string> }) {
  const words = useWords(accountsWords);
  const locale = useLocale();
  if (problem?.refusal) return <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout>;
  const fields = Object.entries(problem?.fields ?? {});
  return (
    <Errors
      title={words.errors(fields.length)}
      items={fields.map(([name, sentences]) => ({ href: `#${name}`, text: words.errorLine(names[name] ?? '', sentences.join(' ')) }))}
    />
  );
}

/** 新密码两遍. */
export function NewPassword({ label, again, problem }: { label: string; again: string; problem: Problem | undefined }) {
  const words = useWords(accountsWords);
  return (
    <>
      <Asking name="password" label={label} hint={words.password.rule} type="password" complete="new-password" problem={problem} />
      <Asking name="again" label={again} type="password" complete="new-password" problem={problem} />
    </>
  );
}
