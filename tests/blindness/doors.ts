import { unzipSync } from 'fflate';
import { RouterContextProvider } from 'react-router';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { listNames } from '#app/domain/base/exports/model.ts';
import { lists } from '#app/jobs/lists/all.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { nonceKey } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { apiOf } from '#app/routes/api/api.ts';
import { describe as describeApi } from '#app/routes/api/describe.ts';
import routes from '#app/routes.ts';
import { apiSite } from '#tests/api.ts';

type Args = { context: RouterContextProvider; params: Record<string, string>; request: Request };
type Module = { loader?: (args: Args) => unknown; middleware?: ((args: Args, next: () => Promise<void>) => unknown)[] };
const modules = import.meta.glob('../../app/**/*.{ts,tsx}');
async function moduleOf(file: string): Promise<Module> {
  const load = modules[`../../app/${file}`];
  if (!load) throw new Error(`${file} is on the site map and not there`);
  return (await load()) as Module;
}

/** 一扇门: an address that somebody may try: a page, a file, a feed, an operation of the API, a list as a file. */
export type Door = { address: string; name: string; open: (ctx: Ctx) => Promise<string> };

/** 网站的每个地址 with the modules that answer it, the frame first. */
type Address = { pattern: string; files: string[] };
function addresses(entries: readonly RouteConfigEntry[], above: string[] = []): Address[] {
  return entries.flatMap((entry) => {
    const files = [...above, entry.file];
    return [...(entry.path || entry.index ? [{ pattern: entry.path ?? '', files }] : []), ...addresses(entry.children ?? [], files)];
  });
}
/** What the build puts together answers everybody alike and asks no database. */
const built = ['routes/public/certificates/offline.ts'];
export const allAddresses = addresses(routes as RouteConfigEntry[]).filter(({ pattern, files }) => pattern !== '*' && !files.some((file) => built.includes(file)));

/** What a loader answers, as the bytes that would be made into a page. */
async function answered(run: () => unknown): Promise<string> {
  try {
    return await told(await run());
  } catch (error) {
    if (error instanceof Refusal) return `refused ${error.code} ${error.status}`;
    if (error instanceof Error) throw error;
    return `thrown ${await told(error)}`;
  }
}

async function told(value: unknown): Promise<string> {
  if (value instanceof Response) return file(value);
  return JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part] : part instanceof Set ? [...part] : part)) ?? '';
}

/** A file byte by byte; an office document part by part, but for the part that says when it was made. */
async function file(answer: Response): Promise<string> {
  const content = new Uint8Array(await answer.arrayBuffer());
  const isPackage = content[0] === 0x50 && content[1] === 0x4b;
  const headers = JSON.stringify([...answer.headers].filter(([name]) => !isPackage || name !== 'content-length'));
  if (!isPackage) return `${answer.status} ${headers} ${new TextDecoder().decode(content)}`;
  const parts = Object.entries(unzipSync(content)).filter(([name]) => name !== 'docProps/core.xml');
  return `${answer.status} ${headers} ${parts.map(([name, part]) => `${name} ${new TextDecoder().decode(part)}`).join('\n')}`;
}

/** A page: its middleware, its frame and itself, as the router would ask them. */
function pageDoor({ pattern, files }: Address, params: Record<string, string>, search: string): Door {
  const path = `/${pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!))}${search}`;
  return {
    address: pattern, name: path,
    open: (ctx) => answered(async () => {
      const context = new RouterContextProvider();
      context.set(ctxKey, ctx);
      context.set(nonceKey, '');
      const args = { context, params, request: new Request(`http://localhost${path}`) };
      const parts: unknown[] = [];
      for (const file of ['root.tsx', ...files]) {
        const { middleware = [], loader } = await moduleOf(file);
        for (const each of middleware) await each(args, async () => undefined);
        if (loader) parts.push(await told(await loader(args)));
      }
      return parts;
    }),
  };
}

const named = (pattern: string) => [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1]!);

/** What there is to stand in an address: every id, and, where an address takes several, those of the kind that its name says. */
export type Ids = { all: readonly string[]; fileId: readonly string[]; questionId: readonly string[]; letterId: readonly string[] };

/** What stands in an address beside ids. */
const letters: Record<string, readonly string[]> = { section: ['unit'], file: ['form.docx', 'letter.pdf'], kind: ['return'], day: ['2026-09-01'], provider: ['none'], ruleId: ['1.1'] };

/** Every way to fill an address with these ids; several in one address are tried in every combination. */
function* fillings(names: readonly string[], ids: Ids): Generator<Record<string, string>> {
  if (names.length === 0) return void (yield {});
  const [first, ...rest] = names as [string, ...string[]];
  for (const value of letters[first] ?? ids[first as keyof Ids] ?? ids.all) for (const others of fillings(rest, ids)) yield { [first]: value, ...others };
}

/** 全部页面的门: every address of the site map, filled with every id there is; without ids also with every question a list may be asked. */
export function pageDoors(ids: Ids, searches: readonly string[]): Door[] {
  return allAddresses.flatMap((address) => {
    const names = named(address.pattern);
    if (names.length === 0) return ['', ...searches].map((search) => pageDoor(address, {}, search));
    return [...fillings(names, ids)].map((params) => pageDoor(address, params, ''));
  });
}

/** 名单的门: every list that can be exported, as whoever asks. */
export function listDoors(searches: readonly string[]): Door[] {
  return listNames.flatMap((name) => ['', ...searches].map((search) => ({
    address: `list ${name}`, name: `list ${name}${search}`,
    open: (ctx: Ctx) => answered(async () => {
      allowAnywhere(ctx, 'list.export');
      allowAnywhere(ctx, lists[name].verb);
      const rows: unknown[] = [];
      for await (const batch of lists[name].rows(ctx, search)) rows.push(...batch);
      return rows;
    }),
  })));
}

/** 接口的门: every operation that only reads, with the token of whoever asks. */
export function apiDoors(ids: Ids, tokenOf: (ctx: Ctx) => string | undefined): Door[] {
  const paths = Object.entries(describeApi(apiOf() as never).paths ?? {}).filter(([, item]) => item && 'get' in item).map(([path]) => path);
  return paths.flatMap((path) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    return [...fillings(names, ids)].map((params) => {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!));
      return {
        address: `api ${path}`, name: `api ${filled}`,
        open: (ctx: Ctx) => answered(async () => {
          const token = tokenOf(ctx);
          const answer = await apiSite(ctx.db, ctx.now).request(`http://localhost/api${filled}`, token ? { headers: { Authorization: `Bearer ${token}` } } : {});
          return `${answer.status} ${await answer.text()}`;
        }),
      };
    });
  });
}
