import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { findFlags } from './find-flags.ts';
import { findPrivate, type ListedWord } from './model.ts';

const listed = (JSON.parse(readFileSync('data/moderation-words.json', 'utf8')) as { words: ListedWord[] }).words;
const found = (text: string) => findFlags([{ field: 'text', text }], listed).map(({ start, end, why }) => `${why}:${text.slice(start, end)}`);

describe('private information in what a child sends', () => {
  test.for([
    ['我的电话是13812345678', 'phone', '13812345678'],
    ['打给我 138 1234 5678 吧', 'phone', '138 1234 5678'],
    ['一三八一二三四五六七八', 'phone', '一三八一二三四五六七八'],
    ['幺三八，一二三四，五六七八', 'phone', '幺三八，一二三四，五六七八'],
    ['１３８１２３４５６７８', 'phone', '１３８１２３４５６７８'],
    ['座机0551-63512345', 'phone', '0551-63512345'],
    ['身份证 340111201501011234', 'identity-number', '340111201501011234'],
    ['34011120150101123X 就是我的', 'identity-number', '34011120150101123X'],
    ['我家在滨湖世纪小区3栋2单元501室', 'address', '滨湖世纪小区3栋2单元501室'],
    ['3号楼 502室等我', 'address', '3号楼 502室'],
    ['我是师范附小三年级二班的王小明', 'school-and-name', '师范附小三年级二班的王小明'],
    ['我叫李欣怡，在实验小学读四年级', 'school-and-name', '我叫李欣怡，在实验小学'],
    ['加我微信 xiaoming2015', 'account', '微信 xiaoming2015'],
    ['QQ：123456789', 'account', 'QQ：123456789'],
  ] as const)('CN-11: “%s” shows %s', ([text, kind, part]) => {
    const hits = findPrivate(text);
    expect(hits.map((hit) => hit.kind)).toContain(kind);
    expect(hits.some(({ start, end }) => text.slice(start, end).includes(part))).toBe(true);
  });

  test.for(['学校门口的红绿灯太短了，走到一半就变红了', '我们班有四十五个人，想要一个书架', '2026年9月1日开学，希望有12个新篮球', '1350000 元太多了吧', '小区里的滑梯坏了两个月'])('“%s” tells nothing private', (text) => {
    expect(findPrivate(text)).toEqual([]);
  });
});

describe('words of the list', () => {
  test.for([
    ['他骂我傻逼', 'bullying:傻逼'],
    ['他骂我傻 . 逼', 'bullying:傻 . 逼'],
    ['他罵我傻＊逼', 'bullying:傻＊逼'],
    ['ＮＭＳＬ', 'bullying:ＮＭＳＬ'],
    ['我不想活了', 'harm:不想活'],
    ['有时候想zisha', 'harm:zisha'],
    ['老師說不要離家出走', 'harm:離家出走'],
    ['哥哥教我抽煙', 'imitation:抽煙'],
    ['他说不要告诉大人', 'contact:不要告诉大人'],
  ] as const)('are found in “%s”', ([text, hit]) => {
    expect(found(text)).toContain(hit);
  });

  test.for(['插一个usb就能充电', '这个sbus总线', '我很喜欢我们的图书角', '希望老师少布置作业'])('are not found in “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a word that occurs twice is marked twice, and letters of another width keep their place', () => {
    expect(findFlags([{ field: 'a', text: '😀傻逼，又是傻逼' }], listed).map(({ start, end }) => [start, end])).toEqual([[2, 4], [7, 9]]);
  });
});
