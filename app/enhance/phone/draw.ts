type Child = Node | string | number | false | null | undefined | Child[];
type Given = Record<string, string | number | boolean | null | undefined | ((event: never) => unknown)>;

/** 画一个元素: attributes, listeners (`onclick`), children; what is false or missing is left out. Text is always text. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, given: Given = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...nodes(children));
  return element;
}

export function nodes(children: Child[]): (Node | string)[] {
  return children.flat(Infinity as 1).flatMap((child) => (child === false || child === null || child === undefined ? [] : [child instanceof Node ? child : String(child)]));
}

/** A field of a form: label, hint, control, and a line that can say what is wrong. */
export function field(label: string, control: HTMLElement, hint = ''): HTMLElement {
  const id = control.id || (control.id = `f${(made += 1)}`);
  if (!control.hasAttribute('autocomplete')) control.setAttribute('autocomplete', 'off'); // else the browser keeps what was typed in files of its own
  if (hint) control.setAttribute('aria-describedby', `${id}-hint`);
  return h('div', { class: 'field' }, h('label', { for: id }, label), hint && h('p', { class: 'hint', id: `${id}-hint` }, hint), control);
}
let made = 0;

export const button = (label: string, act: (event: MouseEvent) => unknown, look = '', given: Given = {}) =>
  h('button', { type: 'button', class: `btn ${look}`.trim(), onclick: act, ...given }, label);

export const link = (href: string, label: Child, look = '') => h('a', { href, class: look || null }, label);

/** A line that is read out when it changes. */
export const sayLine = (look = 'saidline') => h('p', { class: look, role: 'status' });

/** 告知: plain, warning or bad. */
export const callout = (kind: 'info' | 'warn' | 'bad', ...children: Child[]) => h('div', { class: `callout ${kind}` }, ...children);

/** Two terms a line. */
export const facts = (pairs: [string, Child][]) => h('dl', { class: 'facts' }, ...pairs.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
