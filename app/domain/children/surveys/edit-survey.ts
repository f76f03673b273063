import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { HeadInput, ItemInput } from './input.ts';
import { bankOf } from './instruments.ts';
import { type Definition, faultsOf, type Item, mostItems, mostOptions } from './model.ts';
import { type Survey } from './read.ts';
import { surveys, surveyVersions } from './tables.server.ts';

/** 改动问卷: the survey held for whoever may edit it, in the edition they had before them. */
async function holdDraft(tx: Change, regionCode: string, id: string, edition: number): Promise<Survey> {
  allow(tx, 'survey.edit', { regionCode });
  const [survey] = await tx.db.select().from(surveys).where(and(eq(surveys.countyCode, countyCode(regionCode)), eq(surveys.id, id), eq(surveys.regionCode, regionCode))).for('update');
  if (!survey || survey.state === 'put-away') throw new Refusal('survey-not-found', 404);
  if (survey.edition !== edition) throw new Refusal('changed-meanwhile');
  return survey;
}

function edit(ctx: Ctx, regionCode: string, id: string, edition: number, deed: string, make: (draft: Definition) => Definition): Promise<void> {
  return change(ctx, async (tx) => {
    const survey = await holdDraft(tx, regionCode, id, edition);
    const draft = make(survey.draft);
    await tx.db.update(surveys).set({ draft, edition: edition + 1, isChanged: true }).where(and(eq(surveys.countyCode, survey.countyCode), eq(surveys.id, id)));
    await tx.record('survey.changed', survey, { deed, title: draft.title.zh });
  });
}

/** 修改卷首. */
export const saveHead = (ctx: Ctx, regionCode: string, id: string, { edition, titleZh, titleEn, introZh, introEn, languages }: HeadInput) =>
  edit(ctx, regionCode, id, edition, 'head', (draft) => ({
    ...draft, title: { zh: titleZh, en: titleEn }, intro: { zh: introZh, en: introEn }, languages: languages === 'zh' ? ['zh'] : ['zh', 'en'],
  }));

/** 增改题目: under its old name (`was`) or as a new one at the end. */
export const saveItem = (ctx: Ctx, regionCode: string, id: string, { edition, was, ...input }: ItemInput) =>
  edit(ctx, regionCode, id, edition, 'item', (draft) => {
    const item = itemOf(input, draft.items.find((one) => one.id === was));
    if (draft.items.some((one) => one.id === item.id && one.id !== was)) throw new Refusal('survey-item-twice');
    if (was && !draft.items.some((one) => one.id === was)) throw new Refusal('survey-item-not-found', 404);
    if (!was && draft.items.length >= mostItems) throw new Refusal('survey-full');
    return { ...draft, items: was ? draft.items.map((one) => (one.id === was ? item : one)) : [...draft.items, item] };
  });

/** A question that pairs with one of grown-ups goes on pairing only while its words stay. */
function itemOf(input: Omit<ItemInput, 'edition' | 'was'>, before: Item | undefined): Item {
  const text = { zh: input.textZh, en: input.textEn };
  const isSame = before?.pair !== undefined && before.text.zh === text.zh;
  const options = input.options.split('\n').map((line) => line.split(/[|｜]/).map((part) => part.trim())).filter(([name]) => name);
  if (options.length > mostOptions || options.some(([name]) => !/^[a-z0-9][a-z0-9-]{0,19}$/.test(name!))) throw new Refusal('survey-options-unreadable', 400);
  const showIn = input.showIn.split(/[\s,，、]+/).filter(Boolean);
  return {
    id: input.id, kind: input.kind, theme: input.theme, text,
    ...(isSame ? { pair: before!.pair! } : {}), ...(before?.ask ? { ask: before.ask } : {}), ...(input.picture ? { picture: input.picture } : {}), ...(input.isPractice ? { isPractice: true } : {}),
    ...(input.kind === 'choice' ? { options: options.map(([name, zh = '', en = '']) => ({ id: name!, text: { zh, en } })) } : {}),
    ...(input.showItem ? { showIf: { item: input.showItem, in: showIn } } : {}),
  };
}

/** 删除题目. */
export const removeItem = (ctx: Ctx, regionCode: string, id: string, { edition, id: item }: { edition: number; id: string }) =>
  edit(ctx, regionCode, id, edition, 'removed', (draft) => ({ ...draft, items: draft.items.filter((one) => one.id !== item) }));

/** 调整顺序: changes places with its neighbour. */
export const moveItem = (ctx: Ctx, regionCode: string, id: string, { edition, id: item, to }: { edition: number; id: string; to: 'up' | 'down' }) =>
  edit(ctx, regionCode, id, edition, 'moved', (draft) => {
    const items = [...draft.items];
    const at = items.findIndex((one) => one.id === item);
    const other = to === 'up' ? at - 1 : at + 1;
    if (at >= 0 && items[other]) [items[at], items[other]] = [items[other], items[at]!];
    return { ...draft, items };
  });

/** 从题库添加: questions of an instrument that the survey does not have yet. */
export const addFromBank = (ctx: Ctx, regionCode: string, id: string, { edition, from, items }: { edition: number; from: string; items: string[] }) =>
  edit(ctx, regionCode, id, edition, 'bank', (draft) => {
    const fresh = bankOf(from).filter((one) => items.includes(one.id) && !draft.items.some((known) => known.id === one.id));
    if (draft.items.length + fresh.length > mostItems) throw new Refusal('survey-full');
    return { ...draft, items: [...draft.items, ...fresh] };
  });

/** 发布版本: what is asked from now on; a draft with faults is none yet. */
export function publishSurvey(ctx: Ctx, regionCode: string, id: string, edition: number): Promise<number> {
  return change(ctx, async (tx) => {
    const survey = await holdDraft(tx, regionCode, id, edition);
    if (faultsOf(survey.draft).length > 0) throw new Refusal('survey-has-faults');
    if (!survey.isChanged) throw new Refusal('survey-unchanged');
    const version = survey.version + 1;
    await tx.db.insert(surveyVersions).values({ countyCode: survey.countyCode, surveyId: id, version, definition: survey.draft, publishedByName: tx.actor.name, publishedAt: tx.now });
    await tx.db.update(surveys).set({ version, state: 'published', isChanged: false, edition: edition + 1 }).where(and(eq(surveys.countyCode, survey.countyCode), eq(surveys.id, id)));
    await tx.record('survey.published', survey, { version, title: survey.draft.title.zh, questions: survey.draft.items.length });
    return version;
  });
}

/** 收起问卷: no new round with it; what was asked stays. */
export function putAwaySurvey(ctx: Ctx, regionCode: string, id: string, edition: number): Promise<void> {
  return change(ctx, async (tx) => {
    const survey = await holdDraft(tx, regionCode, id, edition);
    await tx.db.update(surveys).set({ state: 'put-away', edition: edition + 1 }).where(and(eq(surveys.countyCode, survey.countyCode), eq(surveys.id, id)));
    await tx.record('survey.put-away', survey, { title: survey.draft.title.zh });
  });
}
