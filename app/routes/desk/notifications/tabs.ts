import { may } from '#app/domain/base/accounts/access.ts';
import { notificationWords } from '#app/i18n/notifications.ts';
import { useWords } from '#app/i18n/pair.ts';
import { config } from '#app/platform/config.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Tab } from '#app/ui/desk/keyset-table.tsx';

type Part = 'log' | 'speed' | 'templates' | 'sink';
const addresses: Record<Part, string> = { log: '/desk/notifications', speed: '/desk/notifications/speed', templates: '/desk/notification-templates', sink: '/desk/notifications/sink' };

/** Which parts of the notifications this person may open. */
export function partsFor(ctx: Ctx): Part[] {
  const reads = may(ctx.actor, 'delivery.read', { regionCode: '*' });
  return [
    ...(reads ? (['log', 'speed'] as const) : []),
    ...(may(ctx.actor, 'template.edit', { regionCode: '*' }) ? (['templates'] as const) : []),
    ...(reads && config().DEMO === 'yes' ? (['sink'] as const) : []),
  ];
}

/** The tabs above each of them. */
export function useParts(parts: readonly Part[], here: Part): Tab[] {
  const { tabs } = useWords(notificationWords);
  return parts.map((part) => ({ label: tabs[part], to: addresses[part], isHere: part === here }));
}
