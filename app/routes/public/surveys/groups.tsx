import type { ResultView } from '#app/domain/children/survey-results/view.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveyResultsWords } from '#app/i18n/survey-results.ts';
import { Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { percent, range } from './numbers.ts';

/** 分组 by what people said of themselves, and questions with options of their own. */
export function Groups({ view }: { view: ResultView }) {
  const words = useWords(surveyResultsWords);
  const locale = useLocale();
  const said = ({ zh, en }: { zh: string; en: string }) => (locale === 'en' && en) || zh;
  const named = (options: ResultView['self'][number]['options'], of: readonly string[]) => of.map((id) => (id === '' ? words.unsaid : said(options.find((option) => option.id === id)!.text))).join(words.and);
  const chosen = view.choices.filter(({ groups }) => groups.length > 0);
  return (
    <>
      {view.groups.length > 0 ? (
        <Section title={words.groups.title} lead={words.groups.lead} tight>
          {view.groups.map(({ id, items }) => {
            const question = view.self.find((each) => each.id === id)!;
            const rows = items.flatMap(({ item, groups }) => groups.map((group) => ({ item, group })));
            return (
              <details key={id}>
                <summary>{said(question.text)}</summary>
                <DataTable caption={words.groups.caption(said(question.text))} rows={rows} keyOf={({ item, group }) => `${item.id} ${group.of.join(' ')}`} columns={[
                  { head: words.items.item, isName: true, cell: ({ item }) => said(item.text) },
                  { head: words.groups.who, cell: ({ group }) => named(question.options, group.of) },
                  { head: words.items.share, right: true, cell: ({ group }) => percent(group.share.value) },
                  { head: words.items.range, right: true, cell: ({ group }) => range(group.share) },
                  { head: words.items.base, right: true, cell: ({ group }) => group.base },
                ]} />
              </details>
            );
          })}
        </Section>
      ) : null}
      {chosen.length > 0 ? (
        <Section title={words.choices.title} tight>
          {chosen.map((choice) => (
            <DataTable key={choice.id} caption={words.choices.caption(said(choice.text))} showCaption rows={choice.groups} keyOf={({ of }) => of.join(' ')} columns={[
              { head: words.choices.option, isName: true, cell: ({ of }) => named(choice.options, of) },
              { head: words.choices.people, right: true, cell: ({ counts }) => words.people(counts[0]!) },
            ]} />
          ))}
        </Section>
      ) : null}
    </>
  );
}
