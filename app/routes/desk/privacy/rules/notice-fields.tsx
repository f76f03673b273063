import type { NoticeContent } from '#app/domain/children/identity/notice.ts';
import { textOf } from '#app/domain/children/identity/notice-words.ts';
import { purposes } from '#app/domain/children/impact-assessments/model.ts';
import { childRulesWords } from '#app/i18n/child-rules.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

const sides = [['zh', 'zh-CN'], ['en', 'en']] as const;

/** 规则的各项, in both languages, as they stand or as they were typed. */
export function NoticeFields({ content, problem }: { content: NoticeContent; problem: Problem | undefined }) {
  const words = useWords(childRulesWords);
  return (
    <div className="two-sides">
      {sides.map(([side, locale]) => {
        const text = content[locale];
        return (
          <Pane key={side} title={words.languages[side]}>
            <LongField name={`${side}.adult`} label={words.adult} hint={words.adultHint} rows={18} known={textOf(text.adult)} problem={problem} lang={locale} />
            <LongField name={`${side}.child`} label={words.child} hint={words.childHint} rows={10} known={text.child.join('\n')} problem={problem} lang={locale} />
            <TextField name={`${side}.contact`} label={words.contact} known={text.contact} problem={problem} lang={locale} />
            <h3>{words.purposes}</h3>
            {purposes.map((purpose) => (
              <fieldset className="dfield" key={purpose}>
                <legend className="name">{words.names[purpose]}</legend>
                {(['name', 'why', 'child', 'refusing'] as const).map((part) => <TextField key={part} name={`${side}.${purpose}.${part}`} label={words.purpose[part]} known={text.purposes[purpose][part]} maxLength={300} problem={problem} lang={locale} />)}
              </fieldset>
            ))}
          </Pane>
        );
      })}
    </div>
  );
}
