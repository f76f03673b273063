/** 与服务器说话: what may come back. `away`: no network, or nobody at home; `signed-out`: somebody must sign in first. */
export type Heard<T> = { kind: 'ok'; value: T } | { kind: 'away' } | { kind: 'signed-out' } | { kind: 'refused'; sentence: string; status: number };

const patienceMs = 30_000;

function heard<T>(status: number, text: string): Heard<T> {
  if (status === 401) return { kind: 'signed-out' };
  if (status === 0 || status >= 500 || status === 429) return { kind: 'away' };
  const said = parsed(text) as T & { problem?: string };
  if (status < 300) return said === undefined ? { kind: 'away' } : { kind: 'ok', value: said }; // a portal of a hotel answers with a page of its own
  return { kind: 'refused', sentence: said?.problem ?? text.slice(0, 200), status };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function talk<T>(path: string, init: RequestInit): Promise<Heard<T>> {
  try {
    const answer = await fetch(path, { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(patienceMs), ...init });
    if (answer.type === 'opaqueredirect') return { kind: 'signed-out' };
    return heard<T>(answer.status, await answer.text());
  } catch {
    return { kind: 'away' };
  }
}

export const ask = <T>(path: string) => talk<T>(path, {});

export const tell = <T>(path: string, said: unknown) =>
  talk<T>(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(said) });

/** 送附件: with its progress; a line on which nothing moves for a minute is given up. */
export function bring<T>(path: string, bytes: ArrayBuffer, mediaType: string, moved: (share: number) => void, headers: Record<string, string> = {}): Promise<Heard<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let stall = setTimeout(() => request.abort(), 2 * patienceMs);
    const stop = (answer: Heard<T>) => {
      clearTimeout(stall);
      resolve(answer);
    };
    request.upload.addEventListener('progress', (event) => {
      clearTimeout(stall);
      stall = setTimeout(() => request.abort(), 2 * patienceMs);
      moved(event.total > 0 ? event.loaded / event.total : 0);
    });
    request.addEventListener('load', () => stop(request.responseURL.includes('/account/') ? { kind: 'signed-out' } : heard<T>(request.status, request.responseText)));
    for (const end of ['error', 'abort']) request.addEventListener(end, () => stop({ kind: 'away' }));
    request.open('PUT', path);
    for (const [name, value] of Object.entries({ ...headers, 'Content-Type': mediaType })) request.setRequestHeader(name, value);
    request.send(bytes);
  });
}
