import type zh from '../zh-CN/events-evaluation.ts';

export default {
} satisfies typeof zh;
