import { RouterContextProvider } from 'react-router';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { loader as root } from '#app/root.tsx';
import { asked } from './world.ts';

/** How many statements one page asks, the root's included; who asks, and the frame of the desk, come on top with at most three. */
export async function questionsOf(loader: (args: never) => unknown, ctx: Ctx, address: string, params: Record<string, string> = {}) {
  const context = new RouterContextProvider();
  context.set(ctxKey, ctx);
  const args = { context, params, request: new Request(`http://localhost${address}`) } as never;
  const before = asked.length;
  await root(args);
  await loader(args);
  return asked.length - before;
}
