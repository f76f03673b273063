import { describe, expect, test } from 'vitest';
import { readSheet } from '#app/domain/base/documents/read-sheet.ts';
import { writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { instruments } from './instruments.ts';
import { faultsOf } from './model.ts';
import { readXlsForm } from './read-xlsform.ts';
import { xlsFormOf } from './write-xlsform.ts';

const plans = (at: number) => xlsFormOf(instruments[at]!.definition, 'form', 1, surveysWords['zh-CN'], surveysWords.en);
const asSheets = (survey: string[][], choices: string[][] = [], settings: string[][] = []) => [{ name: 'survey', rows: survey }, { name: 'choices', rows: choices }, { name: 'settings', rows: settings }];
const yesNo = [['list_name', 'name', 'label'], ['yn', 'Yes', '是'], ['yn', 'no', '否']];

describe('a survey as XLSForm', () => {
  test('goes out and comes back the same, every instrument of ours, through a real file', async () => {
    for (const at of instruments.keys()) {
      const back = readXlsForm(await readSheet(await writeSheets(plans(at))), '');
      expect(back.problems).toEqual([]);
      expect(back.definition).toEqual(instruments[at]!.definition);
    }
  });

  test('has the sheets and columns that other tools look for', () => {
    const [survey, choices, settings] = plans(0).map(({ rows }) => rows.map((row) => row.map(({ text }) => text)));
    expect(survey![0]!.slice(0, 8)).toEqual(['type', 'name', 'label::中文 (zh)', 'label::English (en)', 'guidance_hint::中文 (zh)', 'guidance_hint::English (en)', 'required', 'relevant']);
    expect(survey![3]!.slice(0, 3)).toEqual(['select_one faces-3', 'practice-1', '吃到爱吃的，我……']);
    expect([choices![0]!.slice(0, 2), settings![0]!.slice(0, 3)]).toEqual([['list_name', 'name'], ['form_title', 'form_title_en', 'form_id']]);
  });

  test('of another tool is read: names, languages, conditions', () => {
    const { definition, problems } = readXlsForm(asSheets(
      [['type', 'name', 'label::zh', 'label::en', 'required', 'relevant'], ['select_one yn', 'Q1_walks', '走路上学吗？', 'Do you walk?', 'true()', ''], ['text', 'why', '为什么？', 'Why?', '', "selected(${Q1_walks}, 'no') or ${Q1_walks} = 'Yes'"]],
      yesNo.map((row, at) => (at === 0 ? ['list name', 'name', 'label::zh', 'label::en'] : [...row, row[1]!])), [['form_title'], ['上学路']],
    ), 'carers');
    expect(problems).toEqual([]);
    expect(definition).toMatchObject({ title: { zh: '上学路' }, audience: 'carers', scale: 'agree-5', languages: ['zh', 'en'], items: [{ id: 'q1-walks', kind: 'choice', options: [{ id: 'yes' }, { id: 'no' }] }, { id: 'why', kind: 'text', showIf: { item: 'q1-walks', in: ['no', 'yes'] } }] });
    expect(faultsOf(definition)).toEqual([]);
  });

  test('says in which cell what cannot be asked stands, and why', () => {
    const head = ['type', 'name', 'label', 'relevant', 'constraint', 'required', 'theme'];
    const { problems } = readXlsForm(asSheets([
      head, ['geopoint', 'where', '在哪里'], ['deviceid', 'd', ''], ['begin group', 'g', '组'], ['select_multiple yn', 'm', '多选'], ['integer', 'age', '几岁'], ['select_one none', 'x', '没有表'],
      ['text', '1st', '名字不行'], ['text', 'a', ''], ['text', 'a', '重名', '', '', 'maybe'], ['select_one yn', 'b', '题', '${a} > 3', '. > 3'], ['text', 'c', '题', "${later} = '1'"], ['note', 'hello', '你好'], ['text', 'e', '题', '', '', '', 'weather'],
    ], [...yesNo, ['yn', '也 许', ''], ['yn', 'no', '又一个']]), 'staff');
    expect(problems.map(({ sheet, cell, code }) => `${sheet} ${cell} ${code}`)).toEqual([
      'choices B4 choice-name', 'choices C4 choice-label', 'choices B5 choice-twice', 'survey A2 type-who', 'survey A3 type-who', 'survey A4 type-group', 'survey A5 type-many', 'survey A6 type-unknown', 'survey A7 list-unknown',
      'survey B8 name', 'survey C9 no-label', 'survey F10 required', 'survey B10 name-twice', 'survey E11 column', 'survey D11 relevant', 'survey D12 relevant-unknown', 'survey A13 note', 'survey G14 theme',
    ]);
  });

  test('without its sheets, its columns or its questions, or for nobody, is told so', () => {
    const codes = (found: ReturnType<typeof readXlsForm>) => found.problems.map(({ code, given }) => `${code} ${given}`);
    expect(codes(readXlsForm([{ name: 'Sheet1', rows: [] }], 'carers'))).toEqual(['no-sheet survey']);
    expect(codes(readXlsForm(asSheets([['type', 'name']]), 'carers'))).toEqual(['no-column label::zh']);
    expect(codes(readXlsForm(asSheets([['type', 'name', 'label']]), 'carers'))).toEqual(['no-questions ']);
    expect(codes(readXlsForm(asSheets([['type', 'name', 'label'], ['text', 'a', '题']], [], [['form_title', 'scale', 'audience'], ['名', 'stars', 'dogs']]), ''))).toEqual(['audience dogs', 'scale stars']);
  });
});
