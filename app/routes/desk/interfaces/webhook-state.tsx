import type { Pause } from '#app/domain/base/interfaces/model.ts';
import { interfacesWords } from '#app/i18n/interfaces.ts';
import { useWords } from '#app/i18n/pair.ts';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';

/** 推送状态. */
export function WebhookState({ pausedWhy, isFailing }: { pausedWhy: Pause | null; isFailing: boolean }) {
  const { states } = useWords(interfacesWords).webhook;
  if (pausedWhy) return <StatusTag tone={pausedWhy === 'failing' ? 'bad' : 'rest'}>{pausedWhy === 'failing' ? states.paused : states.asked}</StatusTag>;
  return <StatusTag tone={isFailing ? 'now' : 'good'}>{isFailing ? states.failing : states.on}</StatusTag>;
}
