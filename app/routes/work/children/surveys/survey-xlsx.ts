import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { surveyToExport } from '#app/domain/children/surveys/export-form.ts';
import { xlsFormOf } from '#app/domain/children/surveys/write-xlsform.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/survey-xlsx.ts';

/** 导出问卷 as XLSForm, which other tools of surveys read, and which can be imported here again. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => {
    const { id, definition, version } = await surveyToExport(ctx, params.code, params.id);
    const content = await writeSheets(xlsFormOf(definition, id, version, surveysWords['zh-CN'], surveysWords.en));
    return serveDocument({ name: definition.title.zh.replaceAll(/[\\/:*?"<>|]/g, ' '), format: 'xlsx', content });
  });
}
