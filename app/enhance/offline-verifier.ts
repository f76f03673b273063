import { isPdf, textsCarried } from '#app/domain/pilot/certification/carried.ts';
import { checkCredential, numberIn, type PublishedKey } from '#app/domain/pilot/certification/check-credential.ts';
import type { Credential } from '#app/domain/pilot/certification/credential.ts';
import type { Verdict } from '#app/domain/pilot/certification/model.ts';
import { type Contexts, isSigned } from '#app/domain/pilot/certification/proof.ts';

/** 离线核验: everything it needs lies in the page itself; it asks nothing of any network. */
type Known = { taken: string; keys: PublishedKey[]; lists: Credential[]; contexts: Contexts };
type Words = { verdicts: Record<Verdict, { word: string; text: string }>; facts: Record<string, string>; cannot: string; old: string; noList: string };
type Entry = { statusPurpose: string; statusListIndex: string; statusListCredential: string };

const read = <T>(id: string) => JSON.parse(document.getElementById(id)!.textContent ?? '') as T;
const known = read<Known>('known');
const words = read<Words>('words');
const answer = document.getElementById('answer')!;
const drop = document.getElementById('drop')!;
const box = document.getElementById('file') as HTMLInputElement;

/** Whether the bit of a certificate is set in a list of ours that is itself genuine; undefined when this page holds no such list. */
async function isSet(entry: Entry): Promise<boolean | undefined> {
  const list = known.lists.find(({ id }) => id === entry.statusListCredential);
  const key = known.keys.find(({ kid, withdrawnAt }) => kid === list?.proof.verificationMethod && !withdrawnAt);
  if (!list || !key || !(await isSigned(list, key.publicKey, known.contexts))) return undefined;
  const { encodedList } = list['credentialSubject'] as { encodedList: string };
  const packed = Uint8Array.from(atob(encodedList.slice(1).replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0)!);
  const bits = new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  const at = Number(entry.statusListIndex);
  return ((bits[at >> 3] ?? 0) & (128 >> (at & 7))) !== 0;
}

async function verdictOf(credential: Credential): Promise<Verdict | 'no-list'> {
  const genuine = await checkCredential(credential, known.keys, known.contexts);
  if (genuine !== 'genuine') return genuine;
  const entries = credential['credentialStatus'] as Entry[];
  const off: string[] = [];
  for (const entry of entries) {
    const isOff = await isSet(entry);
    if (isOff === undefined) return 'no-list';
    if (isOff) off.push(entry.statusPurpose);
  }
  if (off.includes('revocation')) return 'withdrawn';
  if (new Date() > new Date(String(credential['validUntil']))) return 'expired';
  return off.includes('suspension') ? 'suspended' : 'valid';
}

const looks: Partial<Record<Verdict, string>> = { valid: 'valid', suspended: 'suspended', expired: 'expired', 'key-withdrawn': 'suspended' };

function line(list: HTMLElement, name: string, value: string) {
  const [term, text] = [document.createElement('dt'), document.createElement('dd')];
  [term.textContent, text.textContent] = [name, value];
  list.append(term, text);
}

function show(verdict: Verdict, credential: Credential) {
  const [head, text] = [document.createElement('h2'), document.createElement('p')];
  [head.textContent, text.textContent] = [words.verdicts[verdict].word, words.verdicts[verdict].text];
  answer.className = looks[verdict] ?? 'bad';
  answer.replaceChildren(head, text);
  if (verdict === 'tampered' || verdict === 'unknown-issuer') return;
  const subject = credential['credentialSubject'] as { identifier: { identityType: string; identityHash: string }[]; achievement: { name: string; description: string } };
  const list = document.createElement('dl');
  line(list, words.facts['number']!, numberIn(credential) ?? '');
  line(list, words.facts['unit']!, subject.identifier.find(({ identityType }) => identityType === 'name')?.identityHash ?? '');
  line(list, words.facts['level']!, subject.achievement.name);
  line(list, words.facts['about']!, subject.achievement.description);
  line(list, words.facts['since']!, String(credential['validFrom']).slice(0, 10));
  line(list, words.facts['until']!, String(credential['validUntil']).slice(0, 10));
  answer.append(list);
}

function say(text: string) {
  answer.className = 'bad';
  answer.textContent = text;
}

async function check(file: File) {
  answer.className = '';
  answer.replaceChildren();
  if (!(await canCheck())) return say(words.old);
  try {
    const content = new Uint8Array(await file.arrayBuffer());
    const texts = isPdf(content) ? await textsCarried(content) : [new TextDecoder().decode(content)];
    const credential = JSON.parse(texts.length === 1 ? texts[0]! : '') as Credential;
    if (!Array.isArray(credential['@context']) || typeof credential.id !== 'string' || typeof credential.proof !== 'object') throw new Error('It is none.');
    const verdict = await verdictOf(credential);
    if (verdict === 'no-list') say(words.noList);
    else show(verdict, credential);
  } catch {
    say(words.cannot);
  }
}

/** Ed25519 has been in browsers for some two years. */
async function canCheck(): Promise<boolean> {
  return crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']).then(() => true, () => false);
}

box.addEventListener('change', () => box.files?.[0] && void check(box.files[0]));
for (const name of ['dragover', 'dragleave', 'drop']) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', name === 'dragover');
    const file = name === 'drop' ? (event as DragEvent).dataTransfer?.files[0] : undefined;
    if (file) void check(file);
  });
}
