import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { standardWords } from '#app/i18n/standard.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Which } from './held.ts';
import { levelOf, saidIn } from './model.ts';
import { getAssessment } from './read.ts';

/** 自评表: one line a rule, as it stands now, for a spreadsheet. */
export async function assessmentAsSheet(ctx: Ctx, which: Which): Promise<{ name: string; heads: string[]; widths: number[]; lines: string[][] }> {
  const { edition, rows, cited } = await getAssessment(ctx, which);
  const { locale } = ctx;
  const words = assessmentWords[locale];
  const { kinds } = standardWords[locale];
  const { rule, kind, section, norm, text, level, reason, evidence } = words.sheet;
  const comma = locale === 'en' ? '; ' : '；';
  return {
    name: `${words.sheet.name}-${which.regionCode}-${which.year}`,
    heads: [rule, kind, section, norm, text, level, reason, evidence],
    widths: [8, 8, 16, 22, 60, 12, 50, 40],
    lines: rulesOf(edition).map((one) => {
      const row = rows.get(one.id);
      const said = levelOf(row);
      return [
        one.id, kinds[one.kind], inLanguage(one.section, locale), inLanguage(one.norm, locale), inLanguage(one, locale), said ? words.levels[said] : '', saidIn(row, 'reason'),
        cited.filter(({ ruleId }) => ruleId === one.id).map(({ title }) => title).join(comma),
      ];
    }),
  };
}
