import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { MissingBox, ReturnedBox, WholeBar } from '#app/ui/light/missing-box.tsx';
import { Rail } from '#app/ui/light/rail.tsx';
import type { Form } from './read-only-part.tsx';
import { lackLines, returnedLines, said, standingTitle } from './words-of.ts';

/** 进度轨: the parts of the form and how each stands; the last one is checking and submitting. */
export function FormRail({ form, here }: { form: Form; here: string }) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const { set, progress, application } = form;
  const parts = set.sections.map((section, index) => {
    const state = progress.sections[index]!;
    const isUntouched = state.filled === 0;
    const back = form.returned.filter(({ item }) => section.questions.some((question) => question.id === item)).length;
    return {
      href: `/apply/${application.id}/${section.id}`,
      title: said(section.title, locale),
      note: back > 0 ? words.form.returnedHere(back) : isUntouched ? words.form.untouched : state.lacks > 0 ? words.form.lacks(state.lacks) : words.form.filled(state.filled),
      state: isUntouched ? ('next' as const) : state.lacks + back > 0 ? ('lack' as const) : ('done' as const),
      current: section.id === here,
    };
  });
  const check = { href: `/apply/${application.id}/check`, title: words.form.check, state: 'next' as const, current: here === 'check' };
  const at = here === 'check' ? parts.length + 1 : set.sections.findIndex((section) => section.id === here) + 1;
  return (
    <Rail parts={[...parts, check]} words={{ label: words.form.rail, where: words.form.where(at, parts.length + 1), done: words.form.done }} />
  );
}

/** 旁栏: what is missing, how much is done, and who else is writing. */
export function FormSide({ form, here, others }: { form: Form; here: string; others: readonly { name: string }[] }) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const { application, set } = form;
  const { lacks, percent } = form.progress;
  if (!form.canFill) return <aside className="side" />;
  const names = [...new Set(others.map((other) => other.name))].join(locale === 'en' ? ', ' : '、');
  const note = names ? `${words.form.others(names)} ${words.form.conflictNote}` : words.form.conflictNote;
  return (
    <aside className="side" data-side="">
      {form.returned.length > 0 ? <ReturnedBox title={words.form.returnedBox(form.returned.length)} items={returnedLines(set, form.returned, application.id, words, locale)} /> : null}
      <MissingBox
        title={standingTitle(lacks.length, application.status === 'returned', words)}
        items={lackLines(set, lacks, application.id, here, words, locale)}
      />
      <WholeBar label={words.form.whole} percent={percent} note={note} />
    </aside>
  );
}
