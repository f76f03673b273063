/** 儿童建议办不了的时候: those that children meet are short. */
export default {
  'suggestion-empty': '还没有说呢。写一句、画一张，或者选一张图。',
  'suggestion-too-many-files': '最多放三个文件。拿掉一个再交。',
  'voice-too-long': '录音太长了。最多说两分钟，再录一次。',
  'picture-only': '这里只能放图片。换一张再交。',
  'participation-not-agreed': '家里人还没有同意你在这里提建议。可以请家人在“我的孩子”里同意，或者用老师给的口令。',
  'plate-taken': '没有交成，请再点一次。',
  'plate-unknown': '没有找到这个小牌子。看看三个词和数字，再试一次。',
  'plate-again': '时间到了，页面收起来了。再写一次小牌子就能看。',
  'rating-empty': '选一张图，告诉大人你的想法。',
  'suggestion-kept-safe': '大人正在帮忙，这句话先留着。想说什么，找一个信得过的大人。',
  'suggestion-not-found': '没有找到这条建议，可能已经收回，或者不在您的辖区。',
  'suggestion-not-now': '这条建议现在不能这样办。请刷新页面，看看走到哪一步了。',
  'suggestion-protected': '这条建议的原文由儿童保护人员处理，这里不再办理。请不要向孩子追问。',
  'suggestion-day-past': '答应的日期已经过去。请填今天或以后的日期。',
  'suggestion-same': '不能把一条建议合并到它自己。请选另一条。',
};
