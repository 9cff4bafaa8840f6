import type { Translated } from "../../words.ts";

/** What speaks, with what weight, and how often it is right here. */
export const signals: Translated<"signals"> = {
  lead:
    "各シグナルの重み(デシバン、+10 でスパムの可能性が10倍)と、ここでの的中率です。直近{days}日の{judged, plural, other " +
    "{判定済みの配送#件}}のうち、スパムと判明{spam}件、スパムではないと判明{ham}件。",
  symbol: "シグナル",
  weight: "重み",
  spoke: "反応した数",
  right: "スパムで反応",
  rightOf: "スパムの {share}",
  wrong: "正当な配送で反応",
  wrongOf: "正当な配送の {share}",
  interval: "95%の範囲: {low}〜{high}",
  off: "オフ",
  configured: "設定値、初期値: {shipped}",
  speaksFor: "送信者に有利",
  unknownToo: "ほかに未確認{n, plural, other {#件}}",
  fitted: "推定の95%が{low}〜{high}の範囲、{campaigns}件のキャンペーンから",
  byHand: "手動で設定",
  summary: "見ているもの",
  misfires: "誤って反応する相手",
  because: "重みの理由",
  group: "グループ",
  groupCap: "{group}、合計は最大 {max} デシバン",
  settings: "このシグナルの設定",
  noSettings: "ありません。",
  last: "最近の反応",
  never: "最近、ここでは反応していません。",
  inEnglish: "シグナルの説明は英語です。",
};
