import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from '#app/routes.ts';
import { root } from '../../scripts/run.ts';

/** One door of the house: its address with :places, the names and words its own sources speak of. */
export type Door = { pattern: string; names: string[]; words: string[] };

/** 所有的门: every page and action of the site map, and what the programs' doors are called. */
export async function doorsOf(port: number): Promise<Door[]> {
  const pages = (await routes).flatMap((entry) => flat(entry, ''));
  const described = await (await fetch(`http://127.0.0.1:${port}/api/v1/openapi.json`)).text();
  const named = unique([...described.matchAll(/"name":"([\w-]+)","in"|"([a-zA-Z]\w{1,30})":\{"type"/g)].map(([, asked, field]) => (asked ?? field)!));
  const worded = unique([...described.matchAll(/"enum":\[([^\]]+)\]/g)].flatMap(([, list]) => list!.replaceAll('"', '').split(',')));
  const api = Object.keys((JSON.parse(described) as { paths: object }).paths).map((pattern) => ({ pattern: pattern.replace(/\{(\w+)\}/g, ':$1'), names: named, words: worded }));
  const others = ['/files/uploads', '/files/uploads/:id', '/health', '/metrics', '/__manifest', '/assets/:id', '/api/v1/:id', '/.env', '/mark.svg'].map((pattern) => ({ pattern, names: ['paths', 'version'], words: [] }));
  return [...pages, ...api, ...others];
}

function flat(entry: RouteConfigEntry, above: string): Door[] {
  const pattern = entry.path ? `${above}/${entry.path}` : above;
  const below = (entry.children ?? []).flatMap((child) => flat(child, pattern));
  return entry.path || entry.index ? [{ pattern: pattern || '/', ...spokenIn(path.join(root, 'app', entry.file)) }, ...below] : below;
}

/** Names and words in the page and in what it imports of its own folder and of the inputs: good guesses get further than noise. */
function spokenIn(file: string): Omit<Door, 'pattern'> {
  const text = readFileSync(file, 'utf8');
  const imported = [...text.matchAll(/from '([^']+\.tsx?)'/g)].map(([, name]) => name!);
  const near = imported.flatMap((name) => {
    const full = name.startsWith('#app/') ? path.join(root, 'app', name.slice(5)) : path.join(path.dirname(file), name);
    return /input|^\.\//.test(name) && existsSync(full) ? [readFileSync(full, 'utf8')] : [];
  });
  const all = [text, ...near].join('\n');
  const attributes = [...all.matchAll(/name="([\w.[\]:-]+)"/g)].map(([, name]) => name!);
  const keys = [...near.join('\n').matchAll(/^\s*(\w+): /gm)].map(([, name]) => name!);
  const words = [...all.matchAll(/'([a-z][\w:-]{1,30})'/g)].map(([, word]) => word!);
  return { names: unique([...attributes, ...keys, 'intent', 'go', 'deed', 'id']), words: unique(words) };
}

const unique = (list: string[]) => [...new Set(list)];

