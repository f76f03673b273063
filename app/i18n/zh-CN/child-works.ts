import type { Phase } from '#app/domain/children/solicitations/model.ts';
import type { SeenState } from '#app/domain/children/moderation/model.ts';

/** 孩子交作品: `adult` is for grown-ups, `teen` for 13–18. */
export default {
  title: '一起来创作', lead: '画一画，写一写，给大家看。', none: '现在没有征集。', noneMore: '过几天再来看看。', needCode: '先写你的口令，再来看。', enter: '我有口令', show: '看大家的作品', find: '找我的作品',
  phases: { draft: '', coming: '还没开始', open: '现在可以交', choosing: '来选喜欢的', judging: '大人在看', decided: '有结果了', 'called-off': '不办了' } satisfies Record<Phase, string> as Record<Phase, string>,
  until: (day: string) => `可以交到${day}`, chooseUntil: (day: string) => `可以选到${day}`,
  what: '要做什么？', hand: '交我的作品', workTitle: '作品叫什么？', penName: '你的笔名', penHint: '不要写真名。不写也行。', text: '写在这里', picture: '你画的、拍的图', pictureHint: '请大人帮你拍张照片。', give: '交给大人', notNow: '先不交',
  thanks: '收到了，谢谢你！', number: (n: number) => `这是作品 ${n} 号。`, plate: '记住你的小牌子', plateHint: '拿它能找到作品，也能拿回来。', next: '大人先看一遍，再给大家看。', again: '再交一件',
  mine: '我的作品', seen: { reading: '大人正在看', 'to-agree': '大人想改一点', shown: '大家能看到了', 'not-shown': '这件不给大家看' } satisfies Record<SeenState, string> as Record<SeenState, string>,
  takeBack: '拿回我的作品', takeBackSure: '拿回以后，就没有了。', takenBack: '拿回来了。', keep: '不拿了', findLabel: '你的小牌子', findGo: '找一找',
  choose: '选你喜欢的', chooseLead: '最多选三件。选谁都好。', chooseGo: '选好了', chosen: '收到你的选择。', chooseNone: '还没有作品可以选。', prize: (name: string) => `得到了：${name}`, loved: '小朋友们喜欢',
  result: '大人说', calledOff: '这次不办了', work: (n: number) => `作品 ${n} 号`,
  adult: { licence: '作品要展出，监护人先要同意：有账号的在“我的家庭”里同意，没有账号的请在授权书上签字交给社区。', licenceText: '授权书', rules: '详细规则' },
  teen: {
    title: '征集', lead: '标志、歌词、绘画、故事：交上来，审核后展出。', none: '现在没有开放的征集。', hand: '交作品', workTitle: '作品名', penName: '笔名', penHint: '不要写真名；可以不写。', pictureHint: 'JPG、PNG 或 HEIC；照片里的地点信息会去掉。', give: '提交', thanks: '已收到。', plateHint: '凭它查看进度，也可以收回作品。',
    next: '两位工作人员审核、监护人授权之后才会展出。', takeBack: '收回作品', takeBackSure: '收回后作品和图片都会删除。', choose: '选出你喜欢的', chooseLead: '最多三件，不分先后；看不到别人的选择。', loved: '同龄人的选择', result: '评定说明',
  },
};
