import { randomInt } from 'node:crypto';

/** 好念的词: two of them and four digits make a code that a child can say and an adult can read out. */
const words = [
  '风筝', '海豚', '小鹿', '气球', '星星', '月亮', '太阳', '彩虹', '白云', '雨伞', '草莓', '西瓜', '苹果', '橘子', '葡萄', '桃子',
  '松鼠', '兔子', '熊猫', '小猫', '小狗', '小鸭', '小羊', '小马', '蝴蝶', '蜜蜂', '蜻蜓', '青蛙', '乌龟', '金鱼', '鲸鱼', '企鹅',
  '小船', '火车', '飞机', '帆船', '书包', '铅笔', '积木', '皮球', '秋千', '滑梯', '木马', '陀螺', '花朵', '大树', '竹子', '蘑菇',
  '山坡', '小河', '大海', '沙滩', '雪人', '灯笼', '铃铛', '口琴', '小鼓', '饼干', '包子', '饺子', '汤圆', '豆豆', '米粒', '玉米',
] as const;

const isWord = (text: string) => (words as readonly string[]).includes(text);

/** 新码: 小鹿 气球 2026. */
export function newWordCode(): string {
  const word = () => words[randomInt(words.length)]!;
  return `${word()} ${word()} ${String(randomInt(10_000)).padStart(4, '0')}`;
}

/** As people type it: without blanks and signs, full width or not; nothing when it can be no code. */
export function tidyWordCode(typed: string): string {
  const [, first = '', second = '', digits = ''] = /^(\p{sc=Han}{2})(\p{sc=Han}{2})(\d{4})$/u.exec(typed.normalize('NFKC').replace(/[^\p{sc=Han}\d]/gu, '')) ?? [];
  return isWord(first) && isWord(second) ? `${first} ${second} ${digits}` : '';
}
