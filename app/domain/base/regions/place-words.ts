/** 惯用英文地名: provinces, and the places whose English is not their pinyin, by their full Chinese name; after the code of its province where a name is borne elsewhere too. */
export const knownNames: Readonly<Record<string, string>> = {
  北京市: 'Beijing', 天津市: 'Tianjin', 上海市: 'Shanghai', 重庆市: 'Chongqing', 内蒙古自治区: 'Inner Mongolia', 广西壮族自治区: 'Guangxi', 西藏自治区: 'Xizang', 宁夏回族自治区: 'Ningxia', 新疆维吾尔自治区: 'Xinjiang',
  陕西省: 'Shaanxi Province', 台湾省: 'Taiwan Province', 香港特别行政区: 'Hong Kong', 澳门特别行政区: 'Macao',
  哈尔滨市: 'Harbin City', 齐齐哈尔市: 'Qiqihar City', 呼和浩特市: 'Hohhot City', 包头市: 'Baotou City', 鄂尔多斯市: 'Ordos City', 呼伦贝尔市: 'Hulunbuir City', 巴彦淖尔市: 'Bayannur City', 乌兰察布市: 'Ulanqab City', 乌兰浩特市: 'Ulanhot City',
  锡林浩特市: 'Xilinhot City', 二连浩特市: 'Erenhot City', 满洲里市: 'Manzhouli City', 兴安盟: 'Hinggan League', 锡林郭勒盟: 'Xilingol League', 阿拉善盟: 'Alxa League', 乌鲁木齐市: 'Urumqi City', 克拉玛依市: 'Karamay City', 吐鲁番市: 'Turpan City',
  阿克苏地区: 'Aksu Prefecture', 阿克苏市: 'Aksu City', 喀什地区: 'Kashgar Prefecture', 喀什市: 'Kashgar City', 和田地区: 'Hotan Prefecture', 和田市: 'Hotan City', 和田县: 'Hotan County', 塔城地区: 'Tacheng Prefecture', 阿勒泰地区: 'Altay Prefecture', 阿勒泰市: 'Altay City',
  伊犁哈萨克自治州: 'Ili Kazak Autonomous Prefecture', 博尔塔拉蒙古自治州: 'Bortala Mongolian Autonomous Prefecture', 巴音郭楞蒙古自治州: 'Bayingolin Mongolian Autonomous Prefecture', 克孜勒苏柯尔克孜自治州: 'Kizilsu Kirgiz Autonomous Prefecture',
  库尔勒市: 'Korla City', 伊宁市: 'Yining City', 石河子市: 'Shihezi City', 拉萨市: 'Lhasa City', 日喀则市: 'Xigaze City', 昌都市: 'Qamdo City', 林芝市: 'Nyingchi City', 山南市: 'Shannan City', 那曲市: 'Nagqu City', 阿里地区: 'Ngari Prefecture',
  阿坝藏族羌族自治州: 'Aba Tibetan and Qiang Autonomous Prefecture', 甘孜藏族自治州: 'Garze Tibetan Autonomous Prefecture', 果洛藏族自治州: 'Golog Tibetan Autonomous Prefecture', 迪庆藏族自治州: 'Diqing Tibetan Autonomous Prefecture',
  西双版纳傣族自治州: 'Xishuangbanna Dai Autonomous Prefecture', 格尔木市: 'Golmud City', 德令哈市: 'Delingha City', 神农架林区: 'Shennongjia Forestry District', 六枝特区: 'Liuzhi Special District', 大兴安岭地区: 'Daxing’anling Prefecture',
  西沙群岛: 'Xisha Islands', 南沙群岛: 'Nansha Islands', 中沙群岛的岛礁及其海域: 'Zhongsha Islands, their reefs and waters', 香港岛: 'Hong Kong Island', 九龙: 'Kowloon', 新界: 'New Territories', 澳门半岛: 'Macao Peninsula', 离岛: 'Islands',
  中西区: 'Central and Western District', '81东区': 'Eastern District', '81南区': 'Southern District', '81北区': 'North District', 湾仔区: 'Wan Chai District', 九龙城区: 'Kowloon City District', 油尖旺区: 'Yau Tsim Mong District', 深水埗区: 'Sham Shui Po District', 黄大仙区: 'Wong Tai Sin District', 观塘区: 'Kwun Tong District', 大埔区: 'Tai Po District',
  沙田区: 'Sha Tin District', 西贡区: 'Sai Kung District', 元朗区: 'Yuen Long District', 屯门区: 'Tuen Mun District', 荃湾区: 'Tsuen Wan District', 葵青区: 'Kwai Tsing District', 离岛区: 'Islands District',
  台北市: 'Taipei City', 新北市: 'New Taipei City', 高雄市: 'Kaohsiung City', 台中市: 'Taichung City', 台南市: 'Tainan City', 基隆市: 'Keelung City', 新竹市: 'Hsinchu City', 嘉义市: 'Chiayi City', 桃园市: 'Taoyuan City', 花莲县: 'Hualien County', 新竹县: 'Hsinchu County', 嘉义县: 'Chiayi County', 彰化县: 'Changhua County', 屏东县: 'Pingtung County', 台东县: 'Taitung County', 金门县: 'Kinmen County',
};

/** 民族 in the names of autonomous places; longer names first, since 土家族 is no 土族. */
export const peoples: readonly (readonly [zh: string, en: string])[] = [
  ['柯尔克孜族', 'Kirgiz'], ['鄂伦春族', 'Oroqen'], ['鄂温克族', 'Ewenki'], ['达斡尔族', 'Daur'], ['哈萨克族', 'Kazak'], ['维吾尔族', 'Uygur'], ['塔吉克族', 'Tajik'], ['俄罗斯族', 'Russian'], ['乌孜别克族', 'Uzbek'], ['塔塔尔族', 'Tatar'], ['柯尔克孜', 'Kirgiz'],
  ['布依族', 'Buyei'], ['土家族', 'Tujia'], ['朝鲜族', 'Korean'], ['蒙古族', 'Mongolian'], ['景颇族', 'Jingpo'], ['傈僳族', 'Lisu'], ['哈尼族', 'Hani'], ['仡佬族', 'Gelao'], ['撒拉族', 'Salar'], ['东乡族', 'Dongxiang'], ['保安族', 'Bonan'], ['裕固族', 'Yugur'],
  ['纳西族', 'Naxi'], ['独龙族', 'Derung'], ['拉祜族', 'Lahu'], ['布朗族', 'Blang'], ['普米族', 'Pumi'], ['毛南族', 'Maonan'], ['仫佬族', 'Mulam'], ['锡伯族', 'Xibe'], ['赫哲族', 'Hezhen'], ['阿昌族', 'Achang'], ['德昂族', 'De’ang'], ['基诺族', 'Jino'], ['门巴族', 'Monba'],
  ['珞巴族', 'Lhoba'], ['鄂伦春', 'Oroqen'], ['鄂温克', 'Ewenki'], ['哈萨克', 'Kazak'], ['塔吉克', 'Tajik'], ['维吾尔', 'Uygur'], ['蒙古', 'Mongolian'], ['锡伯', 'Xibe'], ['回族', 'Hui'], ['藏族', 'Tibetan'], ['彝族', 'Yi'], ['壮族', 'Zhuang'], ['苗族', 'Miao'], ['侗族', 'Dong'],
  ['羌族', 'Qiang'], ['傣族', 'Dai'], ['白族', 'Bai'], ['满族', 'Manchu'], ['瑶族', 'Yao'], ['畲族', 'She'], ['黎族', 'Li'], ['水族', 'Shui'], ['土族', 'Tu'], ['怒族', 'Nu'], ['佤族', 'Va'], ['京族', 'Gin'], ['各族', 'Multi-Ethnic'], ['民族', 'Ethnic'],
];

/** 自治: what the name of a people stands before. */
export const ofPeoples: readonly (readonly [zh: string, en: string])[] = [
  ['自治州', 'Autonomous Prefecture'], ['自治县', 'Autonomous County'], ['自治旗', 'Autonomous Banner'], ['区', 'District'], ['乡', 'Township'], ['镇', 'Town'], ['苏木', 'Sum'],
];

type Ending = readonly [zh: string, en: string];

const zones: readonly Ending[] = [
  ['高新技术产业开发区', 'High-tech Development Zone'], ['高新技术产业园区', 'High-tech Park'], ['高技术产业开发区', 'High-tech Development Zone'], ['高新技术开发区', 'High-tech Development Zone'], ['城乡一体化示范区', 'Urban–Rural Demonstration Zone'],
  ['经济技术开发区', 'Economic and Technological Development Zone'], ['经济开发区', 'Economic Development Zone'], ['工业开发区', 'Industrial Development Zone'], ['开发区', 'Development Zone'], ['现代产业园区', 'Industrial Park'], ['工业园区', 'Industrial Park'],
  ['产业园区', 'Industrial Park'], ['物流园区', 'Logistics Park'], ['工业园', 'Industrial Park'], ['产业园', 'Industrial Park'], ['园区', 'Park'], ['示范区', 'Demonstration Zone'], ['实验区', 'Experimental Zone'], ['风景名胜区', 'Scenic Area'], ['风景区', 'Scenic Area'],
  ['旅游度假区', 'Resort'], ['度假区', 'Resort'], ['保税区', 'Bonded Zone'], ['管理区管委会', 'Administration Zone'], ['管理区', 'Administration Zone'], ['新区', 'New Area'], ['新城', 'New Town'],
];

/** 通名 of provinces, cities and counties; the first that fits. */
export const endingsAbove: readonly Ending[] = [
  ...zones, ['自治县', 'Autonomous County'], ['行政委员会', 'Administrative Committee'], ['左翼前旗', 'Left-Wing Front Banner'], ['左翼中旗', 'Left-Wing Middle Banner'], ['左翼后旗', 'Left-Wing Rear Banner'], ['右翼前旗', 'Right-Wing Front Banner'], ['右翼中旗', 'Right-Wing Middle Banner'],
  ['右翼后旗', 'Right-Wing Rear Banner'], ['联合旗', 'United Banner'], ['左旗', 'Left Banner'], ['右旗', 'Right Banner'], ['前旗', 'Front Banner'], ['中旗', 'Middle Banner'], ['后旗', 'Rear Banner'], ['地区', 'Prefecture'], ['矿区', 'Mining District'], ['堂区', 'Parish'],
  ['省', 'Province'], ['市', 'City'], ['区', 'District'], ['县', 'County'], ['盟', 'League'], ['旗', 'Banner'], ['镇', 'Town'], ['乡', 'Township'],
];

/** 通名 of townships, streets and what stands beside them. */
export const endingsOfTownships: readonly Ending[] = [
  ['街道办事处', 'Subdistrict'], ['街道', 'Subdistrict'], ['地区办事处', 'Area'], ['办事处', 'Office'], ['社区', 'Community'], ['镇', 'Town'], ['乡', 'Township'], ['苏木', 'Sum'], ...zones, ['园艺场', 'Horticultural Farm'], ['农场', 'Farm'], ['林场', 'Forest Farm'], ['牧场', 'Stock Farm'],
  ['渔场', 'Fishery'], ['茶场', 'Tea Farm'], ['良种场', 'Seed Farm'], ['种畜场', 'Stud Farm'], ['林业局', 'Forestry Bureau'], ['监狱', 'Prison'], ['水库', 'Reservoir'], ['管理委员会', 'Administration'], ['管委会', 'Administration'], ['地区', 'Area'],
];

/** 通名 of committees: what a name says before it is left out of 居委会 and the like. */
export const endingsOfCommittees: readonly Ending[] = [
  ['社区居民委员会', 'Community'], ['社区居委会', 'Community'], ['社区委员会', 'Community'], ['社区委会', 'Community'], ['居民委员会', 'Community'], ['居委会', 'Community'], ['社区村民委员会', 'Community'], ['社区村委会', 'Community'], ['社区', 'Community'],
  ['嘎查村民委员会', 'Gacha'], ['嘎查村委会', 'Gacha'], ['嘎查', 'Gacha'], ['村村民委员会', 'Village'], ['村村委会', 'Village'], ['村民委员会', 'Village'], ['村委会', 'Village'], ['村', 'Village'], ['生活区', 'Living Area'], ['管理区', 'Administration Area'], ['生产队', 'Production Team'],
];
