/** 拒绝: child versions, and the help numbers on children's pages. */
export default {
  'child-version-not-found': '没有找到这份儿童版。可能已经收回，或者不在您的辖区；请回到列表。',
  'child-version-published': '这份儿童版已经公开。要修改，请先收回，改好再发布。',
  'child-version-not-published': '这份儿童版没有公开，不用收回。',
  'child-version-empty': '还没有句子。请写上要告诉孩子的话，一句一行。',
  'child-version-too-hard': '还有句子太难。请按每句下面的提示改短、换字，再发布。',
  'child-version-too-long': '句子太多，孩子一次读不完。请只留最要紧的，或者分成两份。',
  'child-version-there': '这份公示已经有这个年龄层的儿童版了。请在列表里打开它修改。',
  'help-line-unsaid': '有一个电话没写是管什么的。请写上，或者删掉这个号码。',
  'help-needs-police': '110 不能去掉。请加上 110，再保存。',
  'help-lines-many': '电话最多 6 个，不能重复。请删掉几个。',
  'help-inherited-already': '这里本来就用上级的电话。',
};
