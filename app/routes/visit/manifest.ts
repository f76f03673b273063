import { visitAppWords } from '#app/i18n/visit-app.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { phoneManifest } from '#app/routes/phone/phone-manifest.ts';
import type { Route } from './+types/manifest.ts';

const board = '#0d4a40';

/** 添加到手机桌面. */
export function loader({ context }: Route.LoaderArgs) {
  const { locale } = context.get(ctxKey);
  return phoneManifest(locale, '/visit', visitAppWords[locale], board);
}
