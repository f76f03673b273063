import { Button } from 'antd';
import { Form } from 'react-router';
import { perMinute, tokenDays, tokenVerbs } from '#app/domain/base/interfaces/model.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { interfacesWords } from '#app/i18n/interfaces.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Field, TextField } from '#app/ui/desk/field.tsx';
import type { Tone } from '#app/ui/desk/status-tag.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';

export const tokenTones: Record<'alive' | 'expired' | 'revoked', Tone> = { alive: 'good', expired: 'rest', revoked: 'rest' };

/** 开放接口三页: systems, tokens and webhooks lie beside each other. */
export function useTabs(here: 'systems' | 'tokens' | 'webhooks') {
  const { tabs } = useWords(interfacesWords);
  return (['systems', 'tokens', 'webhooks'] as const).map((name) => ({ label: tabs[name], to: `/desk/${name}`, isHere: name === here }));
}

/** 多选: plain ticks that post as a list. */
export function TickBoxes({ name, label, options, problem, known = [] }: { name: string; label: string; options: { value: string; label: string }[]; problem: Problem | undefined; known?: readonly string[] }) {
  const given = problem?.given?.[name];
  const chosen = Array.isArray(given) ? (given as string[]) : known;
  const wrong = problem?.fields?.[name];
  return (
    <fieldset className="dfield" style={{ border: 0, padding: 0, margin: '0 0 16px' }} {...(wrong ? { 'aria-describedby': `wrong-${name}` } : {})}>
      <legend className="name">{label}</legend>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 20px' }}>
        {options.map((option, at) => (
          <label key={option.value}>
            <input type="checkbox" name={`${name}[]`} value={option.value} defaultChecked={chosen.includes(option.value)} {...(at === 0 ? { id: `field-${name}` } : {})} /> {option.label}
          </label>
        ))}
      </div>
      {wrong && (
        <span className="wrong" id={`wrong-${name}`}>
          {wrong.join(' ')}
        </span>
      )}
    </fieldset>
  );
}

/** 地区: none means the nation. */
export function PlaceField({ label, hint, problem }: { label: string; hint: string; problem: Problem | undefined }) {
  return (
    <Field name="regionCode" label={label} hint={hint} problem={problem}>
      <RegionFilter name="regionCode" id="field-regionCode" />
    </Field>
  );
}

/** 系统的新令牌. */
export function SystemTokenForm({ problem }: { problem: Problem | undefined }) {
  const { token: words, system } = useWords(interfacesWords);
  const { verbs } = useWords(accountsWords);
  return (
    <Form method="post">
      <input type="hidden" name="deed" value="make" />
      <TextField name="name" label={words.name} maxLength={60} problem={problem} />
      <TickBoxes name="verbs" label={words.verbs} problem={problem} options={tokenVerbs.map((verb) => ({ value: verb, label: verbs[verb] ?? verb }))} />
      <PlaceField label={words.region} hint={system.regionHint} problem={problem} />
      <TextField name="days" label={words.days} hint={words.daysHint} problem={problem} inputMode="numeric" known={String(tokenDays.usual)} />
      <TextField name="perMinute" label={words.perMinute} problem={problem} inputMode="numeric" known={String(perMinute.usual)} />
      <Button type="primary" htmlType="submit">
        {words.make}
      </Button>
    </Form>
  );
}
