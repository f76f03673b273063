import { refusalSentence } from '#app/i18n/refusals.ts';
import { useLocale } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Trouble } from '#app/ui/child/choices.tsx';

/** 还差一点: what a form of these pages was refused for. */
export function WhatIsWrong({ problem }: { problem: Problem | undefined }) {
  const locale = useLocale();
  if (problem?.refusal) return <Trouble text={refusalSentence(problem.refusal, locale)} />;
  const first = Object.values(problem?.fields ?? {})[0]?.[0];
  return first ? <Trouble text={first} /> : null;
}
