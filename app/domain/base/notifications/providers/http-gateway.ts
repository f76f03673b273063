import type { Outcome, Provider } from './provider.ts';

const patience = 10_000;
const neverLeft = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];
const forGood = [400, 404, 410, 413, 422];

/** 网关: posts one letter as JSON to an operator's gateway of text messages or WeChat; the key travels as Idempotency-Key. */
export function gatewayProvider(name: string, url: string, token: string): Provider {
  return {
    name,
    async send({ key, to, text, kind, params }) {
      try {
        const answer = await fetch(url, {
          method: 'POST',
          redirect: 'error',
          signal: AbortSignal.timeout(patience),
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
          body: JSON.stringify({ key, to, text, kind, params }),
        });
        const said = await answer.text().catch(() => '');
        if (answer.ok) return { is: 'accepted', reference: referenceIn(said) };
        return { is: 'refused', isFinal: forGood.includes(answer.status), reason: `HTTP ${answer.status}` };
      } catch (error) {
        return outcomeOf(error as Error & { cause?: { code?: string } });
      }
    },
  };
}

/** The gateway's own number of the message, when it gives one; anything else is not kept. */
function referenceIn(said: string): string {
  const [, reference = ''] = /"id"\s*:\s*"([\w-]{1,64})"/.exec(said.slice(0, 2000)) ?? [];
  return reference;
}

function outcomeOf(error: Error & { cause?: { code?: string } }): Outcome {
  const code = error.cause?.code ?? error.name;
  return neverLeft.includes(code) ? { is: 'refused', isFinal: false, reason: code } : { is: 'unknown', reason: code };
}
