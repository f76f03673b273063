import { cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useLocale } from '#app/i18n/pair.ts';

const chinese = /[\u3400-\u9fff]/;
const runs = /([\u3400-\u9fff](?:[\u3000-\u303f\uff00-\uffef\u3400-\u9fff“”‘’·—]*[\u3400-\u9fff）》」』】”’])?)/;
/** What may hold text alone, or holds what somebody is typing. */
const plain: readonly unknown[] = ['option', 'textarea', 'title', 'script', 'style', 'text', 'tspan'];

/** 夹有中文: on an English page the Chinese in a text says that it is Chinese, so that it is read aloud and broken into lines as such. */
export function Mixed({ children }: { children: ReactNode }): ReactNode {
  return holdsChinese(children) ? <Marked>{children}</Marked> : children;
}

function Marked({ children }: { children: ReactNode }): ReactNode {
  return useLocale() === 'en' ? <>{marked(<>{children}</>)}</> : children;
}

function holdsChinese(node: ReactNode): boolean {
  if (typeof node === 'string') return chinese.test(node);
  if (Array.isArray(node)) return node.some(holdsChinese);
  return isWalked(node) && holdsChinese(node.props.children);
}

type Walked = ReactElement<{ children?: ReactNode; lang?: string }>;
const isWalked = (node: ReactNode): node is Walked => isValidElement<Walked['props']>(node) && (node.type === Fragment || node.type === Link || typeof node.type === 'string') && !plain.includes(node.type) && node.props.lang === undefined;

/** Elements keep what they are; only their texts are parted. What a component makes of itself is its own. */
function marked(node: ReactNode): ReactNode {
  if (typeof node === 'string') return chinese.test(node) ? inRuns(node) : node;
  if (Array.isArray(node)) return node.map((each, at) => (typeof each === 'string' && chinese.test(each) ? <Fragment key={at}>{marked(each)}</Fragment> : marked(each)));
  if (!isWalked(node) || !holdsChinese(node.props.children)) return node;
  const { children } = node.props;
  return Array.isArray(children) ? cloneElement(node, undefined, ...(marked(children) as ReactNode[])) : cloneElement(node, undefined, marked(children));
}

/** One element around all, so that it stays one thing where things stand in a row. */
function inRuns(text: string): ReactNode {
  const parts = text.split(runs);
  if (parts.length === 3 && parts[0] === '' && parts[2] === '') return <span lang="zh-CN">{text}</span>;
  return <span>{parts.map((part, at) => (at % 2 === 1 ? <span key={at} lang="zh-CN">{part}</span> : part))}</span>;
}
