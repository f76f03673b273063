import type { ResultView } from '#app/domain/children/survey-results/view.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { dumbbell, shareChart } from './charts.ts';
import { mostBeside } from './compared.tsx';

/** 图 of a page of results, drawn on the server. */
export async function picturesOf({ locale }: Ctx, view: ResultView) {
  const { themes: themeNames, audiences } = surveysWords[locale];
  const said = ({ zh, en }: { zh: string; en: string }) => (locale === 'en' && en) || zh;
  const points = view.themes.flatMap(({ theme, mean }) => (mean ? [{ name: themeNames[theme], ...mean }] : []));
  const themes = points.length > 0 ? await shareChart(points) : '';
  const gaps = await Promise.all(view.gaps.map(({ children, adults, lines }) =>
    dumbbell(lines.slice(0, mostBeside).map(({ row, one, other }) => ({ name: said(row.text), one: one.value, other: other.value })), [audiences[children], audiences[adults]])));
  return { themes, gaps };
}
export type Pictures = Awaited<ReturnType<typeof picturesOf>>;
