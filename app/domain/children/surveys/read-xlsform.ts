import { letters } from '#app/domain/base/exports/xlsx.ts';
import type { SheetContent } from '#app/domain/base/documents/read-sheet.ts';
import { audiences, type Definition, type Item, isItemId, mostItems, mostOptions, outside, type Said, scaleFor, scaleNames, scales, themes } from './model.ts';

export const formSheets = ['survey', 'choices', 'settings'] as const;
export type FormSheet = (typeof formSheets)[number];
/** 文件里的毛病: in which cell of which sheet, the code of a sentence, and what stands there. */
export type FormProblem = { sheet: FormSheet; cell: string; code: FormProblemCode; given: string };
export type FormProblemCode =
  | 'no-sheet' | 'no-column' | 'no-questions' | 'too-many' | 'type-unknown' | 'type-who' | 'type-group' | 'type-many' | 'list-unknown' | 'name' | 'name-twice' | 'no-label' | 'too-long'
  | 'relevant' | 'relevant-unknown' | 'column' | 'required' | 'choice-name' | 'choice-twice' | 'choice-label' | 'choices-few' | 'note' | 'audience' | 'scale' | 'theme';

/** What would say who answered, and what asks for more than a choice or words: refused with the reason. */
const tellsWho = ['start', 'end', 'today', 'deviceid', 'phonenumber', 'username', 'email', 'audit', 'simserial', 'subscriberid', 'start-geopoint', 'background-geopoint', 'geopoint', 'geotrace', 'geoshape', 'image', 'audio', 'background-audio', 'video', 'file', 'barcode'];
const groups = ['begin_group', 'end_group', 'begin_repeat', 'end_repeat'];
const uncounted = ['constraint', 'calculation', 'choice_filter', 'repeat_count', 'default', 'trigger'];
const longest = { zh: 300, en: 600 } as const;

type Row = { line: number; of: (column: string) => string; cell: (column: string) => string };
type Table = { name: FormSheet; columns: string[]; rows: Row[] };
type Notes = { add: (row: Row | undefined, sheet: FormSheet, column: string, code: FormProblemCode, given?: string) => void; problems: FormProblem[] };

/** 读 XLSForm: the survey it describes and everything in it that we cannot ask, cell by cell; nothing is kept here. */
export function readXlsForm(sheets: readonly SheetContent[], asAudience: string): { definition: Definition; problems: FormProblem[] } {
  const notes = noteTaker();
  const [survey, choices, settings] = formSheets.map((name) => tableOf(sheets, name));
  if (!survey) notes.add(undefined, 'survey', '', 'no-sheet', 'survey');
  for (const column of ['type', 'name', 'label:zh']) if (survey && !survey.columns.includes(column)) notes.problems.push({ sheet: 'survey', cell: '1', code: 'no-column', given: column.replace(':zh', '::zh') });
  const set = settings?.rows[0];
  const audience = audiences.find((one) => one === (set?.of('audience') || asAudience));
  if (!audience) notes.add(set, 'settings', 'audience', 'audience', set?.of('audience') ?? '');
  const asked = set?.of('scale') ?? '';
  const scale = scaleNames.find((one) => one === asked) ?? scaleFor[audience ?? 'carers'];
  if (asked && !scaleNames.some((one) => one === asked)) notes.add(set, 'settings', 'scale', 'scale', asked);

  const lists = listsOf(choices, notes);
  const definition: Definition = { title: { zh: set?.of('form_title') ?? '', en: set?.of('form_title_en') ?? '' }, intro: { zh: '', en: '' }, audience: audience ?? 'carers', scale, languages: ['zh'], items: [] };
  const scripts: Partial<Record<'before' | 'after', Said>> = {};
  for (const row of survey?.rows ?? []) {
    const type = row.of('type').replace(/\s+/g, ' ');
    if (type === '') continue;
    if (type === 'note') readNote(row, definition, scripts, notes);
    else readItem(row, type, definition, lists, notes);
  }
  if (scripts.before && scripts.after) definition.script = { before: scripts.before, after: scripts.after };
  if (survey && definition.items.length === 0 && notes.problems.length === 0) notes.add(undefined, 'survey', '', 'no-questions');
  if (definition.items.length > mostItems) notes.add(undefined, 'survey', '', 'too-many', String(definition.items.length));
  const english = [definition.title, ...definition.items.map(({ text }) => text)].some(({ en }) => en !== '');
  const spoken = set?.of('languages') ?? '';
  definition.languages = spoken ? (spoken.includes('en') ? ['zh', 'en'] : ['zh']) : english ? ['zh', 'en'] : ['zh'];
  return { definition, problems: notes.problems };
}

function readNote(row: Row, definition: Definition, scripts: Partial<Record<'before' | 'after', Said>>, notes: Notes): void {
  const said = saidIn(row);
  const name = nameOf(row.of('name'));
  if (name === 'intro') definition.intro = said;
  else if (name === 'script-before') scripts.before = said;
  else if (name === 'script-after') scripts.after = said;
  else notes.add(row, 'survey', 'type', 'note', row.of('name'));
}

function readItem(row: Row, type: string, definition: Definition, lists: Map<string, Choice[]>, notes: Notes): void {
  const add = (column: string, code: FormProblemCode, given = row.of(column)) => notes.add(row, 'survey', column, code, given);
  const [kind = '', list = '', ...more] = type.split(' ');
  if (tellsWho.includes(kind)) return add('type', 'type-who');
  if (groups.includes(kind) || groups.includes(`${kind}_${list}`)) return add('type', 'type-group');
  if (kind === 'select_multiple' || kind === 'rank') return add('type', 'type-many');
  if ((kind !== 'select_one' && kind !== 'text') || more.length > 0) return add('type', 'type-unknown');
  for (const column of uncounted) if (row.of(column)) add(column, 'column');
  if (!['', 'yes', 'no', 'true', 'false', 'true()', 'false()'].includes(row.of('required').toLowerCase())) add('required', 'required');

  const id = nameOf(row.of('name'));
  if (!isItemId(id)) add('name', 'name');
  else if (definition.items.some((item) => item.id === id)) add('name', 'name-twice');
  const text = saidIn(row);
  if (text.zh === '') add('label:zh', 'no-label');
  for (const tongue of ['zh', 'en'] as const) if (text[tongue].length > longest[tongue]) add(`label:${tongue}`, 'too-long', String(text[tongue].length));
  const theme = row.of('theme') || 'environment';
  const known = themes.find((one) => one === theme);
  if (!known) add('theme', 'theme');
  const options = kind === 'text' ? [] : lists.get(list);
  if (!options) return add('type', 'list-unknown', list);
  const isScale = kind !== 'text' && isOfScale(list, options, definition.scale);
  if (kind !== 'text' && !isScale && (options.length < 2 || options.length > mostOptions)) add('type', 'choices-few', String(options.length));
  const showIf = conditionOf(row, definition, notes);
  const ask = { zh: row.of('guidance_hint:zh'), en: row.of('guidance_hint:en') };
  definition.items.push({
    id, kind: kind === 'text' ? 'text' : isScale ? 'scale' : 'choice', theme: known ?? 'environment', text,
    ...(isItemId(row.of('pair')) ? { pair: row.of('pair') } : {}), ...(/^[a-z-]{1,20}$/i.test(row.of('picture')) ? { picture: row.of('picture') } : {}), ...(row.of('practice') === 'yes' ? { isPractice: true } : {}),
    ...(ask.zh || ask.en ? { ask } : {}), ...(kind === 'text' || isScale ? {} : { options: options.map(({ id: name, text: label }) => ({ id: name, text: label })) }), ...(showIf ? { showIf } : {}),
  });
}

/** The scale of the survey: by its name, or by its steps 1, 2, 3 … and nothing else. */
const isOfScale = (list: string, options: readonly Choice[], scale: Definition['scale']) => list === scale || (options.length === scales[scale].levels && options.every(({ id }, at) => id === String(at + 1)));

/** 出现的条件: one earlier question and some of its answers, joined by “or”. */
function conditionOf(row: Row, definition: Definition, notes: Notes): Item['showIf'] {
  const text = row.of('relevant');
  if (text === '') return undefined;
  const parts = text.split(/\s+or\s+/i).map((part) => /^\(?\s*\$\{([^}]+)\}\s*=\s*['"]?([\w-]+)['"]?\s*\)?$/.exec(part.trim()) ?? /^selected\(\s*\$\{([^}]+)\}\s*,\s*['"]([\w-]+)['"]\s*\)$/.exec(part.trim()));
  const names = [...new Set(parts.map((part) => (part ? nameOf(part[1]!) : '')))];
  if (names.length !== 1 || names[0] === '') {
    notes.add(row, 'survey', 'relevant', 'relevant', text);
    return undefined;
  }
  if (!definition.items.some(({ id }) => id === names[0])) notes.add(row, 'survey', 'relevant', 'relevant-unknown', names[0]);
  return { item: names[0]!, in: [...new Set(parts.map((part) => nameOf(part![2]!)))] };
}

type Choice = { id: string; text: Said };

/** 选项表: own options of each list; what every question offers anyway stands in none. */
function listsOf(choices: Table | undefined, notes: Notes): Map<string, Choice[]> {
  const lists = new Map<string, Choice[]>();
  for (const row of choices?.rows ?? []) {
    const list = row.of('list_name');
    if (list === '') continue;
    const own = lists.get(list) ?? [];
    lists.set(list, own);
    const id = nameOf(row.of('name'));
    if (Object.hasOwn(outside, id)) continue;
    const text = saidIn(row);
    if (!/^[a-z0-9][a-z0-9-]{0,19}$/.test(id)) notes.add(row, 'choices', 'name', 'choice-name');
    else if (own.some((one) => one.id === id)) notes.add(row, 'choices', 'name', 'choice-twice');
    if (text.zh === '') notes.add(row, 'choices', 'label:zh', 'choice-label');
    own.push({ id, text });
  }
  return lists;
}

const saidIn = (row: Row): Said => ({ zh: row.of('label:zh'), en: row.of('label:en') });
/** Names of other tools have capitals and underlines; ours have dashes. */
const nameOf = (given: string) => given.toLowerCase().replaceAll(/[_.]/g, '-');

function tableOf(sheets: readonly SheetContent[], name: FormSheet): Table | undefined {
  const found = sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);
  if (!found) return undefined;
  const columns = (found.rows[0] ?? []).map(columnOf);
  const rows = found.rows.slice(1).map((cells, at): Row => ({
    line: at + 2, of: (column) => (cells[columns.indexOf(column)] ?? '').trim(), cell: (column) => `${letters(Math.max(0, columns.indexOf(column)))}${at + 2}`,
  }));
  return { name, columns, rows: rows.filter((row) => columns.some((column) => row.of(column) !== '')) };
}

/** A title as XLSForm writes it: “label”, “label::zh”, “label::中文 (zh)”, “list name”; without a language it is Chinese. */
function columnOf(title: string): string {
  const [name = '', tongue] = title.trim().split(/::?/);
  const plain = name.trim().toLowerCase().replaceAll(' ', '_');
  if (!['label', 'guidance_hint'].includes(plain)) return plain;
  return `${plain}:${tongue && !/zh|chinese|中文|汉语|普通话/i.test(tongue) ? (/en/i.test(tongue) ? 'en' : 'other') : 'zh'}`;
}

function noteTaker(): Notes {
  const problems: FormProblem[] = [];
  return { problems, add: (row, sheet, column, code, given = row?.of(column) ?? '') => void problems.push({ sheet, cell: row && column ? row.cell(column) : '', code, given: given.slice(0, 80) }) };
}
