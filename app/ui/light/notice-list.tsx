import { Words } from './phrases.tsx';
import { Tag, type TagKind } from './tag.tsx';

export type NoticeLine = {
  href: string;
  title: string;
  dateTime: string;
  day: string;
  month: string;
  tag?: { kind: TagKind; word: string };
  text?: string;
};

/** 公告列表：日子、题目、类别 notices: day, title, kind. */
export function NoticeList({ notices }: { notices: NoticeLine[] }) {
  return (
    <ul className="news">
      {notices.map((notice) => (
        <li key={notice.href}>
          <time dateTime={notice.dateTime}>
            <b>{notice.day}</b>
            {notice.month}
          </time>
          <div>
            <a href={notice.href}><Words text={notice.title} /></a>
            {notice.text ? <p>{notice.text}</p> : null}
          </div>
          {notice.tag ? <Tag kind={notice.tag.kind}>{notice.tag.word}</Tag> : null}
        </li>
      ))}
    </ul>
  );
}
