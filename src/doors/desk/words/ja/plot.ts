import type { Translated } from "../../words.ts";

/** Around and in plots. */
export const plot: Translated<"plot"> = {
  plot: "グラフ",
  keys: "矢印キーで値を順に移動できます。",
  asTable: "表で見る",
  time: "時刻",
  deliveries: "配送",
  growth: "増え方",
  growthSummary: "{count, plural, other {#件の配送}}。最初は{first}、最後は{last}。",
  scores: "初接触のスコア",
  scoresSummary:
    "スパムではないと分かった{ham, number}件のうち、保留になる{holdAt}以上は{over, plural, =0 {ありません} other {#件です}}。" +
    "スパム: {spam, number}件、未確認: {unknown, number}件。",
  score: "スコア(デシバン)",
  around: "{from}〜{to}",
  ham: "スパムではない",
  spam: "スパム",
  unknown: "未確認",
  settles: "待機",
  holds: "保留",
  noScores: "まだ判定したものがありません。初接触があるとスコアが出ます。",
  reliability: "予測と結果",
  reliabilitySummary:
    "{contacts, plural, other {初接触#件}}。{off, plural, =0 {この少ない件数で分かる範囲では、予測どおりの割合がスパムでした} " +
    "other {{of}グループ中#グループで、スパムの割合が予測と異なりました}}。通して問題がなかったものは、スパムではないと数えます。",
  said: "予測したスパム",
  found: "実際のスパム",
  interval: "95%の範囲",
  contacts: "接触",
  noReliability: "結果が分かったものはまだありません。",
};
