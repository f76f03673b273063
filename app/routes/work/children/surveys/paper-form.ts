import { formatOf } from '#app/domain/base/documents/model.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { type Definition, type Item } from '#app/domain/children/surveys/model.ts';
import { definitionOf, getRound } from '#app/domain/children/surveys/read.ts';
import { paperAs, type PaperPart } from '#app/domain/pilot/panels/paper.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey, type Locale } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/paper-form.ts';

/** 纸质问卷 to print: PDF or Word, in the language of whoever prints it. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => {
    const format = formatOf(params.file);
    if (!format || format === 'xlsx') throw new Refusal('not-found', 404);
    const round = await getRound(ctx, params.code, params.round);
    await limit(ctx, `paper:${ctx.actor.id}`, 120, 600); // the press is everybody's
    const definition = await definitionOf(ctx, round);
    const words = surveysWords[ctx.locale].sheet;
    const title = definition.title[tongueOf(ctx.locale)] || definition.title.zh;
    const today = beijingDay(ctx.now);
    return serveDocument(await paperAs({
      name: title, title, madeOn: today, pageOf: consultingWords[ctx.locale].paper.pageOf,
      pages: [{ lang: tongueOf(ctx.locale), note: '', head: words.head, title, parts: [{ head: '', facts: [], lines: [definition.intro[tongueOf(ctx.locale)] || definition.intro.zh, words.tick] }, ...scriptOf(definition, ctx.locale, 'before'), ...partsOf(definition, ctx.locale), ...scriptOf(definition, ctx.locale, 'after')], foot: [words.madeOn(shortDay(today, ctx.locale))] }],
    }, format));
  });
}

const tongueOf = (locale: Locale) => (locale === 'en' ? 'en' : 'zh');

/** 给问的人: what stands before and after the questions of the youngest. */
function scriptOf({ script }: Definition, locale: Locale, moment: 'before' | 'after'): PaperPart[] {
  return script ? [{ head: surveysWords[locale].edit[moment], facts: [], lines: [script[moment][tongueOf(locale)] || script[moment].zh] }] : [];
}

function partsOf(definition: Definition, locale: Locale): PaperPart[] {
  const all = surveysWords[locale];
  const tongue = tongueOf(locale);
  const said = (one: Item['text']) => one[tongue] || one.zh;
  const boxes = (item: Item) => {
    if (item.kind === 'text') return `${all.sheet.line}\n${all.sheet.line}`;
    const own = item.kind === 'scale' ? all.levels[definition.scale] : (item.options ?? []).map(({ text }) => said(text));
    return [...own, ...Object.values(all.outside)].map((answer) => `${all.sheet.box} ${answer}`).join('　');
  };
  const onlyIf = (item: Item) => {
    const asked = definition.items.find(({ id }) => id === item.showIf?.item);
    return asked ? all.sheet.onlyIf(said(asked.text)) : '';
  };
  const part = (head: string, items: Item[]): PaperPart[] => (items.length === 0 ? [] : [{ head, lines: [], facts: items.map((item) => [said(item.text) + onlyIf(item) + (item.ask ? `\n${all.edit.ask(said(item.ask))}` : ''), boxes(item)]) }]);
  const real = definition.items.filter(({ isPractice }) => !isPractice);
  const groups = [...new Set(real.map(({ theme }) => theme))];
  return [...part(all.sheet.practice, definition.items.filter(({ isPractice }) => isPractice)), ...groups.flatMap((theme) => part(all.themes[theme], real.filter((item) => item.theme === theme)))];
}
