import type { ReactNode } from 'react';
import { Drawing, DrawnRow } from './drawing.tsx';
import { HeroScene, type HeroSceneWords } from './hero-scene.tsx';
import { Phrases, Words } from './phrases.tsx';
import { Tag } from './tag.tsx';

/** 黑板：一句话，两条路 the blackboard: one sentence, two ways in. */
export function Hero({
  title,
  text,
  actions,
  scene,
}: {
  title: string;
  text: string;
  actions: ReactNode;
  scene: HeroSceneWords;
}) {
  return (
    <section className="hero on-board">
      <div className="wrap">
        <div>
          <h1>
            <Phrases text={title} />
          </h1>
          <p>{text}</p>
          <div className="row">{actions}</div>
        </div>
        <HeroScene words={scene} />
      </div>
    </section>
  );
}

/** 申报卡：状态、倒计时、截止日，题目、步骤、去处；首页上压着黑板 the open call; on the home page it overlaps the board. */
export function CallCard({
  id,
  tag,
  countdown,
  deadline,
  title,
  text,
  steps,
  actions,
  still,
}: {
  id?: string;
  tag: string;
  countdown: ReactNode;
  deadline: ReactNode;
  title: string;
  text?: ReactNode;
  steps: ReactNode;
  actions: ReactNode;
  still?: boolean;
}) {
  return (
    <section className={still ? 'call still' : 'call'} id={id}>
      <div className="when">
        <Tag kind="open">{tag}</Tag>
        {countdown}
        <p className="small">{deadline}</p>
      </div>
      <div className="how">
        <h2><Words text={title} /></h2>
        {text ? <p>{text}</p> : null}
        {steps}
        <div className="row">{actions}</div>
      </div>
    </section>
  );
}

/** 五个板块的清单，站在花旁边 the five sections beside the flower. */
export function SectionList({
  sections,
}: {
  sections: { id: string; name: string; text: string; count: string; href?: string }[];
}) {
  return (
    <ul className="secs">
      {sections.map((section) => (
        <li key={section.id}>
          <span className="k" aria-hidden="true">
            {section.id}
          </span>
          <div>
            <h3>{section.href ? <a href={section.href}>{section.name}</a> : section.name}</h3>
            <p>{section.text}</p>
          </div>
          <span className="c">{section.count}</span>
        </li>
      ))}
    </ul>
  );
}

/** 儿童入口：一条黄带 the way in for children: a yellow band. */
export function KidBand({ title, text, href, label }: { title: string; text: string; href: string; label: string }) {
  return (
    <section className="kidband on-warm">
      <div className="wrap">
        <Drawing name="hop" size={92} ink="ink" warm="paper" />
        <div>
          <h2>{title}</h2>
          <p>{text}</p>
        </div>
        <a className="btn ink" href={href}>
          {label}
        </a>
      </div>
    </section>
  );
}

/** 社区页头：面包屑、标签、名字、一句话 the head of a community's page. */
export function CommunityHead({
  crumb,
  tags,
  name,
  text,
}: {
  crumb: ReactNode;
  tags: ReactNode;
  name: string;
  text?: string;
}) {
  return (
    <section className="comm on-board">
      <div className="wrap">
        <div>
          {crumb}
          <div className="row close small">{tags}</div>
          <h1>
            <Phrases text={name} />
          </h1>
          {text ? <p>{text}</p> : null}
        </div>
        <DrawnRow />
      </div>
    </section>
  );
}
