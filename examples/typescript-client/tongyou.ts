/** 童友接口客户端: the API of Tongyou in TypeScript, without dependencies. It runs wherever `fetch` does. */
export type State = 'draft' | 'submitted' | 'returned' | 'complete' | 'in-review' | 'accepted' | 'declined';
export type Answer = string | string[] | Record<string, string>[];
export type PaperKind = 'sealed-opinion' | 'action-plan' | 'attachment';

export type ApplicationLine = {
  id: string; number: string; state: State; callId: string; callTitle: string; regionCode: string; unitName: string; applicantCode: string; round: number;
  submittedAt: string | null; checkDueOn: string | null; answerDueOn: string | null; updatedAt: string;
};
export type Application = ApplicationLine & {
  questionSetId: string; lastDay: string; answers: Record<string, Answer>; conflicts: string[];
  papers: { paper: PaperKind; fileId: string; name: string; sha256: string; size: number; mediaType: string }[];
  missing: { questionId: string; why: string; figure?: string | undefined }[];
  returned: { questionId: string; reason: string }[];
  may: { fill: boolean; submit: boolean; withdraw: boolean };
};
export type Receipt = { applicationId: string; number: string; round: number; code: string; hash: string; submittedAt: string; submittedByName: string };
export type StoredFile = { id: string; name: string; mediaType: string; size: number; sha256: string; pages: number | null; createdAt: string };
export type Call = { id: string; title: string; titleEn: string; regionCode: string; state: string; places: number; opensOn: string; closesOn: string; editionId: string };
export type Moment = { at: string; event: string; text: string; by: string };
export type Organisation = { id: string; kind: string; name: string; creditCode: string | null; regionCode: string; regionNameEn: string | null; verification: string; createdAt: string };
export type Problem = { type: string; title: string; status: number; detail: string; errors?: { parameter: string; detail: string }[]; requestId?: string };

/** Something read, with the mark that a later save must name, and the address of the next page of a list. */
export type Read<T> = { value: T; tag: string; next: string | undefined };
export type Settings = { url: string; token: string; language?: 'zh-CN' | 'en'; tries?: number; fetch?: typeof fetch };
type Asking = { method?: string; query?: Record<string, string | number | undefined>; json?: unknown; bytes?: Uint8Array; headers?: Record<string, string> };

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** What the system says when it refuses: `error.cause` is the whole problem, `message` its sentence. */
export function problemOf(error: unknown): Problem | undefined {
  return error instanceof Error && typeof error.cause === 'object' ? (error.cause as Problem) : undefined;
}

/** 连接: everything a token may do, as functions. */
export function tongyou({ url, token, language = 'zh-CN', tries = 4, fetch: send = fetch }: Settings) {
  async function ask<T>(path: string, { method = 'GET', query = {}, json, bytes, headers = {} }: Asking = {}): Promise<Read<T>> {
    const address = new URL(path.startsWith('/api') ? path : `/api/v1${path}`, url);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) address.searchParams.set(name, String(value));
    const body = bytes ? new Uint8Array(bytes) : json === undefined ? undefined : JSON.stringify(json);
    const asked = {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Accept-Language': language, ...(body === undefined ? {} : { 'Content-Type': bytes ? 'application/octet-stream' : 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body }),
    };
    for (let left = tries - 1; ; left -= 1) {
      const answer = await send(address, asked).catch((error: unknown) => {
        if (left <= 0) throw error;
        return undefined;
      });
      if (answer && (left <= 0 || (answer.status < 500 && answer.status !== 429))) return read<T>(answer);
      await wait(Number(answer?.headers.get('retry-after') ?? 2 ** (tries - left) / 4));
    }
  }

  async function read<T>(answer: Response): Promise<Read<T>> {
    const text = await answer.text();
    if (!answer.ok) {
      const isProblem = answer.headers.get('content-type')?.includes('problem+json');
      const problem = isProblem ? (JSON.parse(text) as Problem) : { type: 'about:blank', title: 'unreadable', status: answer.status, detail: text };
      throw new Error(problem.detail, { cause: problem });
    }
    const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    return { value: JSON.parse(text) as T, tag: answer.headers.get('etag') ?? '', next };
  }

  /** A change is safe to send again: the same key is done once. Keep your own key to make that outlive your process. */
  const change = <T>(path: string, { headers = {}, ...asking }: Asking, key: string = crypto.randomUUID()) =>
    ask<T>(path, { ...asking, headers: { 'Idempotency-Key': key, ...headers } });

  /** Every line of a list, page after page. */
  async function* all<T>(path: string, query: Asking['query'] = {}): AsyncGenerator<T> {
    let page = await ask<{ items: T[] }>(path, { query: { limit: 100, ...query } });
    for (;;) {
      yield* page.value.items;
      if (!page.next) return;
      page = await ask<{ items: T[] }>(page.next);
    }
  }

  return {
    token: async () => (await ask<{ name: string; verbs: string[]; perMinute: number }>('/token')).value,
    calls: () => all<Call>('/calls'),
    applications: (query: { region?: string; state?: State; call?: string } = {}) => all<ApplicationLine>('/applications', query),
    organisations: (query: { region?: string; kind?: string; q?: string } = {}) => all<Organisation>('/organisations', query),
    application: (id: string) => ask<Application>(`/applications/${id}`),
    start: async (draft: { callId: string; regionCode: string; applicantCode?: string }, key?: string) =>
      (await change<{ id: string; number: string }>('/applications', { method: 'POST', json: draft }, key)).value,
    /** Saves over exactly what was read; throws `changed-meanwhile` when somebody was quicker: read again and merge. */
    save: (from: Read<Application>, answers: Record<string, Answer>, key?: string): Promise<Read<Application>> =>
      change<Application>(`/applications/${from.value.id}/answers`, { method: 'PATCH', json: { answers }, headers: { 'If-Match': from.tag } }, key),
    upload: async (name: string, bytes: Uint8Array, key?: string) => (await change<StoredFile>('/files', { method: 'POST', query: { name }, bytes }, key)).value,
    attach: (id: string, paper: PaperKind, fileId: string, key?: string): Promise<Read<Application>> => change<Application>(`/applications/${id}/papers/${paper}/${fileId}`, { method: 'PUT' }, key),
    remove: (id: string, paper: PaperKind, fileId: string, key?: string): Promise<Read<Application>> => change<Application>(`/applications/${id}/papers/${paper}/${fileId}`, { method: 'DELETE' }, key),
    submit: async (id: string, promise: { truthful: 'yes'; explanation?: string }, key?: string) =>
      (await change<Receipt>(`/applications/${id}/submission`, { method: 'POST', json: promise }, key)).value,
    withdraw: async (id: string, key?: string) => (await change<{ id: string; state: State }>(`/applications/${id}/withdrawal`, { method: 'POST', json: { sure: 'yes' } }, key)).value,
    receipt: async (id: string) => (await ask<Receipt>(`/applications/${id}/receipt`)).value,
    timeline: async (id: string) => (await ask<{ items: Moment[] }>(`/applications/${id}/timeline`)).value.items,
  };
}
