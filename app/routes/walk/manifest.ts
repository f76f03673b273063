import { walkAppWords } from '#app/i18n/walk-app.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { phoneManifest } from '#app/routes/phone/phone-manifest.ts';
import type { Route } from './+types/manifest.ts';

const warm = '#ffc84a';

/** 添加到手机桌面. */
export function loader({ context }: Route.LoaderArgs) {
  const { locale } = context.get(ctxKey);
  return phoneManifest(locale, '/walk', walkAppWords[locale], warm);
}
