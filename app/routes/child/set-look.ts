import { redirect } from 'react-router';
import { layers } from '#app/platform/ctx.ts';
import { pageOfThisSite } from '#app/routes/public/own-path.ts';
import type { Route } from './+types/set-look.ts';

const month = 30 * 24 * 60 * 60;

/** 换样子: pinyin on or off, another age layer; kept on this device alone, for a month, and it names nobody. */
export function loader({ request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  const keep = (name: string, value: string) => headers.append('Set-Cookie', `${name}=${value}; Path=/; Max-Age=${month}; HttpOnly; SameSite=Lax`);
  const layer = layers.find((one) => one === asked.get('layer'));
  const pinyin = ['on', 'off'].find((one) => one === asked.get('pinyin'));
  if (layer) keep('child-layer', layer);
  if (pinyin) keep('child-pinyin', pinyin);
  return redirect(pageOfThisSite(asked.get('back'), '/child'), { headers });
}
