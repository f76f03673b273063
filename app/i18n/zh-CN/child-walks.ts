/** 一米视角走查: what children look at, and what became of what they saw. */
export default {
  points: {
    'pavement-wide': '人行道够宽，没有东西挡路', 'pavement-flat': '路面是平的，不会绊倒', 'cars-stop': '过马路时，车会停下来', 'green-long': '绿灯的时间够我走过去', 'wait-safe': '等大人接的地方很安全', 'drivers-see': '开车的人看得见我',
    'things-for-me': '这里有我能玩的东西', 'big-and-small': '大孩子和小孩子都有地方', 'hours-read': '什么时候开门，我看得懂', 'basin-reach': '洗手的地方我够得到', 'edges-soft': '桌角和门边不会碰伤我',
    'play-for-me': '有我这么大能玩的东西', 'room-to-run': '有空地可以跑和做游戏', nature: '有沙、水、泥土或者花草', 'not-broken': '玩的东西和地面没有坏', 'wheels-pass': '推着轮椅也能进来', 'no-cars': '玩的地方没有车开过',
    'signs-read': '牌子我看得到，也看得懂', 'grown-up-near': '害怕的时候，找得到大人', bright: '这里很亮，没有黑的角落', clean: '这里干净，没有烟味', welcome: '大人愿意让我们在这里玩', near: '从家走到这里不远', asked: '有人问过我们想要什么',
  },
  answers: { good: '好', middling: '一般', bad: '不好', 'does-not-apply': '这里没有', 'cannot-see': '看不到' },
  spots: { 'way-in': '进来的地方', room: '屋子里', washroom: '洗手的地方', ground: '空地', equipment: '玩的东西', edge: '边上' },
  told: {
    list: '我们走过的地方', listLead: '看看后来修好了没有。', none: '这里还没有走过。', noPlace: '先用口令进来。', enter: '我有口令', open: '看后来怎么样',
    title: '我们看到的，后来怎样', walked: (day: string) => `${day}走的`, good: '大家觉得好的', partly: '还可以更好的', poor: '现在还做不到的', nothingGood: '这次没有。', nothingPoor: '没有不好的，真好。', words: '大人说', by: '带我们走的大人',
    became: '后来怎么样', noTickets: '这次没有要修的。', photo: '我们拍的', before: '以前的样子', after: '现在的样子', own: '我们拍下的地方', states: { reported: '大人收到了，会去看。', checked: '有人去看过了。', assigned: '有人来修了。', repaired: '他们说修好了，还要再看看。', verified: '真的修好了！', declined: '这次不修。', duplicate: '和另一处一起修。' }, again: '修好了，我们再去走一遍。', map: '安全的路',
  },
  teen: {
    told: {
      list: '走查过的地方', listLead: '孩子们走过的地方，后来修好了没有。', none: '这里还没有走查。', noPlace: '先用口令进来。', enter: '进来', open: '看进展',
      title: '走查看到的问题，后来怎样', walked: (day: string) => `${day}走查`, good: '大家觉得好的', partly: '还可以更好的', poor: '现在还做不到的', nothingGood: '这次没有。', nothingPoor: '没有觉得不好的地方。', words: '带队的大人说', by: '带队的大人',
      became: '后来怎样', noTickets: '这次没有转成工单的问题。', photo: '走查拍的照片', before: '修好之前', after: '修好以后', own: '照片里的问题', states: { reported: '已报告，等人去核实。', checked: '已经去看过。', assigned: '已派给负责的单位。', repaired: '说修好了，等待确认。', verified: '确认真的修好。', declined: '这次不处理。', duplicate: '与另一处是同一件事，一起处理。' }, again: '修好以后，可以再走一遍对比。', map: '安全路线图',
    },
  },
};
