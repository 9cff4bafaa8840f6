// What the page of a case says, and the half minute in which a ruling can be undone.

import type { Translated } from "../../words.ts";

const people = "{people, plural, other {#人}}";
const deliveries = "{deliveries, plural, other {#件の配送}}";
const senders = "{senders, plural, other {#人の送信者}}";
const domains = "{domains, plural, other {#ドメイン}}";

/** One case: what it is, and what may be done about it. */
export const caseWords: Translated<"caseWords"> = {
  title: "案件 {id}",
  lead:
    `${domains}、${senders}からここの${people}への{contacts, plural, other {#件の接触}}。最初は{first}、` +
    "最後は{last}。",
  silent: "ここの人が知っている相手がいるか、今は分かりません。",
  kept: "保管中",
  reached: "届いたもの",
  scores: "スコア",
  scoresHint: "{least}〜{most} デシバン、中央値 {middle}",
  recallHint: "ホームサーバーで取り下げ予定 {listed}、取り下げ済み {withdrawn}",
  until: "通せる期限",
  untilHint: "これを過ぎると、最初のものをホームサーバーが受け取らなくなります",
  beyond: "{count}件は手遅れです。ホームサーバーはもう受け取らず、誰にも通知されていません。",
  noneWaits: "裁定待ちのものはありません。",
  more: "一度に読める量を超えています。以下は古い順に20,000件についてです。",

  waitsRelease: `${deliveries}を通す裁定は{seconds}秒後に有効になります。`,
  waitsRefuse: `${deliveries}を拒否する裁定は{seconds}秒後に有効になります。`,
  givenBy: "裁定: {by}。",
  undo: "元に戻す",
  undone: "取り消しました。裁定はなかったことになります。",
  tooLate: "すでに有効になっていました。",
  unknown: "その裁定はもう待機していません。",
  tookEffect: "有効になりました。ページを再読み込みしてください。",
  ruledSpam: "{by} がスパムと裁定、{when}。",
  ruledHam: "{by} がスパムではないと裁定、{when}。",
  wayBack:
    "拒否は取り消せます。{count, plural, other {#件の配送}}がまだ残っており、下から通すことができます。",
  noWayBack: "通したものは取り戻せません。",
  notGiven: {
    "nothing is meant":
      "裁定しませんでした。待っているものがないか、別の裁定がまもなく有効になります。",
    "too many at once": "裁定しませんでした。30秒待ちの裁定が多すぎます。",
    "too many names": "裁定しませんでした。一度に指定した数が多すぎます。",
    "nobody tells": "裁定しませんでした。ここの人が知っている相手がいるか、今は分かりません。",
  },

  order: {
    refuse:
      "{by} の指示により、写しを即座に拒否しています(これまで{taken}件)。新たに来なければ、指示は{when}に終わります。",
    allow:
      "{by} の指示により、写しを通しています(これまで{taken}件)。新たに来なければ、指示は{when}に終わります。",
    end: "指示を終了",
  },

  actions: "対応",
  actionsHint: "どの操作も30秒待つ間に元に戻せます。",
  refuse: "すべて拒否",
  keepRefusing: "拒否し、今後も拒否",
  release: "すべて解放",
  releaseAfterAll: "やはり通す",
  neverAgain: "スパムではない、今後も通す",
  late: "ホームサーバーがもう受け取らないかもしれないものも含める(拒否されることがあります)",
  refuseTicked: "選択したものを拒否",
  releaseTicked: "選択したものを解放",
  tickedHint: "この一覧で選択したものだけです。残りについては学習しません。",
  split: "選択したものを別のケースにする",
  splitHint: "このケースから永久に離れます。これだけでは何も裁定されません。",
  notSplit: {
    "none of it": "選択したものはこのケースに保留されていません。一覧から選択してください。",
    "all of it": "ケース全体が選択されています。分けるものがありません。",
    forgotten: "どれももう記憶にありません。一つずつ裁定してください。",
  },
  does: {
    refuse: `${domains}、${senders}からの${deliveries}を終わらせます。${people}には届きません。`,
    release: `${domains}、${senders}からの${deliveries}を${people}へ通します。`,
    nothing: "これで動くものはありません。今後来るものについての学習になります。",
    told: "送信者には受理済みと返答しています。これ以上は何も伝わりません。",
    replay: "{count}件は送られたままの形で通り、相手に通知されます。",
    ownProof: "{count}件は投稿者の署名付きでゲートが届け、相手に通知されます。",
    none: "{count}件はホームサーバーに拒否されることがあります。",
    takenBack: "うち{count}件は拒否されていました。",
    laterSpam: "今後来るものは、30日間スパムとして扱い、保留します。",
    laterHam: "今後来るものは、30日間スパムではないものとして扱います。",
    keep: "「すべて拒否」に加え、今後の写しを即座に拒否します。ここの人が知っている送信者は除きます。最後の写しから30日で終わります。",
    never: "「すべて解放」に加え、今後の写しを通します。最後の写しから30日で終わります。",
    unsent: "通したものは取り戻せません。",
  },
  left: {
    "known here": "除外: 送信者をここの人が知っているもの{count, plural, other {#件}}。",
    "spoken for": "除外: 送信者に、ほかにはあまりない有利な材料があるもの{count}件。",
    milder: "除外: 単独ではほかよりずっと疑いが薄いもの{count}件。",
    "too late": "除外: ホームサーバーがもう受け取らないもの{count}件。",
    ended: "除外: もう待っていないもの{count}件。",
    pending: "除外: 別の裁定がまもなく有効になるもの{count}件。",
  },
  leftHint: "含めるには一覧で選択してください。",

  common: "内容",
  commonHint: "比較した{read}件の投稿のうち最新のもの。",
  same: "ほとんどに共通",
  varies: "それぞれ固有",
  moreSamples: "ほかの例",
  tooFew: "読める投稿が2件未満のため、比較できません。",
  hidden: "{count, plural, other {#件の投稿}}は限定公開のため、読んでいません。",
  readHidden: "それも読む",
  readHiddenHint: "この操作は記録されます。",
  links: "リンク先",
  pictures: "画像",
  handles: "名前",
  profile: "プロフィール",
  ofRead: "{read}件中{count}件",
  growth: "増え方",
  who: "誰から誰へ",
  senders: "送信者",
  domains: "サーバーのドメイン",
  recipients: "受信者",
  andMore: "ほか{count}件",

  why: "保管の理由",
  whyHint:
    "各配送についてのシグナルを合計し、件数で割ったものです。10デシバンごとにスパムの可能性が10倍になります。",
  symbol: "シグナル",
  because: "理由",
  members: "件数",
  decibans: "デシバン",
  prior: "どの接触にも最初に見込む値",
  total: "合計: 平均スコア",

  alike: "似ている裁定済みの案件",
  alikeLine: "{by} が{ruling}と裁定、{when}。共通点: {what}",
  shares: { text: "本文", link: "リンク", media: "画像", other: "その他" },
  ruling: { spam: "スパム", ham: "スパムではない" },

  list: "含まれる配送",
  listHint: "裁定の前に確認が必要なものが先です。",
  tick: "{sender} を含める",
  sender: "送信者",
  arrived: "到着",
  state: "状態",
  score: "スコア",
  note: "メモ",
  notes: {
    "known here": "ここの人が知っています",
    "spoken for": "有利な材料があります",
    milder: "ほかよりずっと疑いが薄い",
    "ruled ham by itself": "単独でスパムではないと裁定",
    "ruled spam by itself": "単独でスパムと裁定",
    pending: "裁定がまもなく有効になります",
  },
  states: {
    settling: "待機",
    held: "保留",
    releasing: "配送中",
    delivered: "通した",
    refused: "ホームサーバーが拒否",
    rejected: "拒否",
    withdrawn: "投稿者が取り下げ",
    expired: "裁定なし",
    passed: "通過",
  },
  page: "{page} / {pages} ページ",
  before: "前へ",
  after: "次へ",
  proposesRules: "この案件から作れるルール",
  acts: "行われた操作",
};
