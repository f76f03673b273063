/** 儿童各页: the second row of tabs of those who work for a community. */
export default {
  tabs: '儿童的各页', desk: '工作台', deskModeration: '各地的内容审核',
  lead: '孩子说了什么、谁在等回答、哪里要修。',
  waiting: '孩子在等的事',
  nothingWaits: '眼下没有孩子在等的事。',
  where: '在哪里办',
  pages: {
    suggestions: '儿童建议', moderation: '内容审核', council: '儿童议事会', solicitations: '征集', surveys: '调查', 'child-versions': '儿童版告知', spaces: '空间', hazards: '隐患', walks: '一米视角走查', families: '儿童与监护人',
  },
  about: {
    suggestions: '看到、回答、去做、做完告诉孩子，每一步都有期限', moderation: '孩子的文字、图画和声音，公开之前由人看一遍', council: '章程、推选、会议、议案和答复', solicitations: '标志、歌词、绘画的征集和展示',
    surveys: '给孩子、家长和工作人员的问卷，不记姓名', 'child-versions': '把重要的告知写成孩子看得懂的话', spaces: '室内外场地、设施、开放时间和巡检', hazards: '谁都能报的隐患，修好了由报的人确认',
    walks: '和孩子一起，用一米的高度走一遍', families: '登记、同意、班级码；孩子的信息只在这里，打开要有授权',
  },
};
