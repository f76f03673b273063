import { Button } from 'antd';
import { Form } from 'react-router';
import type { Advice } from '#app/domain/pilot/panels/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Draft = { revision: number; savedByName: string; savedAt: Date | null; advice: Advice };

/** 说明草稿: strengths and advice by section, proposed from the notes until somebody has saved them. */
export function AdvicePane({ draft, sections, problem }: { draft: Draft; sections: readonly { id: string; zh: string; en: string }[]; problem: Problem | undefined }) {
  const { advice: words } = useWords(panelWords);
  const locale = useLocale();
  const en = locale === 'en';
  return (
    <Pane title={words.title} note={draft.savedAt ? words.saved(draft.savedByName, shortTime(draft.savedAt, locale)) : words.fresh}>
      <p className="note">{words.lead}</p>
      <Form method="post" key={draft.revision}>
        <input type="hidden" name="deed" value="advice" />
        <input type="hidden" name="revision" value={draft.revision} />
        <LongField name="strengths" label={words.strengths} known={draft.advice.strengths} maxLength={4000} rows={3} problem={problem} optional />
        {sections.map((section) => (
          <LongField key={section.id} name={`advice-${section.id}`} label={words.section(en ? section.en : section.zh)} known={draft.advice.bySection[section.id]} maxLength={4000} rows={3} problem={problem} optional />
        ))}
        <Button htmlType="submit">{words.save}</Button>
      </Form>
    </Pane>
  );
}
