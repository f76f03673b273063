import { data, redirect } from 'react-router';
import { findPrivate } from '#app/domain/children/moderation/model.ts';
import { type Answers, cleanAnswers, type Definition, isForChildren, type Item, packedItems, type Said, shownItems } from '#app/domain/children/surveys/model.ts';
import { beginSheet, handIn, surveyOf } from '#app/domain/children/surveys/sheets.ts';
import type { Ctx, Locale } from '#app/platform/ctx.ts';
import { formObject } from '#app/platform/form-object.ts';
import { readForm } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { localeCookie } from '../locale-cookie.ts';

/** 填到哪里: the card that is shown, and everything said so far, which lies in the page and nowhere else. */
export type Walk = {
  kind: 'card';
  ticket: string; title: string; intro: string; audience: Definition['audience']; scale: Definition['scale'];
  answers: Answers; before: string; after: string; item: WalkItem | null; hasBoth: boolean; at: number; all: number; answered: number; problem?: 'pick' | 'private';
};
export type WalkItem = Item & { words: string; told: string };
export type Door = { kind: 'door'; code: string; refusal?: string | undefined; isDone: boolean };

const speaks = (definition: Definition, locale: Ctx['locale']) => (locale === 'en' && definition.languages.includes('en') ? 'en' : 'zh');

function cardOf(ctx: Ctx, ticket: string, definition: Definition, answers: Answers, item: Item | null, problem?: Walk['problem']): Walk {
  const shown = shownItems(definition, answers);
  const tongue = speaks(definition, ctx.locale);
  const said = (one?: Said) => one?.[tongue] || (one?.zh ?? '');
  return {
    kind: 'card', ticket, title: definition.title[tongue], intro: definition.intro[tongue], audience: definition.audience, scale: definition.scale, answers, before: said(definition.script?.before), after: said(definition.script?.after), hasBoth: definition.languages.length > 1,
    item: item && { ...item, words: said(item.text), told: said(item.ask), options: (item.options ?? []).map(({ id, text }) => ({ id, text: { zh: text[tongue] || text.zh, en: text.en } })) },
    at: item ? shown.indexOf(item) + 1 : shown.length, all: shown.length, answered: packedItems(definition).filter(({ id }) => answers[id] !== undefined).length, ...(problem ? { problem } : {}),
  };
}

/** 打开: the door for a code, or, with a ticket in the address, the first card; reading it again takes no second seat. */
export async function openWalk(ctx: Ctx, request: Request): Promise<Walk | Door> {
  const asked = new URL(request.url).searchParams;
  const door: Door = { kind: 'door', code: (asked.get('code') ?? '').slice(0, 20), isDone: asked.has('done') };
  const ticket = asked.get('sheet');
  if (!ticket) return door;
  try {
    const { definition } = await surveyOf(ctx, ticket);
    return cardOf(ctx, ticket, definition, {}, definition.items[0] ?? null);
  } catch (error) {
    if (error instanceof Refusal) return { ...door, refusal: error.code };
    throw error;
  }
}

/** 走一步: begin, forward, back, the other language, hand in; every step works as a plain form. `speak` makes the page of this request speak otherwise. */
export async function walk(ctx: Ctx, request: Request, path: string, speak: (locale: Locale) => Ctx) {
  const form = await readForm(request);
  const given = form ? formObject(form) : {};
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  const door = (refusal: string, status: number) => data<Door>({ kind: 'door', code: text('code').slice(0, 20), refusal, isDone: false }, status);
  try {
    if (!form) throw new Refusal('form-unreadable', 400);
    if (text('go') === 'begin') {
      const { ticket, definition } = await beginSheet(ctx, text('code'));
      return redirect(`${isForChildren(definition.audience) ? '/child/survey' : '/surveys/answer'}?sheet=${ticket}`);
    }
    if (text('go') !== 'language') return await step(ctx, given, path);
    const locale = ctx.locale === 'en' ? 'zh-CN' : 'en';
    const { data: card, init } = await step(speak(locale), given, path) as ReturnType<typeof data<Walk>>;
    return data(card, { ...init, headers: { 'Set-Cookie': localeCookie(locale) } });
  } catch (error) {
    if (error instanceof Refusal) return door(error.code, error.status);
    throw error;
  }
}

async function step(ctx: Ctx, given: Record<string, unknown>, path: string) {
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  const ticket = text('ticket');
  const { definition } = await surveyOf(ctx, ticket);
  const here = definition.items.find(({ id }) => id === text('at'));
  const said = Object.fromEntries(definition.items.flatMap(({ id }) => (typeof given[`a-${id}`] === 'string' ? [[id, text(`a-${id}`)]] : [])));
  if (here && (text('value') || here.kind === 'text')) said[here.id] = text('value');
  const answers = cleanAnswers(definition, said);
  const shown = shownItems(definition, answers);
  const place = here ? shown.indexOf(here) : shown.length;
  const card = (item: Item | null, problem?: Walk['problem']) => data(cardOf(ctx, ticket, definition, answers, item, problem), problem ? 400 : 200);
  const go = text('go');
  if (go === 'hand-in') {
    const telling = text('warned') ? undefined : shown.find(({ id, kind }) => kind === 'text' && findPrivate(answers[id] ?? '').length > 0);
    if (telling) return card(telling, 'private');
    await handIn(ctx, ticket, answers);
    return redirect(`${path}?done=1`);
  }
  if (go === 'back') return card(shown[Math.max(0, place - 1)] ?? null);
  if (go !== 'next') return card(here ?? null);
  if (here && here.kind !== 'text' && answers[here.id] === undefined) return card(here, 'pick');
  return card(shown[place + 1] ?? null);
}
