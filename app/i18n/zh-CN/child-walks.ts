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
};
