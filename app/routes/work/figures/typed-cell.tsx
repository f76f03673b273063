import { keyOf } from '#app/domain/city/collection/model.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { typedText } from '#app/routes/desk/collection/sentences.ts';
import type { Route } from './+types/sheet.ts';

/** The anchor of a cell, which the script knows too. */
export const idOf = (key: string): string => `q-${key}`;

type Loaded = Route.ComponentProps['loaderData'];
export type Cell = Loaded['asked'][number];
/** What was typed and not taken, and who typed it. */
export type Typing = { given: Record<string, unknown> | undefined; who: string };

/** 别人刚写的: what stands in a cell whose typed figure was not taken, because another saved theirs first. */
export function Meanwhile({ cell: { entry, ...cell }, typing: { given, who } }: { cell: Cell; typing: Typing }) {
  const words = useWords(collectionWords);
  const locale = useLocale();
  const base = given?.[`b.${keyOf(cell)}`];
  if (!entry || base === undefined || entry.savedBy === who || Number(base) === entry.revision) return null;
  return <p className="errline">{words.sheet.meanwhile(entry.savedByName, beijingTime(entry.savedAt).slice(11), typedText(entry, locale))}</p>;
}
