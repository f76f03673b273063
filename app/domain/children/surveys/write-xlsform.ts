import type { SheetPlan } from '#app/domain/base/documents/write-sheet.ts';
import { type Definition, type Item, outside, type Said, scales } from './model.ts';

type Words = { levels: Record<keyof typeof scales, readonly string[]>; outside: Record<keyof typeof outside, string> };

/** 两种语言的列 as XLSForm names them. */
const both = (column: string) => [`${column}::中文 (zh)`, `${column}::English (en)`];
const pairOf = (one: Said | undefined) => [one?.zh ?? '', one?.en ?? ''];

/**
 * 导出为 XLSForm: the three sheets that tools of surveys read (survey, choices, settings). Theme, pair, picture and practice stand in columns of
 * their own, which other tools pass over, so that what goes out comes back the same.
 */
export function xlsFormOf(definition: Definition, formId: string, version: number, zh: Words, en: Words): SheetPlan[] {
  const { title, intro, script, items, languages, audience, scale } = definition;
  const note = (name: string, said: Said) => ['note', name, ...pairOf(said), '', '', '', '', '', '', '', ''];
  const survey = [
    ['type', 'name', ...both('label'), ...both('guidance_hint'), 'required', 'relevant', 'theme', 'pair', 'picture', 'practice'],
    ...(intro.zh || intro.en ? [note('intro', intro)] : []),
    ...(script ? [note('script-before', script.before)] : []),
    ...items.map((item) => [
      typeOf(item, scale), item.id, ...pairOf(item.text), ...pairOf(item.ask), item.kind === 'text' ? 'no' : 'yes', relevantOf(item), item.theme, item.pair ?? '', item.picture ?? '', item.isPractice ? 'yes' : '',
    ]),
    ...(script ? [note('script-after', script.after)] : []),
  ];
  const beyond = (list: string) => Object.keys(outside).map((name) => [list, name, zh.outside[name as keyof typeof outside], en.outside[name as keyof typeof outside]]);
  const choices = [
    ['list_name', 'name', ...both('label')],
    ...zh.levels[scale].map((label, at) => [scale, String(at + 1), label, en.levels[scale][at] ?? '']), ...beyond(scale),
    ...items.filter(({ kind }) => kind === 'choice').flatMap(({ id, options = [] }) => [...options.map((option) => [id, option.id, ...pairOf(option.text)]), ...beyond(id)]),
  ];
  const settings = [['form_title', 'form_title_en', 'form_id', 'version', 'default_language', 'languages', 'audience', 'scale'], [title.zh, title.en, formId, String(version), '中文 (zh)', languages.join(' '), audience, scale]];
  return [sheet('survey', survey, [22, 18, 36, 36, 24, 24, 9, 28, 14, 14, 12, 9]), sheet('choices', choices, [18, 20, 28, 28]), sheet('settings', settings, [30, 30, 38, 9, 16, 12, 18, 14])];
}

const typeOf = ({ kind, id }: Item, scale: string) => (kind === 'text' ? 'text' : `select_one ${kind === 'scale' ? scale : id}`);
const relevantOf = ({ showIf }: Item) => (showIf ? showIf.in.map((value) => `\${${showIf.item}} = '${value}'`).join(' or ') : '');

const sheet = (name: string, rows: readonly string[][], widths: number[]): SheetPlan => ({
  name, widths, hidden: [], rules: [], across: [], frozenRows: 1, rows: rows.map((row, at) => row.map((text) => ({ text, looks: at === 0 ? 'head' as const : 'label' as const }))),
});
