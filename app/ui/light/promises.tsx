import { HopBar, type SquareState } from './squares.tsx';
import { Tag, type TagKind } from './tag.tsx';

export type PromiseLine = {
  title: string;
  href?: string;
  tag: { kind: TagKind; word: string };
  states: SquareState[];
  said: string;
};

/** 诺言钟：孩子提了建议，大人就开始走表 the promise clock, open and late ones shown. */
export function Promises({ promises }: { promises: PromiseLine[] }) {
  return (
    <ul className="prom">
      {promises.map((promise) => (
        <li key={promise.title}>
          <p>{promise.href ? <a href={promise.href}>{promise.title}</a> : promise.title}</p>
          <Tag kind={promise.tag.kind}>{promise.tag.word}</Tag>
          <HopBar states={promise.states} label={promise.said} />
        </li>
      ))}
    </ul>
  );
}
