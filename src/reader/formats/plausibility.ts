// Characters that run through every Chinese official text. Only used to tell a right decoding from a wrong
// one: bytes read in the wrong encoding turn into characters outside this set.
const SIMPLIFIED =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导压志世金增争济阶术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往历市克何除消构府称太准精值号率族维划选标写存候亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包住调满县局照参红细引听该价严' +
  '申请复诉讼审掌握补费罚款许可案卷范废止效勾稽商企益街镇乡村访举投站栏首页版权索案汇编纠予截至答秘密危及稳私益章征缴额均零余' +
  '监督培训考核评测网微博客户端渠依职责任务推优营环境服供查询函寄邮址楼室联'
const TRADITIONAL =
  '這個們來時會說國為於對開過還從業應經現實發學與關問間題電話車東長門進區縣鄉鎮廳處辦員機構單條則節細產權屬請證據規範廢執類報總體況數統計導議論訴訟維糾審結無後見種將點線網頁欄標聯絡當動務資訊讓認識設費罰許專責評測監營環優報導歷歸檔據號個項寫圖書館際義農發展強變遷華麗創新樣檢驗選舉監護極參與圍獲採購價額稱準確劃據衛屆滿壓給級統領雙隊幾萬億'
const PUNCTUATION = '，。、；：？！（）《》〈〉“”‘’【】〔〕…—·　％＋－／０１２３４５６７８９①②③④⑤'

/** Twice the score of each UTF-16 unit beyond ASCII. */
const SCORES = new Int8Array(0x10000)
SCORES.fill(-8, 0x80, 0xa0).fill(-8, 0xe000, 0xf900).fill(-8, 0xfffd, 0xfffe)
for (const char of PUNCTUATION) SCORES[char.charCodeAt(0)] = 1
for (const char of SIMPLIFIED + TRADITIONAL) SCORES[char.charCodeAt(0)] = 2

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

/**
 * How far a decoded text looks like Chinese official prose: the mean over its non-ASCII characters of +1 for
 * a common one, +0.5 for Chinese punctuation, 0 for another, -4 for one that cannot be. 0 for pure ASCII.
 */
export function plausibility(text: string): number {
  let score = 0
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    count++
    score += SCORES[unit]!
    // The two halves of a character beyond the first plane are one character.
    if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) i++
  }
  return count === 0 ? 0 : score / 2 / count
}
